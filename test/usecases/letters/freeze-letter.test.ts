import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

import { ok } from "../../../src/domain/result.ts";
import { markerOf, outsideBlocks } from "../../../src/domain/letters/outside.ts";
import type { FoundLetter } from "../../../src/usecases/letters/find-letter.ts";
import { findWithTemplate } from "../../../src/usecases/letters/find-letter.ts";
import { freezeLetter, textToFreeze } from "../../../src/usecases/letters/freeze-letter.ts";
import { prepareLetter, startLetter } from "../../../src/usecases/letters/start-letter.ts";
import { atDesk, today, valueOf } from "./letter-desk.ts";
import type { Desk } from "./letter-desk.ts";

const start = async (
  desk: Desk,
  answers: Readonly<Record<string, string>> = {},
): Promise<FoundLetter> => {
  const prepared = valueOf(prepareLetter(desk, { template: "employer-demands" }));
  const { name } = valueOf(
    startLetter(desk, prepared, { answerBy: "2026-12-24", ...answers }, today),
  );
  return valueOf(await findWithTemplate(desk, name));
};

describe("a text that is fixed", () => {
  it("is kept whole under its SHA-256, with its outside blocks as marks", () =>
    atDesk(async (desk) => {
      const found = await start(desk, { place: "Zzyzx", contact: "cafe\u0301@example.org" });
      const text = valueOf(textToFreeze(desk, found));
      freezeLetter(desk.vault, found.letter, text);
      const kept = desk.vault.letters.byName(found.letter.name)?.frozen;
      expect(kept).toEqual(text);
      expect(
        createHash("sha256")
          .update(kept?.markdown ?? "", "utf8")
          .digest("hex"),
      ).toBe(kept?.hash);
      for (const block of outsideBlocks) expect(kept?.markdown).toContain(markerOf(block));
      expect(kept?.markdown).not.toContain("Zzyzx");
      expect(kept?.markdown).toBe(kept?.markdown.normalize("NFC"));
    }));

  it("is the same for the same answers, whenever it is fixed", () =>
    atDesk(async (desk) => {
      const first = valueOf(textToFreeze(desk, await start(desk)));
      const later = valueOf(
        textToFreeze({ ...desk, today: "2026-12-01" as Desk["today"] }, await start(desk)),
      );
      expect(later.hash).toBe(first.hash);
    }));

  it("does not change with the campaign", () =>
    atDesk(async (desk) => {
      const found = await start(desk);
      const text = valueOf(textToFreeze(desk, found));
      freezeLetter(desk.vault, found.letter, text);
      desk.vault.campaign.save({ ...desk.vault.campaign.get(), employer: "Another Corp" });
      expect(desk.vault.letters.byName(found.letter.name)?.frozen).toEqual(text);
    }));

  it("must be put to everybody who pledged to sign, and to nobody else", () =>
    atDesk(async (desk) => {
      const asked = [
        desk.person("Ana", "named", "sign"),
        desk.person("Bo", "counted", "sign", "refuse"),
      ];
      desk.person("Cy", "named", "refuse");
      const found = await start(desk);
      expect(freezeLetter(desk.vault, found.letter, valueOf(textToFreeze(desk, found)))).toEqual(
        asked,
      );
    }));

  it("could be sent to a committee, or is not fixed", () =>
    atDesk(async (desk) => {
      const found = await start(desk);
      const text = "x ".repeat(33_000);
      const templates = { ...desk.templates, render: () => ok(text) };
      expect(textToFreeze({ ...desk, templates }, found)).toEqual({
        ok: false,
        failure: {
          type: "letter-beyond-format",
          letter: found.letter.name,
          what: "the text is too long",
        },
      });
    }));

  it("announces no step that nobody has pledged, be it the first or a further one", () =>
    atDesk(async (desk) => {
      desk.person("Ana", "named", "refuse");
      const unbacked = (found: FoundLetter, variable: string) => ({
        ok: false,
        failure: {
          type: "escalation-unbacked",
          action: "strike",
          variable,
          name: found.letter.name,
        },
      });
      const first = await start(desk, { otherwise: "strike" });
      expect(textToFreeze(desk, first)).toEqual(unbacked(first, "otherwise"));
      const further = await start(desk, { otherwise: "refuse", furtherStep: "strike" });
      expect(textToFreeze(desk, further)).toEqual(unbacked(further, "furtherStep"));
      desk.person("Bo", "named", "strike");
      expect(textToFreeze(desk, further).ok).toBe(true);
    }));

  it("is not fixed a second time", () =>
    atDesk(async (desk) => {
      const found = await start(desk);
      freezeLetter(desk.vault, found.letter, valueOf(textToFreeze(desk, found)));
      const again = valueOf(await findWithTemplate(desk, found.letter.name));
      expect(textToFreeze(desk, again)).toMatchObject({
        ok: false,
        failure: { type: "letter-already-frozen" },
      });
    }));
});
