/** Somebody who signed with us and took it back with another organizer, who was told the code. Sample data. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { named, notesOf, signatoriesOf, signingCommittee, signWith } from "./signing-world.ts";

interface Listed {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const member = signingCommittee({
  rowan: [named("Ana Gómez"), named("Chi Sample")],
  heron: [named("Eve Sample")],
});

let rowan: TestWorld;
let heron: TestWorld;
let code: string;

const idOf = async (world: TestWorld, name: string): Promise<string> =>
  (JSON.parse(await done(world, "list", "--json")) as Listed).people.find(
    (one) => one.name === name,
  )?.id ?? "";

const codeOf = async (world: TestWorld, id: string): Promise<string> =>
  /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/u.exec(await done(world, "show", id, "--json"))?.[0] ?? "";

/** heron's tally, in rowan's vault. */
const mergeTally = async (): Promise<void> => {
  const file = join(heron.folder, "heron.tally");
  await done(heron, "tally", "export", "-o", file, "--force", "--yes");
  await done(rowan, "merge", carry(heron, rowan, "heron.tally"));
};

beforeEach(async () => {
  [rowan, heron] = [member("rowan"), member("heron")];
  code = await codeOf(rowan, await idOf(rowan, "Ana Gómez"));
  await signWith(heron, [{ ...named("Ana G."), code } as never]);
});

describe("somebody who took the signature back with another organizer", () => {
  it("stands in no letter and no list, and whom to ask is said", async () => {
    await mergeTally();
    expect(await signatoriesOf(rowan)).toContain("Ana Gómez");
    await done(heron, "withdraw", await idOf(heron, "Ana G."), "--yes");
    await mergeTally();
    const ana = await idOf(rowan, "Ana Gómez");
    expect(await signatoriesOf(rowan)).not.toContain("Ana");
    expect(await signatoriesOf(rowan)).toContain("Chi Sample");
    const note = `1 person who signed with you left out: by another organizer's tally the signature was taken back. Ask them (${ana}). If it was: "pledge withdraw ID"; if not, that organizer must hear of it and send a new tally.`;
    expect(await notesOf(rowan)).toContain(note);
    const file = join(rowan.folder, "rowan.signers");
    const sent = await rowan.pledge(
      "letter",
      "signers",
      "first",
      "--to",
      "heron",
      "-o",
      file,
      "--yes",
    );
    expect(sent.stderr.replaceAll(/\s+/gu, " ")).toContain(note);
    const again = ["letter", "signers", "first", "--to", "heron", "--force", "--yes", "--json"];
    expect(JSON.parse(await done(rowan, ...again, "-o", file))).toMatchObject({
      named: 1,
      tookBack: [ana],
    });
    expect(JSON.parse(await done(rowan, "letter", "preview", "first", "--json"))).toMatchObject({
      tookBack: [ana],
      signed: { low: 1 },
      signatories: { named: 1 },
    });
    expect(
      JSON.parse(await done(rowan, "letter", "write", "first", "--format", "md", "--json")),
    ).toMatchObject({ tookBack: [ana], signatories: { named: 1 } });
    expect(await done(rowan, "letter", "list")).toContain("signed by 1 person");
  });

  it("is not put back by the list of a third one", async () => {
    await done(heron, "withdraw", await idOf(heron, "Ana G."), "--yes");
    await mergeTally();
    await signWith(heron, [named("Ana Gómez")]);
    const list = join(heron.folder, "heron.signers");
    await done(heron, "letter", "signers", "first", "--to", "rowan", "-o", list, "--yes");
    await done(rowan, "merge", carry(heron, rowan, "heron.signers"));
    const letter = await signatoriesOf(rowan);
    expect(letter).toContain("Eve Sample");
    expect(letter).not.toContain("Ana");
  });

  it("stands there again once that organizer says so", async () => {
    const ana = await idOf(heron, "Ana G.");
    await done(heron, "withdraw", ana, "--yes");
    await mergeTally();
    expect(await notesOf(rowan)).toContain("left out");
    await signWith(heron, [{ ...named("Ana G."), code } as never]);
    await mergeTally();
    expect(await notesOf(rowan)).not.toContain("left out");
    expect(await signatoriesOf(rowan)).toContain("Ana Gómez");
  });
});
