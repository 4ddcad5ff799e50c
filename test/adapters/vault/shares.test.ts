/** A recovery key in shares: any few of them open the vault, and what is none of them is named. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { setHash } from "../../../src/domain/recovery/check-shares.ts";
import type { Brought } from "../../../src/domain/recovery/check-shares.ts";
import type { Share } from "../../../src/domain/recovery/share.ts";
import { openShareIn, openShareText } from "../../../src/domain/recovery/share.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import { headerIn } from "../../support/decrypted-image.ts";
import { combinedByHand } from "../../support/shamir-by-hand.ts";
import { newVault, opens, outcome, unlock, valueOf, vaults } from "./sample-vault.ts";

const made = async (folder: string, need: number, of: number): Promise<readonly Share[]> => {
  const { made: shares, keep } = valueOf(await vaults.newShares(folder, unlock, { need, of }));
  valueOf(keep());
  return shares;
};

const brought = (shares: readonly Share[]): readonly Brought[] =>
  shares.map((share, index) => ({ path: `file-${index + 1}`, share }));

/** Puts them together and opens the vault with what they make. */
const tried = async (folder: string, shares: readonly Share[]): Promise<unknown> => {
  const combined = await vaults.combineShares(brought(shares), folder);
  return combined.ok ? opens(folder, combined.value) : combined.failure;
};

const flipped = (share: Share, at: number): Share => ({
  ...share,
  bytes: share.bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)),
});

let folder: string;
let shares: readonly Share[];

beforeAll(async () => {
  folder = await newVault();
  shares = await made(folder, 3, 5);
});

describe("shares of a recovery key", () => {
  it("open the vault, whichever of them come, in whatever order, one of them twice", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 3 }),
        fc.boolean(),
        async (places, twice) => {
          const some = places.flatMap((place) => shares[place] ?? []);
          expect(await tried(folder, twice ? [...some, ...some.slice(0, 1)] : some)).toBe("ok");
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    [2, 2],
    [2, 16],
    [16, 16],
  ])("%i of %i", async (need, of) => {
    const other = await newVault();
    const all = await made(other, need, of);
    expect(all).toHaveLength(of);
    expect(await tried(other, all.slice(of - need))).toBe("ok");
    expect(await tried(other, all.slice(1, need))).toEqual({
      type: "shares-too-few",
      have: need - 1,
      need,
    });
  });

  it("are put together by another program to the same key", async () => {
    const three = [4, 0, 2].flatMap((place) => shares[place] ?? []);
    const combined = valueOf(await vaults.combineShares(brought(three)));
    const key = combinedByHand(three.map(({ bytes }) => bytes));
    expect(combined).toEqual({ by: "shares", key });
    expect(toHex(hashes.sha256(key))).toBe(three[0]?.set.key);
  });

  it("say nothing together where one is missing: every key fits", async () => {
    const two = shares.slice(0, 2).map(({ bytes }) => bytes);
    const first = Array.from({ length: 256 }, (_, byte) => {
      const third = Uint8Array.from(shares[2]?.bytes ?? []);
      third[0] = byte;
      return combinedByHand([...two, third])[0];
    });
    expect(new Set(first).size).toBe(256);
  });

  it("are nothing before they are kept, and void once others are", async () => {
    const other = await newVault();
    const { made: first, keep } = valueOf(
      await vaults.newShares(other, unlock, { need: 2, of: 3 }),
    );
    expect(await tried(other, first)).toEqual({ type: "shares-absent" });
    valueOf(keep());
    expect(await tried(other, first)).toBe("ok");
    const second = await made(other, 2, 3);
    expect(await tried(other, first)).toMatchObject({
      type: "shares-refused",
      faults: [{ type: "share-foreign" }, { type: "share-foreign" }, { type: "share-foreign" }],
    });
    expect(await tried(other, second)).toBe("ok");
    expect(headerIn(other).slots.map(({ kind }) => kind)).toEqual(["passphrase", "shares"]);
  });

  it("are named one by one where a byte of one is another, and no wrong key comes of it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(32), async (which, at) => {
        const changed = shares
          .slice(0, 3)
          .map((share, place) => (place === which ? flipped(share, at) : share));
        expect(await tried(folder, changed)).toEqual({
          type: "shares-refused",
          faults: [{ type: "share-bad", path: `file-${which + 1}`, number: which + 1 }],
        });
      }),
    );
  });

  it("of a set that somebody made up are none of the vault's", async () => {
    const attacker = await newVault();
    const theirs = await made(attacker, 2, 3);
    const set = { ...(theirs[0] as Share).set, vault: headerIn(folder).vault };
    const lying = theirs.map((share) => ({ ...share, set }));
    expect(await tried(folder, lying)).toMatchObject({ type: "shares-refused" });
    const kdfs = headerIn(folder).slots.map(({ kdf }) => kdf);
    expect(kdfs).toContainEqual(
      expect.objectContaining({ set: setHash(hashes, (shares[0] as Share).set) }),
    );
  });

  it("of two vaults do not mix, nor in a backup that nobody can look into", async () => {
    const theirs = await made(await newVault(), 3, 5);
    const mixed = [...shares.slice(0, 2), ...theirs.slice(2, 3)];
    const failure = {
      type: "shares-refused",
      faults: [{ type: "share-foreign", path: "file-3" }],
    };
    expect(await tried(folder, mixed)).toEqual(failure);
    const loose = await vaults.combineShares(brought(mixed));
    expect(loose).toEqual({ ok: false, failure });
    expect(outcome(await vaults.combineShares([{ path: "a", share: undefined }]))).toBe(
      "shares-refused",
    );
    expect(outcome(await vaults.combineShares([]))).toBe("shares-refused");
  });
});

describe("a share that was given back", () => {
  it("is read as it was written, and in no other form", () => {
    const text = openShareText(shares[0] as Share);
    expect(openShareIn(text)).toEqual(shares[0]);
    expect(openShareIn(`${text}\r\n`)).toEqual(shares[0]);
    for (let at = 0; at < text.length - 1; at += 1) {
      const other = `${text.slice(0, at)}${text[at] === "1" ? "2" : "1"}${text.slice(at + 1)}`;
      const read = openShareIn(other);
      if (read !== undefined) expect(openShareText(read)).toBe(other);
    }
    for (const other of ["", "{}", "[]", "null", text.slice(0, -2), text.replace("{", "{ ")])
      expect(openShareIn(other)).toBeUndefined();
  });
});
