/** What is said beside a letter, on stderr: never a name of anybody's, only numbers and what to do next. */
import type { AnnouncedStep } from "../../domain/letters/answers.ts";
import type { Letter, TemplateVariable } from "../../domain/letters/letter.ts";
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { Others, SignatoryList } from "../../domain/letters/signatories.ts";
import { counted, listed } from "../../domain/text/words.ts";
import type { Composed } from "../../usecases/letters/compose-letter.ts";
import { hanging } from "./columns.ts";
import type { Width } from "./columns.ts";
import { peopleBehind, sourceNotes, tookBackNotes } from "./letter-signers.ts";

const people = (n: number): string => counted(n, "person", "people");

const othersText = ({ people, moreThan }: Others): readonly string[] => {
  if (people > 0) return [`${moreThan ? "more than " : ""}${counted(people, "other", "others")}`];
  return moreThan ? ["a few others"] : [];
};

/** "4 names, 5 by role and more than 5 others; 1 supporter by name": what the written letter shows. */
export const shownText = ({ named, roles, others, supporters }: SignatoryList): string => {
  const workers = [
    ...(named.length > 0 ? [counted(named.length, "name", "names")] : []),
    ...(roles.length > 0 ? [`${roles.length} by role`] : []),
    ...othersText(others),
  ];
  const outside = [
    ...(supporters.named.length > 0 ? [counted(supporters.named.length, "name", "names")] : []),
    ...othersText(supporters.others),
  ];
  if (workers.length + outside.length === 0) return "nobody has signed this text yet";
  return [
    ...(workers.length > 0 ? [listed(workers)] : []),
    ...(outside.length > 0 ? [`supporters: ${listed(outside)}`] : []),
  ].join("; ");
};

/** Whether the letter is a draft or fixed, and who is shown in it. */
export const standing = (letter: Letter, composed: Composed, toAsk: number): readonly string[] => {
  const behind = composed.people;
  if (letter.frozen === undefined) {
    return [
      `A draft: nobody can sign it before "pledge letter freeze ${letter.name}".`,
      behind === 0
        ? "Nobody has pledged to sign yet."
        : `Once the ${people(behind)} who pledged to sign have signed it, it shows ${shownText(composed.list)}.`,
    ];
  }
  const { frozenOn, hash } = letter.frozen;
  const { gathered } = composed;
  const { text, notes } = peopleBehind(behind, gathered);
  const signed = behind === 0 ? "nobody has signed it yet" : `${text} signed it`;
  return [
    `Fixed on ${frozenOn} (text ${shortHash(hash)}); ${signed}.`,
    ...notes,
    ...sourceNotes(gathered),
    ...tookBackNotes(composed.tookBack),
    ...(toAsk === 0
      ? []
      : [
          `${people(toAsk)} pledged to sign and must be asked about this text: "pledge letter write ${letter.name} --reask".`,
        ]),
  ];
};

const why = "  Such lines stand for whole fives of people, and not for nearly a whole team.";

/** How many names are not in the letter, and why. */
export const heldBackNotes = ({ asked, heldBack, gathered }: Composed): readonly string[] => {
  const names = asked.role + asked.counted;
  if (names === 0) return [];
  const byRole = asked.role - heldBack.withoutSeniority - heldBack.coarser - heldBack.counted;
  const lines: readonly (readonly [number, string])[] = [
    // Of the people of others it is not known why.
    [asked.counted, gathered === undefined ? "asked to be a number only" : "are a number only"],
    [byRole, "asked to be shown by role and team, and are"],
    [
      heldBack.withoutSeniority,
      "asked to be shown by role and team, and are shown without their seniority",
    ],
    [heldBack.coarser, "asked to be shown by role and team, and are shown by role alone"],
    [heldBack.counted, "asked to be shown by role and team, and are a number"],
  ];
  return [
    `Names held back: ${gathered === undefined ? "" : "at least "}${names}`,
    ...lines.filter(([n]) => n > 0).map(([n, text]) => `  ${n} ${text}`),
    ...(byRole < asked.role ? [why] : []),
  ];
};

const stays = (what: string, { people: n }: Others): string =>
  `The number of ${what} stays at "${n === 0 ? "a few" : `more than ${n}`}" until there are ${n + 10}.`;

/** What is as an earlier letter had it, and from when on it will not be. */
export const waitingNotes = ({ waiting, list }: Composed): readonly string[] => {
  const { lines, others, supporters } = waiting;
  if (lines + others + supporters === 0) return [];
  return [
    "Held back because of letters that were written before, so that nobody who has both can tell who came or went in between:",
    ...(lines === 0
      ? []
      : [
          `  ${counted(lines, "line", "lines")} by role. A line stays as it was until nine more people are behind it than it says; where people left one, the lines of that role are without teams.`,
        ]),
    ...(others === 0 ? [] : [`  ${stays("others", list.others)}`]),
    ...(supporters === 0 ? [] : [`  ${stays("supporters", list.supporters.others)}`]),
  ];
};

const englishName = (language: string): string =>
  new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;

/** That a letter is its text alone, where there are no words for what stands outside it. */
export const textAloneNotes = (language: string): readonly string[] => [
  `pledge has no words in ${englishName(language)} for what stands outside the text: the place and date, how many signed and the signatories are left out. Add them by hand before it goes out.`,
];

/** That some of the demands are in another language than the letter. */
export const untranslatedNotes = (
  { name, language }: Letter,
  keys: readonly string[],
): readonly string[] =>
  keys.length === 0
    ? []
    : [
        `pledge has no words in ${englishName(language)} for ${listed(keys)}, so ${name} says them in English. Word them with "pledge demand edit ${keys[0] ?? ""}".`,
      ];

// Every system that prints has letters for these.
const everywhere =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** That somebody should look at the names in a file that was printed here, where a machine may have no letters for them. */
export const fontNotes = ({ named, supporters }: SignatoryList): readonly string[] =>
  [...named, ...supporters.named].every(({ name, role = "" }) => everywhere.test(name + role))
    ? []
    : [
        "Look through the names before it goes out: where this machine has no font for a script, boxes are printed in place of letters.",
      ];

/** What the letter lacks before it can be fixed, or says that does not hold. */
export const faultNotes = (
  letter: Letter,
  found: {
    readonly missing: readonly string[];
    readonly unbacked: readonly AnnouncedStep[];
    readonly passed: readonly TemplateVariable[];
  },
): readonly string[] => [
  ...(found.missing.length === 0
    ? []
    : [
        `Still missing: ${listed(found.missing)}. Answer with "pledge letter edit ${letter.name}".`,
      ]),
  ...found.unbacked.map(
    ({ action }) =>
      `The letter announces "${action}", and nobody has pledged that: it must not go out like this.`,
  ),
  ...found.passed.map(
    ({ name }) => `${name} is ${letter.answers[name] ?? ""}, and that day has come already.`,
  ),
];

/** The questions that were left out, none of them needed. */
export const leftOutNotes = (left: readonly TemplateVariable[]): readonly string[] =>
  left.length === 0 ? [] : [`Left out, which is fine: ${listed(left.map(({ name }) => name))}.`];

/** A command in quotes is to be copied, so no line breaks inside it. */
const unbroken = (note: string): string =>
  note.replaceAll(/"pledge [^"]*"/gu, (command) => command.replaceAll(" ", "\u00A0"));

/** The notes in lines of the terminal, each one's indent kept; `further` columns more from its second line on. */
export const noteText = (
  notes: readonly string[],
  columns: number,
  width: Width,
  further = 0,
): string =>
  notes
    .map((note) => {
      const text = unbroken(note.trimStart());
      const indent = note.length - text.length;
      return `${" ".repeat(indent)}${hanging(text, indent + further, columns, width)}`;
    })
    .join("\n")
    .replaceAll("\u00A0", " ");
