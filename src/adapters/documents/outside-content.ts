/**
 * What is written in the places outside the text: place and date, how many we are, who signed.
 * It says what the display lines show and nothing more; a block with nothing to say is empty.
 */
import type { Day } from "../../domain/day.ts";
import type { OutsideBlock } from "../../domain/letters/outside.ts";
import type { OutsideContent } from "../../domain/letters/ports.ts";
import type { Others, SignatoryLine } from "../../domain/letters/signatories.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Inline, OutsideNode, Signatures } from "./model.ts";
import type { Phrases, Plural } from "./words.ts";

type Slots = Readonly<Record<string, Inline>>;

const text = (content: string): Inline => ({ type: "text", text: content });
const value = (content: string): Inline => ({ type: "value", text: showable(content) });

/** The phrase with its slots filled: a value can never be read as a slot. */
const fill = (phrase: string, slots: Slots): readonly Inline[] =>
  phrase
    .split(/(\{\w+\})/u)
    .filter((part) => part !== "")
    .map((part) => {
      if (!/^\{\w+\}$/u.test(part)) return text(part);
      const slot = slots[part.slice(1, -1)];
      if (slot === undefined)
        throw new RangeError(`a phrase asks for ${part}, which it is not given`);
      return slot;
    });

const plural = (phrases: Phrases, forms: Plural, people: number): string =>
  forms[new Intl.PluralRules(phrases.locale).select(people)] ?? forms.other;

const number = ({ locale, digitGroup }: Phrases, people: number): Inline =>
  text(
    people < 1000
      ? String(people)
      : new Intl.NumberFormat(locale)
          .formatToParts(people)
          .map(({ type, value }) => (type === "group" ? (digitGroup ?? value) : value))
          .join(""),
  );

/** As `Intl` writes a long date, without what it takes to load its tables: as long as a letter takes to be laid out. */
export const date = ({ date: written, months }: Phrases, day: Day): Inline => {
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  const parts = { day: Number(dayOfMonth), month: months[Number(month) - 1], year: Number(year) };
  return text(
    written.replaceAll(/\{(day|month|year)\}/gu, (_, part: keyof typeof parts) =>
      String(parts[part]),
    ),
  );
};

const placeAndDate = (content: OutsideContent, phrases: Phrases): readonly OutsideNode[] => {
  const day = date(phrases, content.day);
  const inlines =
    content.place === undefined
      ? [day]
      : fill(phrases.placeAndDate, { place: value(content.place), date: day });
  return [{ type: "paragraph", role: "date", inlines }];
};

const howMany = (content: OutsideContent, phrases: Phrases): readonly OutsideNode[] => {
  const { named, roles, others } = content.signatories;
  const people = named.length + roles.length + others.people;
  if (people === 0) return [];
  const forms = others.moreThan ? phrases.howManyMoreThan : phrases.howMany;
  const inlines = fill(plural(phrases, forms, people), {
    date: date(phrases, content.day),
    people: number(phrases, people),
    unit: value(content.unit),
  });
  return [{ type: "paragraph", inlines }];
};

export const namedLines = (
  named: readonly SignatoryLine[],
  phrases: Phrases,
): readonly (readonly Inline[])[] =>
  named.map(({ name, role }) =>
    role === undefined
      ? [value(name)]
      : fill(phrases.nameAndRole, { name: value(name), role: value(role) }),
  );

export const roleLines = (
  roles: readonly string[],
  phrases: Phrases,
): readonly (readonly Inline[])[] => {
  const sizes = new Map<string, number>();
  for (const role of roles) sizes.set(role, (sizes.get(role) ?? 0) + 1);
  return [...sizes].map(([role, people]) =>
    people === 1
      ? [value(role)]
      : fill(phrases.roleOfSeveral, { role: value(role), people: number(phrases, people) }),
  );
};

const othersLine = (others: Others, shown: boolean, phrases: Phrases): readonly Inline[] => {
  if (others.people === 0) return fill(phrases.fewOthers, {});
  const forms = {
    exact: shown ? phrases.others : phrases.onlyOthers,
    moreThan: shown ? phrases.othersMoreThan : phrases.onlyOthersMoreThan,
  }[others.moreThan ? "moreThan" : "exact"];
  return fill(plural(phrases, forms, others.people), { people: number(phrases, others.people) });
};

/** Nothing where nobody may be shown and fewer than five stand behind the number. */
const signatures = (
  heading: readonly Inline[],
  lines: readonly (readonly Inline[])[],
  others: Others,
  phrases: Phrases,
): readonly Signatures[] => {
  if (lines.length === 0 && others.people === 0) return [];
  const more = others.people > 0 || others.moreThan;
  return [
    {
      type: "signatures",
      heading,
      lines,
      ...(more ? { others: othersLine(others, lines.length > 0, phrases) } : {}),
    },
  ];
};

const signatories = (content: OutsideContent, phrases: Phrases): readonly OutsideNode[] => {
  const { named, roles, others, supporters } = content.signatories;
  const affiliated =
    roles.length > 0 || [...named, ...supporters.named].some(({ role }) => role !== undefined);
  const note: OutsideNode = {
    type: "paragraph",
    role: "note",
    inlines: [text(phrases.affiliation)],
  };
  return [
    ...signatures(
      [text(phrases.signatories)],
      [...namedLines(named, phrases), ...roleLines(roles, phrases)],
      others,
      phrases,
    ),
    ...signatures(
      fill(phrases.supporters, { unit: value(content.unit) }),
      namedLines(supporters.named, phrases),
      supporters.others,
      phrases,
    ),
    ...(affiliated ? [note] : []),
  ];
};

const contentOf: Readonly<
  Record<OutsideBlock, (content: OutsideContent, phrases: Phrases) => readonly OutsideNode[]>
> = { "place-and-date": placeAndDate, "how-many": howMany, signatories };

/** What one block says, in the words of a language; empty when there is nothing to say. */
export const outsideContent = (
  block: OutsideBlock,
  content: OutsideContent,
  phrases: Phrases,
): readonly OutsideNode[] => contentOf[block](content, phrases);
