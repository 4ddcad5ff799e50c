import { describe, expect, it } from "vitest";

import type { DemandKey } from "../../../src/domain/campaign/campaign.ts";
import type { LetterName } from "../../../src/domain/letters/letter.ts";
import { keepChange, planChange } from "../../../src/usecases/letters/edit-letter.ts";
import type { PlannedChange } from "../../../src/usecases/letters/edit-letter.ts";
import { findWithTemplate } from "../../../src/usecases/letters/find-letter.ts";
import { freezeLetter, textToFreeze } from "../../../src/usecases/letters/freeze-letter.ts";
import { prepareLetter, startLetter } from "../../../src/usecases/letters/start-letter.ts";
import { atDesk, today, valueOf } from "./letter-desk.ts";
import type { Desk } from "./letter-desk.ts";

const name = "first" as LetterName;

const start = (desk: Desk): void => {
  const prepared = valueOf(prepareLetter(desk, { template: "employer-demands", wanted: name }));
  valueOf(startLetter(desk, prepared, { answerBy: "2026-12-24", copies: "the board" }, today));
};

const freeze = async (desk: Desk): Promise<void> => {
  const found = valueOf(await findWithTemplate(desk, name));
  freezeLetter(desk.vault, found.letter, valueOf(textToFreeze(desk, found)));
};

const plan = async (
  desk: Desk,
  given: Readonly<Record<string, string>>,
  demands?: readonly DemandKey[],
): Promise<PlannedChange> =>
  valueOf(
    planChange(desk, valueOf(await findWithTemplate(desk, name)), {
      given,
      ...(demands ? { demands } : {}),
    }),
  );

describe("a change of a draft", () => {
  it("replaces, adds and takes away answers", () =>
    atDesk(async (desk) => {
      start(desk);
      const planned = await plan(desk, { answerBy: "2027-01-01", copies: "", place: "Riverton" });
      expect(planned).toMatchObject({ changed: true, thaws: false, askAgain: [], missing: [] });
      keepChange(desk.vault, planned);
      expect(desk.vault.letters.byName(name)?.answers).toEqual({
        answerBy: "2027-01-01",
        place: "Riverton",
      });
    }));

  it("may leave it unfinished for a while, and says so", () =>
    atDesk(async (desk) => {
      start(desk);
      expect(await plan(desk, { answerBy: "" })).toMatchObject({
        changed: true,
        missing: ["answerBy"],
      });
    }));

  it("is none when the answers are the same", () =>
    atDesk(async (desk) => {
      start(desk);
      expect((await plan(desk, { answerBy: "2026-12-24", place: "" })).changed).toBe(false);
    }));

  it("can take in other demands", () =>
    atDesk(async (desk) => {
      start(desk);
      const demands = ["require-subpoenas"] as DemandKey[];
      keepChange(desk.vault, await plan(desk, {}, demands));
      expect(desk.vault.letters.byName(name)?.demands).toEqual(demands);
    }));

  it("is refused with demands that are unknown or none at all", () =>
    atDesk(async (desk) => {
      start(desk);
      const found = valueOf(await findWithTemplate(desk, name));
      const tried = (demands: readonly string[]) =>
        planChange(desk, found, { given: {}, demands: demands as DemandKey[] });
      expect(tried(["free-lunch"])).toMatchObject({
        ok: false,
        failure: { type: "demand-unknown" },
      });
      expect(tried([])).toEqual({ ok: false, failure: { type: "demands-missing" } });
    }));
});

describe("a change of a fixed text", () => {
  it("makes it a draft again, and names exactly those who had signed it", () =>
    atDesk(async (desk) => {
      const [ana, bo] = [desk.person("Ana", "named", "sign"), desk.person("Bo", "named", "sign")];
      start(desk);
      await freeze(desk);
      desk.sign(ana);
      const planned = await plan(desk, { answerBy: "2027-01-01" });
      expect(planned).toMatchObject({ changed: true, thaws: true, askAgain: [ana] });
      expect(desk.vault.letters.byName(name)?.frozen).toBeDefined();
      keepChange(desk.vault, planned);
      expect(desk.vault.letters.byName(name)?.frozen).toBeUndefined();
      await freeze(desk);
      const text = desk.vault.letters.byName(name)?.frozen?.hash;
      expect(desk.vault.letters.toAsk(text ?? ("" as never))).toEqual([ana, bo]);
    }));

  it("names everybody who had signed it where the letter is unfinished for a while", () =>
    atDesk(async (desk) => {
      const ana = desk.person("Ana", "named", "sign");
      start(desk);
      await freeze(desk);
      desk.sign(ana);
      expect(await plan(desk, { answerBy: "" })).toMatchObject({
        thaws: true,
        askAgain: [ana],
        missing: ["answerBy"],
      });
    }));

  it("does not name those who signed the text to which it goes back", () =>
    atDesk(async (desk) => {
      const [ana, bo] = [desk.person("Ana", "named", "sign"), desk.person("Bo", "named", "sign")];
      start(desk);
      await freeze(desk);
      desk.sign(ana);
      keepChange(desk.vault, await plan(desk, { answerBy: "2027-01-01" }));
      await freeze(desk);
      desk.sign(ana);
      desk.sign(bo);
      expect(await plan(desk, { answerBy: "2026-12-24" })).toMatchObject({
        thaws: true,
        askAgain: [bo],
      });
    }));

  it("is none when it changes only what stands outside the text", () =>
    atDesk(async (desk) => {
      start(desk);
      await freeze(desk);
      const before = desk.vault.letters.byName(name)?.frozen;
      const planned = await plan(desk, { place: "Riverton" });
      expect(planned).toMatchObject({ changed: true, thaws: false, askAgain: [] });
      keepChange(desk.vault, planned);
      const after = desk.vault.letters.byName(name);
      expect(after?.frozen).toEqual(before);
      expect(after?.answers["place"]).toBe("Riverton");
    }));

  it("is judged by the answers, and not by what a newer template or campaign makes of them", () =>
    atDesk(async (desk) => {
      start(desk);
      await freeze(desk);
      desk.vault.campaign.save({ ...desk.vault.campaign.get(), employer: "Another Corp" });
      expect((await plan(desk, { place: "Riverton" })).thaws).toBe(false);
      expect((await plan(desk, { copies: "" })).thaws).toBe(true);
    }));
});
