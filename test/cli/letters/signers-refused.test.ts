/** Lists of signers that `merge` refuses, each with its reason and with the vault as it was. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Signers } from "../../../src/domain/letters/signers.ts";
import { writeSigners } from "../../../src/domain/letters/write-signers.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { done } from "../../support/committee-world.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, openpgp, sealedBy, today } from "../committee/forge.ts";
import { life, listBy, mergeInto, signersFileOf, textOf } from "./forge-signers.ts";
import { named, notesOf, signatoriesOf, signingCommittee } from "./signing-world.ts";

const member = signingCommittee({
  rowan: [named("Ana Gómez")],
  heron: [named("Bo Sample"), named("Chi Sample", { alias: "chi" })],
  wren: [named("Dee Sample")],
});

let rowan: TestWorld;
let heron: CommitteeInUse;
let text: Signers["text"];

beforeEach(async () => {
  rowan = member("rowan");
  heron = await insideOf(member("heron"));
  text = await textOf(rowan);
});

const fileOf = (
  changes: Partial<Signers> = {},
  sealing?: Parameters<typeof signersFileOf>[2],
): Promise<Uint8Array> => signersFileOf(heron, { text, ...changes }, sealing);

const merged = (...files: readonly Uint8Array[]): Promise<readonly string[]> =>
  mergeInto(rowan, ...files);

/** A file of bytes that are nearly a list. */
const fileWith = (change: (lines: string) => string): Promise<Uint8Array> => {
  const payload = new TextDecoder().decode(writeSigners(listBy(heron, { text })));
  const lines = payload.split("\n").slice(0, -2).join("\n");
  return sealedBy(heron, writeLines(change(lines).split("\n")));
};

const fingerprintOf = async (handle: string): Promise<Signers["from"]> =>
  (await insideOf(member(handle))).identity.fingerprint;

const cases: readonly (readonly [string, string, () => Promise<Uint8Array>])[] = [
  ["cut off", "seal-malformed", async () => (await fileOf()).subarray(0, -9)],
  [
    "with a bit flipped",
    "seal-malformed",
    async () => {
      const bytes = await fileOf();
      return bytes.with(700, (bytes[700] ?? 0) ^ 1);
    },
  ],
  ["unsigned", "unsigned", () => fileOf({}, { signers: [] })],
  [
    "signed twice",
    "signed-twice",
    () => fileOf({}, { signers: [heron.identity.secret, heron.identity.secret] }),
  ],
  [
    "signed by a stranger",
    "signer-unknown",
    async () => {
      const { secret } = await openpgp.makeKey("heron" as Handle, today);
      return fileOf({}, { signers: [secret] });
    },
  ],
  ["signed in 2030", "signature-ahead", () => fileOf({}, { signedOn: "2030-01-01" as Day })],
  ["of another writer", "signer-other", async () => fileOf(await otherWriter())],
  ["for another reader", "reader-other", async () => fileOf(await otherReader())],
  [
    "encrypted to others",
    "seal-not-for-us",
    () => fileOf({}, { readers: [heron.identity.certificate] }),
  ],
  ["of another campaign", "campaign-other", () => fileOf({ campaign: life("7") })],
  ["dated tomorrow", "dated-ahead", () => fileOf({ asOf: "2026-11-23" as Day })],
  ["dated in 2030", "dated-ahead", () => fileOf({ asOf: "2030-01-01" as Day })],
  [
    "of a later version",
    "payload-newer",
    () => fileWith((lines) => lines.replace('"v":1', '"v":2')),
  ],
  [
    "not in its one form",
    "payload-malformed",
    () => fileWith((lines) => lines.replace('"v":1', '"v": 1')),
  ],
  [
    "with a contact in it",
    "payload-malformed",
    () => fileWith((lines) => lines.replace('{"name"', '{"contact":"x","name"')),
  ],
  [
    "in the place of our own life",
    "supersedes-foreign",
    async () => {
      const { identity } = await insideOf(rowan);
      return fileOf({ supersedes: [identity.incarnation] });
    },
  ],
];

const otherWriter = async (): Promise<Partial<Signers>> => {
  const from = await fingerprintOf("wren");
  return { from };
};

const otherReader = async (): Promise<Partial<Signers>> => ({
  to: [heron.identity.fingerprint, await fingerprintOf("wren")].toSorted(),
});

describe("a list of signers is refused", () => {
  it("for each of the reasons, with the vault as it was", async () => {
    const before = folderDigest(rowan.vaultFolder);
    const files = await Promise.all(cases.map(([, , make]) => make()));
    const told = (outcomes: readonly string[]): readonly string[] =>
      outcomes.map((outcome, index) => outcome.replace(/^\S+/u, cases[index]?.[0] ?? ""));
    expect(told(await merged(...files))).toEqual(
      cases.map(([what, reason]) => `${what} refused ${reason}`),
    );
    expect(folderDigest(rowan.vaultFolder)).toEqual(before);
  });

  it("and stops no other file", async () => {
    const [cut, good] = [(await fileOf()).subarray(0, -9), await fileOf()];
    expect(await merged(cut, good)).toEqual([
      "1.signers refused seal-malformed",
      "2.signers merged",
    ]);
    expect(await signatoriesOf(rowan)).toContain("Bo Sample");
  });

  it("by somebody who was removed, and what was merged of hers counts no more", async () => {
    const file = await fileOf();
    expect(await merged(file)).toEqual(["1.signers merged"]);
    expect(await signatoriesOf(rowan)).toContain("Bo Sample");
    await done(rowan, "committee", "remove", "heron", "--yes", "-o", join(rowan.folder, "next"));
    expect(await signatoriesOf(rowan)).not.toContain("Bo Sample");
    expect(await notesOf(rowan)).toContain(
      "heron is not in the committee any more, so that list is left out.",
    );
    expect(await merged(file)).toEqual(["1.signers refused signer-removed"]);
  });

  it("with lives that take each other's place, and others are taken in beside it", async () => {
    const [one, two] = [life("1"), life("2")];
    const files = await Promise.all([
      fileOf({ incarnation: one, supersedes: [two] }),
      fileOf({ incarnation: two, supersedes: [one] }),
      fileOf({ incarnation: life("3"), supersedes: [one, two] }),
    ]);
    expect(await merged(...files)).toEqual([
      "1.signers merged",
      "2.signers refused supersedes-cycle",
      "3.signers merged",
    ]);
  });

  it("with a life of somebody else", async () => {
    const wren = await insideOf(member("wren"));
    await merged(await signersFileOf(wren, { text, incarnation: life("1") }));
    expect(await merged(await fileOf({ supersedes: [life("1")] }))).toEqual([
      "1.signers refused supersedes-foreign",
    ]);
  });
});
