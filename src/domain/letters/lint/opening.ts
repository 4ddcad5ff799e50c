/** Blocks 1 to 3: whom it is written to, where and when, who writes, the principle and the ask. */
import type { Finding, ReadLetter, Rule } from "./rule.ts";
import { byChanging, unless } from "./rule.ts";
import { blocksWith, firstTwoSentences, openingAt, openingLine, outsideLine } from "./places.ts";
import { folded } from "../../text/folded.ts";

/** A first line "To ..." or "Dear ..."; in a letter to an employer somebody in particular. */
const isAddressed = (letter: ReadLetter): boolean => {
  const { phrases, text, template, campaign } = letter;
  const { addressee } = campaign;
  if (addressee !== undefined && blocksWith(letter, addressee.name).length > 0) return true;
  if (phrases === undefined) return template.kind !== "employer";
  const at = openingAt(letter);
  return text.blocks.slice(0, at === -1 ? 4 : at).some((block) => {
    const who = phrases.addressee.exec(folded(block.text).trim())?.[1];
    if (who === undefined || who.trim() === "") return false;
    return template.kind !== "employer" || !phrases.nobody.test(who.trim());
  });
};

const missingMarker = (
  letter: ReadLetter,
  block: "place-and-date" | "how-many" | "signatories",
  line: number,
  what: string,
): readonly Finding[] =>
  unless(
    outsideLine(letter, block) !== undefined,
    line,
    what,
    byChanging(letter, `give it its place, put {{outside "${block}"}} on a line of its own`),
  );

export const opening: readonly Rule[] = [
  {
    name: "missing-addressee",
    about:
      "A letter names whom it is written to in its first lines; to an employer a person by name, not the leadership at large.",
    kinds: ["employer", "follow-up", "official"],
    check: (letter) =>
      unless(
        isAddressed(letter),
        1,
        letter.template.kind === "employer"
          ? "it is addressed to nobody by name"
          : "it is addressed to nobody",
        letter.shared || letter.campaign.addressee !== undefined
          ? byChanging(letter, "name whom it is written to")
          : 'To name who can grant the demands: "pledge campaign edit".',
      ),
  },
  {
    name: "missing-place-and-date",
    about: "The place and the date have their place at the top, outside the text that people sign.",
    kinds: ["employer", "follow-up", "official"],
    check: (letter) => missingMarker(letter, "place-and-date", 1, "no place for the date"),
  },
  {
    name: "missing-how-many",
    about: "How many we are, and as of when, has its place outside the text that people sign.",
    kinds: ["employer"],
    check: (letter) =>
      missingMarker(letter, "how-many", openingLine(letter), "no place for how many write"),
  },
  {
    name: "no-ask-first",
    about: "The first two sentences say who writes and what we ask.",
    kinds: ["employer", "follow-up", "official"],
    check: (letter) => {
      const { phrases } = letter;
      if (phrases === undefined) return [];
      const first = firstTwoSentences(letter);
      const who = first.some((sentence) => phrases.who.test(sentence.folded));
      const ask = first.some((sentence) => phrases.ask.test(sentence.folded));
      const lacks = [...(who ? [] : ["who writes"]), ...(ask ? [] : ["what is asked"])];
      return unless(
        lacks.length === 0,
        openingLine(letter),
        `the first two sentences do not say ${lacks.join(" and ")}`,
        byChanging(letter, "open with who we are and what we ask"),
      );
    },
  },
  {
    name: "missing-principle",
    about: "The first two sentences say by what right we ask: what must be, or must not.",
    kinds: ["employer"],
    check: (letter) => {
      const { phrases } = letter;
      if (phrases === undefined) return [];
      return unless(
        firstTwoSentences(letter).some((sentence) => phrases.principle.test(sentence.folded)),
        openingLine(letter),
        "the first two sentences give no principle",
        byChanging(letter, "say in a sentence what must be, or must not"),
      );
    },
  },
];

/** Stands here because the places outside the text are looked for alike. */
export const signatories: Rule = {
  name: "missing-signatories",
  about: "The signatories have their place, outside the text; on paper it may be lines to sign on.",
  kinds: ["employer", "follow-up", "official", "petition"],
  check: (letter) =>
    letter.template.kind === "petition" && /_{3}/u.test(letter.markdown.replaceAll("\\", ""))
      ? []
      : missingMarker(letter, "signatories", letter.text.lastLine, "no place for signatories"),
};
