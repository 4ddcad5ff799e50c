import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import { ownSigners } from "../../../src/usecases/letters/own-signers.ts";
import type { OwnSigners } from "../../../src/usecases/letters/own-signers.ts";
import { atDesk, today } from "./letter-desk.ts";
import type { Desk } from "./letter-desk.ts";

const [cloud, ads] = ["cloud", "ads"] as TeamKey[] as [TeamKey, TeamKey];
const text = "a".repeat(64) as TextHash;

/** Somebody who signed. */
const signed = (
  desk: Desk,
  name: string,
  display: "named" | "role" | "counted",
  more: { readonly role?: string; readonly team?: TeamKey; readonly supporter?: boolean } = {},
): void => {
  const { vault } = desk;
  if (vault.letters.current() === undefined) {
    const letter = {
      template: "x",
      language: "en",
      answers: {},
      demands: [],
      facts: [],
      startedOn: today,
    };
    vault.letters.save({ ...letter, name: "first" as LetterName });
    vault.letters.freeze("first" as LetterName, { hash: text, markdown: "", frozenOn: today });
  }
  const id = desk.person(name, display, "sign");
  const person = vault.people.byId(id);
  if (person !== undefined) vault.people.update({ ...person, ...more });
  desk.sign(id);
};

const own = ({ vault }: Desk, turf: readonly TeamKey[] = []): OwnSigners =>
  ownSigners(vault, vault.campaign.get(), text, turf, new Set());

describe("what our own vault tells of who signed", () => {
  it("is never the name of somebody who is to be a number or a role", () =>
    atDesk((desk) => {
      signed(desk, "Secret1", "counted", { role: "SRE", team: cloud });
      signed(desk, "Secret2", "role", { role: "SRE", team: cloud });
      signed(desk, "Secret3", "role", { team: cloud });
      signed(desk, "Secret4", "role", { role: "Poet", supporter: true });
      expect(JSON.stringify(own(desk))).not.toContain("Secret");
      expect(own(desk)).toEqual({
        lines: [{ role: "SRE", team: cloud, supporter: false }],
        counted: { inTurf: 0, elsewhere: 2, supporters: 1 },
      });
    }));

  it("counts those without a line by our turf", () =>
    atDesk((desk) => {
      signed(desk, "Ana", "counted", { team: cloud });
      signed(desk, "Bo", "counted", { team: ads });
      signed(desk, "Cy", "counted");
      signed(desk, "Dee", "counted", { supporter: true, team: ads });
      expect(own(desk, [ads]).counted).toEqual({ inTurf: 1, elsewhere: 2, supporters: 1 });
    }));

  it("has no team that the campaign does not have, and none of a supporter", () =>
    atDesk((desk) => {
      signed(desk, "Ana", "named", { role: "SRE", team: "gone" as TeamKey });
      signed(desk, "Bo", "named", { team: cloud, supporter: true });
      expect(own(desk).lines).toEqual([
        { name: "Ana", role: "SRE", supporter: false },
        { name: "Bo", supporter: true },
      ]);
    }));

  it("leaves out whoever did not sign this text", () =>
    atDesk((desk) => {
      signed(desk, "Ana", "named");
      desk.person("Bo", "named", "sign");
      expect(own(desk).lines).toEqual([{ name: "Ana", supporter: false }]);
    }));
});
