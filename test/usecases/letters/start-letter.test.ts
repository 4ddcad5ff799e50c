import { describe, expect, it } from "vitest";

import type { DemandKey } from "../../../src/domain/campaign/campaign.ts";
import { prepareLetter, startLetter } from "../../../src/usecases/letters/start-letter.ts";
import { atDesk, today, valueOf } from "./letter-desk.ts";

const template = "employer-demands";

describe("a letter that is started", () => {
  it("keeps its answers and the campaign's demands of that day", () =>
    atDesk((desk) => {
      const prepared = valueOf(prepareLetter(desk, { template, wanted: "first" }));
      const letter = valueOf(
        startLetter(desk, prepared, { answerBy: "2026-12-24", contact: "" }, today),
      );
      expect(letter).toMatchObject({ name: "first", template, language: "en", startedOn: today });
      expect(letter.answers).toEqual({ answerBy: "2026-12-24" });
      const { demands, ...campaign } = desk.vault.campaign.get();
      expect(letter.demands).toEqual(demands);
      desk.vault.campaign.save({ ...campaign, demands: [] });
      expect(desk.vault.letters.all()).toEqual([letter]);
    }));

  it("has the template's name, or that with a number", () =>
    atDesk((desk) => {
      const names = [1, 2, 3].map(() => {
        const prepared = valueOf(prepareLetter(desk, { template }));
        return valueOf(startLetter(desk, prepared, { answerBy: "2026-12-24" }, today)).name;
      });
      expect(names).toEqual([template, `${template}-2`, `${template}-3`]);
    }));

  it("is not kept when an answer is missing, and all that are missing are named with their place", () =>
    atDesk((desk) => {
      const prepared = valueOf(prepareLetter(desk, { template }));
      const started = startLetter(desk, prepared, { answerBy: "" }, today);
      expect(started).toMatchObject({ ok: false, failure: { type: "template-missing" } });
      expect(JSON.stringify(started)).toMatch(/"line":\d+,"column":\d+,"variable":"answerBy"/u);
      expect(desk.vault.letters.all()).toEqual([]);
    }));

  it("needs demands, and only ones that are known", () =>
    atDesk((desk) => {
      const campaign = desk.vault.campaign.get();
      desk.vault.campaign.save({ ...campaign, demands: [] });
      expect(prepareLetter(desk, { template })).toEqual({
        ok: false,
        failure: { type: "demands-missing" },
      });
      desk.vault.campaign.save({
        ...campaign,
        demands: ["drop-contracts", "free-lunch"] as DemandKey[],
      });
      expect(prepareLetter(desk, { template })).toMatchObject({
        ok: false,
        failure: { type: "demand-unknown", key: "free-lunch" },
      });
    }));
});
