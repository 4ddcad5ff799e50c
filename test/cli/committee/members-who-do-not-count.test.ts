/** Tallies and keys of members who were removed, or whose keys ended. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as openpgp from "openpgp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Member } from "../../../src/domain/committee/committee.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { done } from "../../support/committee-world.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, lineOf, nextNumberBy, outcomesOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

let rowan: TestWorld;
let us: CommitteeInUse;
let heron: CommitteeInUse;
let wren: CommitteeInUse;

beforeAll(async () => {
  [us, heron, wren] = (await Promise.all(
    ["rowan", "heron", "wren"].map((handle) => insideOf(member(handle))),
  )) as [CommitteeInUse, CommitteeInUse, CommitteeInUse];
});

beforeEach(() => {
  rowan = member("rowan");
});

/** Takes in a number of the committee file in which the members are these. */
const goOnWith = async (members: readonly Member[]): Promise<void> => {
  await done(rowan, "merge", put(rowan, "number", await nextNumberBy(us, { members })));
};

const without = (handle: string): readonly Member[] =>
  us.committee.members.filter((one) => one.handle !== handle);

/** The members, heron with another certificate for the same key. */
const heronAs = (certificate: Uint8Array): readonly Member[] =>
  us.committee.members.map((one) => (one.handle === "heron" ? { ...one, certificate } : one));

const privateKey = (): Promise<openpgp.PrivateKey> =>
  openpgp.readPrivateKey({ binaryKey: heron.identity.secret });

const revoked = async (): Promise<Uint8Array> =>
  (
    await openpgp.revokeKey({
      key: await privateKey(),
      reasonForRevocation: { flag: openpgp.enums.reasonForRevocation.keyCompromised },
      date: new Date("2026-11-22"),
      format: "object",
    })
  ).publicKey.write();

/** Made on 22 November, at the end for half a day. */
const expired = async (): Promise<Uint8Array> => {
  const { publicKey } = await openpgp.reformatKey({
    privateKey: await privateKey(),
    userIDs: [{ name: "heron" }],
    keyExpirationTime: 3600,
    date: new Date("2026-11-22"),
    format: "object",
  });
  return publicKey.write();
};

const tallyOf = (inside: CommitteeInUse, name: string): Promise<Uint8Array> =>
  fileOf(inside, { lines: [lineOf(name, "cloud")] });

const merged = async (...files: readonly string[]): Promise<readonly string[]> =>
  outcomesOf((await rowan.pledge("merge", "--json", ...files)).stdout);

const pledged = async (): Promise<unknown> => {
  const status = JSON.parse(await done(rowan, "status", "--json")) as {
    readonly actions: readonly { readonly pledged: unknown }[];
  };
  return status.actions[0]?.pledged;
};

describe("a removed member", () => {
  it("sends nothing that is taken in any more, and the rest is", async () => {
    await goOnWith(without("wren"));
    const before = folderDigest(rowan.vaultFolder);
    const bad = put(rowan, "bad", await tallyOf(wren, "a"));
    expect(await merged(bad)).toEqual(["bad refused signer-removed"]);
    expect(folderDigest(rowan.vaultFolder)).toBe(before);
    const good = put(rowan, "good", await tallyOf(heron, "b"));
    expect(await merged(bad, good)).toEqual(["bad refused signer-removed", "good merged"]);
  });

  it("counts no more with what was taken in before, which stays to be seen", async () => {
    const file = put(rowan, "wren.tally", await tallyOf(wren, "a"));
    // The removal came in the same folder, and is read first.
    await done(rowan, "merge", file);
    expect(await pledged()).toEqual({ low: 1, high: 1 });
    await goOnWith(without("wren"));
    expect(await pledged()).toEqual({ low: 0, high: 0 });
    expect(await done(rowan, "tally", "show")).toContain(
      "wren: 1 person, today (2026-11-22), number 1; no longer a member, not counted",
    );
    const { sources } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
      readonly sources: readonly { readonly handle: string; readonly state: string }[];
    };
    expect(sources.map(({ handle, state }) => `${handle} ${state}`)).toEqual([
      "rowan live",
      "wren removed",
    ]);
  });

  it("is removed before the tally is looked at, in whatever order the files come", async () => {
    const number = put(rowan, "number", await nextNumberBy(us, { members: without("wren") }));
    const file = put(rowan, "wren.tally", await tallyOf(wren, "a"));
    expect(await merged(file, number)).toEqual([
      "wren.tally refused signer-removed",
      "number merged",
    ]);
  });
});

describe("a member whose key ended", () => {
  it.each([
    ["revoked", revoked, "signer-revoked"],
    ["expired", expired, "signer-expired"],
  ] as const)("sends nothing that is taken in: %s", async (_, certificate, reason) => {
    await goOnWith(heronAs(await certificate()));
    const before = folderDigest(rowan.vaultFolder);
    const late = { signedOn: "2026-11-23" as never };
    const bad = put(rowan, "bad", await fileOf(heron, {}, reason === "signer-expired" ? late : {}));
    expect(await merged(bad)).toEqual([`bad refused ${reason}`]);
    expect(folderDigest(rowan.vaultFolder)).toBe(before);
    const good = put(rowan, "good", await tallyOf(wren, "b"));
    expect(await merged(bad, good)).toEqual([`bad refused ${reason}`, "good merged"]);
  });

  it.each([
    ["revoked", revoked, "the key has been revoked"],
    ["expired", expired, "the key has expired"],
  ] as const)("stops a tally by name before it takes a number: %s", async (_, certificate, why) => {
    await goOnWith(heronAs(await certificate()));
    const file = join(rowan.folder, "a");
    const { exitCode, stderr } = await rowan.pledge("tally", "export", "-o", file);
    expect([exitCode, stderr]).toEqual([
      5,
      `pledge: error: nothing can be encrypted to heron: ${why}\npledge: hint: ask for a new certificate, or leave heron out of a tally: pledge tally export --without heron; nothing was written\n`,
    ]);
    expect(existsSync(file)).toBe(false);
    expect(await done(rowan, "tally", "export", "--without", "heron", "-o", file)).toBe(
      "Tally number 1, 0 people, for wren and you.\n",
    );
  });

  it("stops our part of an exchange by name, and nothing else of it", async () => {
    await goOnWith(heronAs(await revoked()));
    put(rowan, "wren.pgp", await tallyOf(wren, "b"));
    const { exitCode, stdout, stderr } = await rowan.pledge("exchange", rowan.folder, "--json");
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([5, { ours: null, committee: [] }]);
    expect(outcomesOf(stdout)).toContain("wren.pgp merged");
    expect(stderr).toContain("reader-unusable");
  });
});
