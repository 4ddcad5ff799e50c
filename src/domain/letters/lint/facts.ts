/** Blocks 4 to 6: what the company does, what it said, and what it will say. */
import type { Day } from "../../day.ts";
import type { Fact } from "../fact.ts";
import { datedSources, datesIn } from "./dates.ts";
import type { Block } from "./letter-text.ts";
import {
  blocksAnswering,
  blocksWith,
  isDefence,
  isSourced,
  middleLine,
  quotesCompany,
} from "./places.ts";
import type { Finding, ReadLetter, Rule } from "./rule.ts";
import { byAnswering, byChanging, byFacts, unless } from "./rule.ts";

/** The facts of the campaign that the letter tells, each with the paragraph. */
const factsTold = (letter: ReadLetter): readonly { readonly fact: Fact; readonly block: Block }[] =>
  letter.facts.flatMap((fact) => {
    const [block] = blocksWith(letter, fact.claim);
    return block === undefined ? [] : [{ fact, block }];
  });

/** Whether it points to a source of the list at the end, as "(1)", that has a date. */
const pointsToSource = ({ text }: ReadLetter, block: Block): boolean => {
  const sources = text.blocks.filter(({ kind }) => kind === "source");
  return [...block.text.matchAll(/\((\d{1,2})\)/gu)].some(
    ([, number]) => datesIn(sources[Number(number) - 1]?.text ?? "").length > 0,
  );
};

/** Paragraphs with facts: the template's question for them, the campaign's own, or whatever says where it has it from. */
const factBlocks = (letter: ReadLetter): readonly Block[] => {
  const known = [
    ...blocksAnswering(letter, "facts"),
    ...factsTold(letter).map(({ block }) => block),
  ];
  const sourced = letter.text.blocks.filter(
    (block) =>
      block.kind !== "numbered" &&
      block.kind !== "source" &&
      (isSourced(block) || pointsToSource(letter, block)) &&
      !quotesCompany(letter, block) &&
      !isDefence(letter, block),
  );
  return [...new Set([...known, ...sourced])];
};

/** Two years before: of 29 February the 28th. */
const twoYearsBefore = (today: Day): Day => {
  const before = `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  return before.endsWith("02-29") ? (`${before.slice(0, 8)}28` as Day) : (before as Day);
};

const isOld = (day: Day, today: Day): boolean => day < twoYearsBefore(today);

/** Sources of the demand library count where their claim is in the text. */
const oldSources = (
  letter: ReadLetter,
): readonly { readonly line: number; readonly day: Day }[] => {
  const { demands, text, today } = letter;
  const inText = text.blocks.flatMap(({ sentences, line, text: whole }) =>
    datedSources(whole).map(({ text: source, day }) => ({
      line: sentences.find((sentence) => sentence.text.includes(`(${source})`))?.line ?? line,
      day,
    })),
  );
  const ofFacts = factsTold(letter).map(({ fact, block }) => ({
    line: block.line,
    day: fact.date,
  }));
  const ofDemands = demands
    .flatMap(({ sources }) => sources)
    .flatMap(({ claim, date }) =>
      blocksWith(letter, claim)
        .slice(0, 1)
        .map(({ line }) => ({ line, day: date })),
    );
  const old = [...inText, ...ofFacts, ...ofDemands].filter(({ day }) => isOld(day, today));
  // A fact and the brackets behind it are one source.
  return old.filter(
    (one, index) =>
      old.findIndex(({ line, day }) => line === one.line && day === one.day) === index,
  );
};

const unsourced = (letter: ReadLetter): readonly Finding[] => {
  const told = factsTold(letter);
  const wayOut = byChanging(letter, "give who says so and when, in brackets");
  const wrong = factBlocks(letter).filter((block) => {
    if (isSourced(block) || pointsToSource(letter, block)) return false;
    const own = told.filter((one) => one.block === block);
    const dates = datesIn(block.text).map(({ day }) => day);
    return !own.some(({ fact }) => dates.includes(fact.date));
  });
  return wrong.map(({ line }) => ({ line, what: "a fact without a source and its date", wayOut }));
};

export const facts: readonly Rule[] = [
  {
    name: "missing-facts",
    about: "A letter to an employer tells what the company does, with source and date in brackets.",
    kinds: ["employer"],
    check: (letter) =>
      unless(
        factBlocks(letter).length > 0,
        middleLine(letter),
        "no fact about what the company does",
        byFacts(letter, "tell what is public"),
      ),
  },
  {
    name: "facts-without-source",
    about:
      "Each paragraph of facts says in brackets who says so and when, or gives the number of a dated source at the end.",
    kinds: ["employer", "follow-up", "official", "statement", "press"],
    check: unsourced,
  },
  {
    name: "fact-from-work",
    about:
      "What is known only from work may be confidential, and is in no letter before somebody lets it through.",
    kinds: "every",
    check: (letter) =>
      factsTold(letter)
        .filter(({ fact }) => fact.known === "work" && !fact.letThrough)
        .map(({ block, fact }) => ({
          line: block.line,
          what: `the fact ${fact.key} is known only from work`,
          wayOut: byChanging(letter, "leave it out, or to let it through by hand once it is safe"),
        })),
  },
  {
    name: "source-old",
    about: "No source in the text is older than two years.",
    kinds: "every",
    check: (letter) =>
      oldSources(letter).map(({ line, day }) => ({
        line,
        what: `a source of ${day.slice(0, 4)} is older than two years`,
        wayOut: byFacts(letter, "give a newer source"),
      })),
  },
  {
    name: "missing-company-words",
    about: "A letter to an employer quotes the company's own words that the work breaks.",
    kinds: ["employer"],
    check: (letter) =>
      unless(
        blocksAnswering(letter, "companyWords").length > 0 ||
          letter.text.blocks.some((block) => quotesCompany(letter, block)),
        middleLine(letter),
        "no words of the company's own",
        byAnswering(letter, "companyWords", "quote what the company promised"),
      ),
  },
  {
    name: "missing-defence",
    about: "A letter to an employer answers what the company is expected to say.",
    kinds: ["employer"],
    check: (letter) =>
      letter.phrases === undefined
        ? []
        : unless(
            letter.text.blocks.some((block) => isDefence(letter, block)),
            middleLine(letter),
            "no answer to what the company will say",
            byChanging(letter, "say what the company may answer, and why that does not hold"),
          ),
  },
];
