import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { Letter, LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import { composeLetter } from "../../../src/usecases/letters/compose-letter.ts";
import type { Composed } from "../../../src/usecases/letters/compose-letter.ts";
import { atDesk, today } from "./letter-desk.ts";
import type { Desk } from "./letter-desk.ts";

const text = { hash: "a".repeat(64) as TextHash, markdown: "Text.\n", frozenOn: today };

const draft: Letter = {
  name: "first" as LetterName,
  template: "employer-demands",
  language: "en",
  answers: { place: "Riverton" },
  demands: [],
  facts: [],
  startedOn: today,
};

const compose = ({ vault }: Desk, letter: Letter): Promise<Composed> =>
  composeLetter({ vault, hashes }, letter, text, { title: "Title", today });

const frozen = ({ vault }: Desk): Letter => {
  vault.letters.save(draft);
  vault.letters.freeze(draft.name, text);
  return { ...draft, frozen: text };
};

const names = ({ source }: Composed): readonly string[] =>
  source.outside.signatories.named.map(({ name }) => name);

describe("a letter as it is shown", () => {
  it("lists who signed this text and nobody who only pledged to", () =>
    atDesk(async (desk) => {
      const letter = frozen(desk);
      desk.sign(desk.person("Ana", "named", "sign"));
      desk.person("Bo", "named", "sign");
      const composed = await compose(desk, letter);
      expect(names(composed)).toEqual(["Ana"]);
      expect(composed).toMatchObject({ people: 1, asked: { named: 1, role: 0, counted: 0 } });
    }));

  it("loses whoever takes the pledge back, with the signature still there", () =>
    atDesk(async (desk) => {
      const letter = frozen(desk);
      const ana = desk.person("Ana", "named", "sign");
      desk.sign(ana);
      for (const pledge of desk.vault.pledges.of(ana))
        desk.vault.pledges.put({ ...pledge, state: "withdrawn" });
      expect(await compose(desk, letter)).toMatchObject({ people: 0 });
    }));

  it("never has signatories as a draft, but says whom it would show", () =>
    atDesk(async (desk) => {
      desk.person("Ana", "named", "sign");
      desk.person("Bo", "counted", "sign");
      desk.person("Cy", "named", "refuse");
      const composed = await compose(desk, draft);
      expect(composed.source.outside.signatories).toEqual({
        named: [],
        roles: [],
        others: { people: 0, moreThan: false },
        supporters: { named: [], others: { people: 0, moreThan: false } },
      });
      expect(composed.list.named).toEqual([{ name: "Ana" }]);
      expect(composed).toMatchObject({ people: 2, asked: { named: 1, role: 0, counted: 1 } });
    }));

  it("hands on no name of anybody who is not to be named", () =>
    atDesk(async (desk) => {
      const letter = frozen(desk);
      for (const index of [1, 2, 3, 4, 5, 6])
        desk.sign(desk.person(`Secret ${index}`, "counted", "sign"));
      expect(JSON.stringify(await compose(desk, letter))).not.toContain("Secret");
    }));

  it("calls teams by their names, and keeps one back that its size gives away", () =>
    atDesk(async (desk) => {
      const letter = frozen(desk);
      for (const index of [1, 2, 3, 4, 5]) {
        const id = desk.person(`Person ${index}`, "role", "sign");
        const person = desk.vault.people.byId(id);
        if (person !== undefined)
          desk.vault.people.update({ ...person, role: "SRE", team: "cloud" as never });
        desk.sign(id);
      }
      expect(new Set((await compose(desk, letter)).list.roles)).toEqual(new Set(["SRE, Cloud"]));
      const campaign = desk.vault.campaign.get();
      const teams = campaign.teams.map((team) => ({ ...team, size: 6 }));
      desk.vault.campaign.save({ ...campaign, teams });
      expect(new Set((await compose(desk, letter)).list.roles)).toEqual(new Set(["SRE"]));
    }));

  it("stands between its place, its day and its unit, as of today", () =>
    atDesk(async (desk) => {
      const { source } = await compose(desk, frozen(desk));
      expect(source.outside).toMatchObject({ place: "Riverton", day: today, unit: "Engineering" });
      expect(source).toMatchObject({ markdown: text.markdown, title: "Title", language: "en" });
    }));
});
