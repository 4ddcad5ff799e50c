/** The lint over the vault: what it takes from it, and which texts it can look at. */
import { expect, it } from "vitest";

import type { Fact, FactKey } from "../../../src/domain/letters/fact.ts";
import type { Letter, LetterName } from "../../../src/domain/letters/letter.ts";
import { freezeLetter, textToFreeze } from "../../../src/usecases/letters/freeze-letter.ts";
import { lintLetter } from "../../../src/usecases/letters/lint-letter.ts";
import { atDesk, today, valueOf } from "./letter-desk.ts";
import type { Desk } from "./letter-desk.ts";

const claim = "The night shift labels faces for the police.";

const letter = ({ vault }: Desk): Letter => ({
  name: "first" as LetterName,
  template: "employer-demands",
  language: "en",
  answers: {
    answerBy: "2027-03-31",
    otherwise: "walkout",
    companyWords: '"We never sell your data" (read on 2 November 2026).',
    workingConditions: `${claim} (Riverton Gazette, 1 May 2026).`,
    contact: "us@example.org",
  },
  demands: vault.campaign.get().demands,
  facts: [],
  startedOn: today,
});

const fact: Fact = {
  key: "night-shift" as FactKey,
  claim,
  source: "Riverton Gazette",
  date: today,
  known: "work",
  letThrough: false,
};

const rulesOf = (desk: Desk, facts: readonly Fact[] = []): readonly string[] => {
  for (const one of facts) desk.vault.facts.put(one);
  return valueOf(lintLetter(desk, letter(desk))).map(({ rule }) => rule);
};

it("looks at a draft, with the pledges and the facts of the vault", () =>
  atDesk((desk) => {
    expect(rulesOf(desk)).toEqual(["step-without-pledges"]);
    desk.person("ana", "named", "walkout");
    expect(rulesOf(desk)).toEqual([]);
    expect(rulesOf(desk, [fact])).toEqual(["fact-from-work"]);
    expect(rulesOf(desk, [{ ...fact, letThrough: true }])).toEqual([]);
  }));

it("says what a draft needs before it has a text", () =>
  atDesk((desk) => {
    const linted = lintLetter(desk, { ...letter(desk), answers: {} });
    expect(linted).toMatchObject({ ok: false, failure: { type: "template-missing" } });
  }));

it("looks at the fixed text, and not at what the template would make of it", () =>
  atDesk((desk) => {
    const { vault, templates } = desk;
    desk.person("ana", "named", "walkout");
    vault.letters.save(letter(desk));
    const template = valueOf(templates.find("employer-demands", "en"));
    const text = valueOf(textToFreeze(desk, { letter: letter(desk), template }));
    freezeLetter(vault, letter(desk), { ...text, markdown: `${text.markdown}\nTBD.\n` });
    const [fixed] = vault.letters.all();
    if (fixed === undefined) throw new Error("no letter is there");
    const faults = valueOf(lintLetter(desk, fixed));
    expect(faults.map(({ rule }) => rule)).toEqual(["placeholder"]);
    // Its template is gone: no kind, and so the rules for every kind alone.
    const orphan = { ...fixed, template: "gone" };
    const found = valueOf(lintLetter(desk, orphan));
    expect(found.map(({ rule }) => rule)).toEqual(["placeholder"]);
  }));
