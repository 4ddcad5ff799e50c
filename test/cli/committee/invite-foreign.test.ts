import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { newFounder, refusal } from "./inviting.ts";

const made = new Date("2026-11-01T00:00:00Z");

describe("a certificate of another program", () => {
  const withName = async () => {
    const { publicKey } = await foreign({ date: made });
    const file = async (world: TestWorld) => world.file("theirs.asc", publicKey.armor());
    return { fingerprint: publicKey.getFingerprint(), file };
  };

  it("needs a handle, and what is in it is not repeated", async () => {
    const rowan = await newFounder();
    const { file } = await withName();
    const shown = await refusal(rowan, await file(rowan));
    expect(shown).toMatchInlineSnapshot(`
      "2
      This certificate comes from another program. If its user ids hold a name or an
      address, every member will be able to read them.
      pledge: error: this certificate says no handle, and its member needs one
      pledge: hint: give it one, with the fingerprint that its holder reads to you: --fingerprint HANDLE=FINGERPRINT
      "
    `);
    expect(shown).not.toMatch(/Ada|example|[0-9a-f]{40}/u);
  });

  it("is let in under the handle of --fingerprint", async () => {
    const rowan = await newFounder();
    const { file, fingerprint } = await withName();
    const output = join(rowan.folder, "committee.pledge");
    const args = [await file(rowan), "-o", output, "--fingerprint", `sage=${fingerprint}`];
    expect(await done(rowan, "invite", ...args)).toMatchInlineSnapshot(`
      "Number 1 of the committee file, for 2 members:
        rowan  you; no team
        sage   no team

      Send committee.pledge to sage, to be opened with the other program.
      "
    `);
  });

  it("is compared by two groups of its digits at the terminal, where its handle is asked for", async () => {
    const rowan = await newFounder();
    const { file, fingerprint } = await withName();
    const group = (question: string): string => {
      const n = Number(/^Group (\d+) /u.exec(question)?.[1]);
      return fingerprint.slice((n - 1) * 4, n * 4);
    };
    rowan.answers(["rowan", "Sage", "sage", group, group, ["Cloud"], []]);
    const output = join(rowan.folder, "committee.pledge");
    const { exitCode } = await rowan.pledge("invite", await file(rowan), "-o", output);
    expect(exitCode).toBe(5);
    expect(rowan.questions()).toEqual(["Which handle shall its holder have? (not a name)"]);
    const again = await rowan.pledge("invite", await file(rowan), "-o", output);
    expect(again.exitCode).toBe(0);
    expect(
      rowan
        .questions()
        .slice(1)
        .map((one) => one.replace(/\d+/u, "N")),
    ).toEqual([
      "Which handle shall its holder have? (not a name)",
      "Which handle shall its holder have? (not a name)",
      "Group N of sage's fingerprint, four digits or letters?",
      "Group N of sage's fingerprint, four digits or letters?",
      "Which teams does sage answer for?",
      "Which teams do you answer for yourself?",
    ]);
  });

  it("that says nothing but a handle is taken as a join file is", async () => {
    const rowan = await newFounder();
    const { publicKey } = await foreign({ date: made, userIDs: [{ name: "sage" }] });
    const file = rowan.file("sage.asc", publicKey.armor());
    const output = join(rowan.folder, "committee.pledge");
    const fingerprint = `sage=${publicKey.getFingerprint()}`;
    await done(rowan, "invite", file, "-o", output, "--fingerprint", fingerprint);
  });
});
