/** Whose key for attesting letters the committee file names, and what happens where it is another one. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import { nextNumber } from "../../../src/domain/committee/next-number.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Member } from "../../../src/domain/committee/committee.ts";
import { carry, done, fingerprintOf, joiner } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, openpgp, sealedBy, today } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const worldOf = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

const keyIn = (world: TestWorld) => world.inVault((vault) => vault.attestation.get());

/** The next number as rowan makes it, with other members; heron takes it in. */
const mergeChanged = async (
  change: (members: readonly Member[]) => readonly Member[],
): Promise<string> => {
  const [rowan, heron] = [worldOf("rowan"), worldOf("heron")];
  const inside = await insideOf(rowan);
  const { committee, reference } = inside;
  const next = nextNumber(committee, reference.hash, {
    asOf: today,
    members: change(committee.members),
  });
  const file = heron.file("next.pledge", await sealedBy(inside, writeCommittee(next)));
  const { stdout } = await heron.pledge("merge", file, "--json");
  const { files } = JSON.parse(stdout) as {
    readonly files: readonly { outcome: string; reason?: string }[];
  };
  return files.map(({ outcome, reason }) => reason ?? outcome).join();
};

const withKey =
  (handle: string, attests: Uint8Array | undefined) =>
  (members: readonly Member[]): readonly Member[] =>
    members.map(({ attests: before, ...one }) =>
      one.handle === handle
        ? { ...one, ...(attests && { attests }) }
        : { ...one, ...(before && { attests: before }) },
    );

const newKey = async (): Promise<Uint8Array> =>
  (await openpgp.makeAttestationKey(today)).certificate.bytes;

describe("keys for attesting letters", () => {
  it("come with the join files and the founder, one each", async () => {
    const { committee } = await insideOf(worldOf("wren"));
    for (const { handle, attests } of committee.members)
      expect(attests).toEqual((await keyIn(worldOf(handle)))?.certificate);
  });

  it("are the vault's own: a number that names another one for us is refused", async () => {
    expect(await mergeChanged(withKey("heron", await newKey()))).toBe("attestation-other");
  });

  it("may be taken out of the file, or be another member's new one", async () => {
    expect(await mergeChanged(withKey("heron", undefined))).toBe("merged");
  });

  it("change where the file says so, for everybody but us", async () => {
    expect(await mergeChanged(withKey("wren", await newKey()))).toBe("merged");
  });

  it.each<[string, () => Promise<Uint8Array | undefined>]>([
    ["another member's", async () => (await keyIn(worldOf("heron")))?.certificate],
    ["her own key for tallies", async () => (await insideOf(worldOf("wren"))).identity.certificate],
    ["no certificate", async () => Uint8Array.of(1, 2, 3)],
    // A marker packet, which every reader passes over (RFC 9580 §5.8).
    [
      "not in its one form",
      async () => Buffer.concat([await newKey(), Buffer.from("ca03504750", "hex")]),
    ],
    ["two in one", async () => Buffer.concat([await newKey(), await newKey()])],
  ])("refuse the whole number where one is %s", async (_, bytes) => {
    expect(await mergeChanged(withKey("wren", await bytes()))).toBe("payload-malformed");
  });

  it("are put into the line of whoever makes a number", async () => {
    expect(await mergeChanged(withKey("heron", undefined))).toBe("merged");
    const heron = worldOf("heron");
    const turf = ["committee", "turf", "heron=", "-o", join(heron.folder, "again.pledge")];
    await done(heron, ...turf);
    const { committee } = await insideOf(heron);
    expect(committee.members.map(({ attests }) => attests !== undefined)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a join file that somebody changed on its way", () => {
  it("is found out by its owner, when the committee file comes back", async () => {
    const rowan = await testWorld();
    await rowan.init();
    const heron = await joiner("heron", { seed: 2 });
    const identity = await heron.inVault((vault) => vault.identity.get());
    const changed = Buffer.concat([identity?.certificate ?? new Uint8Array(), await newKey()]);
    const path = rowan.file("heron.join", await openpgp.armor("certificate", changed));
    const out = join(rowan.folder, "committee.pledge");
    await done(rowan, "invite", path, "-o", out, "--fingerprint", await fingerprintOf(heron));
    const file = carry(rowan, heron, "committee.pledge");
    const known = await fingerprintOf(rowan);
    const { exitCode, stderr } = await heron.pledge("join", file, "--fingerprint", known);
    expect(exitCode).toBe(5);
    expect(stderr).toContain("names another key for attesting letters with than yours");
    expect(await heron.inVault((vault) => vault.committee.all())).toEqual([]);
  });

  it("lets nobody in with a key that another one attests with", async () => {
    const rowan = await testWorld();
    await rowan.init();
    const attests = await newKey();
    const files: string[] = [];
    const known: string[] = [];
    for (const handle of ["heron", "wren"] as const) {
      const { certificate } = await openpgp.makeKey(handle as Handle, today);
      files.push(rowan.file(`${handle}.join`, Buffer.concat([certificate.bytes, attests])));
      known.push("--fingerprint", `${handle}=${certificate.fingerprint}`);
    }
    const out = join(rowan.folder, "committee.pledge");
    const { exitCode, stderr } = await rowan.pledge("invite", ...files, "-o", out, ...known);
    expect(exitCode).toBe(5);
    expect(stderr).toContain("a key for attesting letters in it is another member's too");
    expect(await rowan.inVault((vault) => vault.committee.all())).toEqual([]);
  });
});
