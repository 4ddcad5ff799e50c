/** A restored vault of a committee begins a new life: what it sends cannot be taken for what it sent before. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { TextHash } from "../../../src/domain/letters/letter.ts";
import type { Held } from "../../../src/domain/tallies/snapshot.ts";
import type { OwnSnapshot } from "../../../src/domain/tallies/store.ts";
import type { Hash, Incarnation, Token } from "../../../src/domain/tallies/tally.ts";
import { isUuid } from "../../../src/domain/text/uuid.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import {
  backUp,
  bytesIn,
  change,
  emptyVault,
  identity,
  imageOf,
  look,
  newVault,
  outcome,
  person,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";
import { rowsIn } from "../../support/decrypted-image.ts";

const text = "d".repeat(64) as TextHash;
const source = { from: identity.fingerprint, incarnation: identity.incarnation };
const bytes = { payload: Uint8Array.of(1, 2), signature: Uint8Array.of(3) };
const ours = (seq: number): OwnSnapshot => ({
  ...source,
  ...bytes,
  seq,
  sha256: String(seq).repeat(64) as Hash,
  prev: undefined,
  named: true,
});
const other = { ...source, from: "f".repeat(40) as typeof identity.fingerprint };
const sha256 = createHash("sha256").update(bytes.payload).digest("hex") as Hash;
const link = { seq: 4, sha256, prev: undefined };
const held: Held = { ...other, links: [link], tops: [{ ...other, ...link, ...bytes }] };

/** Somebody who has sent two tallies and a list, and taken in one of each. */
const sending = (vault: Vault): void => {
  vault.identity.save(identity);
  vault.tallies.keepOwn(ours(1), [], []);
  vault.tallies.keepOwn(
    ours(2),
    [{ person: person(1).id, token: "A".repeat(22) as Token, salt: new Uint8Array(16) }],
    [new Uint8Array(32)],
  );
  vault.signers.keepOwn(text, ours(7));
  vault.tallies.keep(held);
  vault.signers.keep(text, held);
};

/** The folder of what a backup of the vault becomes. */
const restoredFrom = async (folder: string): Promise<string> => {
  const [file, target] = [join(scratch(), "backup"), join(scratch(), "vault")];
  valueOf(await backUp(folder, unlock, file));
  expect(outcome(await vaults.restore(file, target, unlock))).toBe("ok");
  return target;
};

describe("a restored vault with an identity", () => {
  it("has a new incarnation that supersedes the one in the backup; who holds it stays the same", async () => {
    const folder = await newVault(2);
    await change(folder, sending);
    const target = await restoredFrom(folder);
    const after = await look(target, (vault) => vault.identity.get());
    const { incarnation, ...rest } = identity;
    expect(after).toEqual({ ...rest, incarnation: after?.incarnation, supersedes: [incarnation] });
    expect(isUuid(after?.incarnation ?? "")).toBe(true);
    expect(after?.incarnation).not.toBe(incarnation);
    // The vault that the backup is of goes on as it was.
    expect(await look(folder, (vault) => vault.identity.get())).toEqual(identity);
  });

  it("supersedes every life before it, in order", async () => {
    const lives = ["f", "0"].map(
      (digit) => `${digit.repeat(8)}-5c61-4c0f-8f6f-2d7a5e1b0c11` as Incarnation,
    );
    const folder = await emptyVault({
      identity: { ...identity, supersedes: lives.toSorted() },
    });
    const once = await restoredFrom(folder);
    const first = await look(once, (vault) => vault.identity.get());
    const twice = await restoredFrom(once);
    const second = await look(twice, (vault) => vault.identity.get());
    expect(first?.supersedes).toEqual([...lives, identity.incarnation].toSorted());
    expect(second?.supersedes).toEqual(
      [...lives, identity.incarnation, first?.incarnation ?? ""].toSorted(),
    );
    const again = await restoredFrom(once);
    const twin = await look(again, (vault) => vault.identity.get());
    expect(twin?.incarnation).not.toBe(second?.incarnation);
  });

  it("has sent nothing yet, so that its next tally is the first; what others sent stays", async () => {
    const folder = await newVault(2);
    await change(folder, sending);
    const target = await restoredFrom(folder);
    await look(target, ({ tallies, signers, people }) => {
      expect(tallies.own()).toBeUndefined();
      expect([1, 2].map((seq) => tallies.ownHash(seq))).toEqual([undefined, undefined]);
      expect(tallies.openings()).toEqual([]);
      expect(tallies.commitments()).toBeUndefined();
      expect(signers.own(text)).toBeUndefined();
      expect(tallies.sources()).toEqual([held]);
      expect(signers.sources(text)).toEqual([held]);
      expect(people.count()).toBe(2);
    });
    await change(target, ({ tallies }) => tallies.keepOwn(ours(1), [], []));
    expect(await look(target, ({ tallies }) => tallies.own()?.seq)).toBe(1);
  });

  it("is whole, with its files as a vault's are", async () => {
    const folder = await newVault(2);
    await change(folder, sending);
    const target = await restoredFrom(folder);
    const findings = valueOf(await vaults.examine(target, unlock));
    expect(findings.filter(({ state }) => state !== "good")).toEqual([
      { check: "recovery", state: "missing" },
    ]);
    expect(bytesIn(target, "vault.json")).toEqual(bytesIn(folder, "vault.json"));
    const generation = (image: Buffer): unknown => rowsIn(image, "SELECT generation FROM meta");
    expect(generation(await imageOf(target))).toEqual([{ generation: 5 }]);
  });
});

describe("a restored vault without an identity", () => {
  it("is what it was, and has none", async () => {
    const folder = await newVault(2);
    const target = await restoredFrom(folder);
    expect(await look(target, (vault) => vault.identity.get())).toBeUndefined();
    const meta = async (of: string): Promise<unknown> =>
      rowsIn(await imageOf(of), "SELECT * FROM meta");
    expect(await meta(target)).toEqual(await meta(folder));
  });
});
