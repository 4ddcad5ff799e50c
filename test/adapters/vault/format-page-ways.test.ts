/** docs/vault-format.md, "Keys" and "Shares": slots that need a key file, and shares, opened by what the page says and nothing of ours. */
import { createHash, hkdfSync } from "node:crypto";
import { describe, expect, it } from "vitest";

import { openShareText } from "../../../src/domain/recovery/share.ts";
import type { Unlock } from "../../../src/domain/vault/vault.ts";
import {
  canonical,
  dataKeyOf,
  headerIn,
  slotOf,
  unwrapped,
} from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { combinedByHand } from "../../support/shamir-by-hand.ts";
import { newVault, passphrase, unlock, valueOf, vaults } from "./sample-vault.ts";

const bytesOf = (text: string): Buffer => Buffer.from(text, "base64url");

const hkdf = (key: Uint8Array, salt: string, info: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, bytesOf(salt), info, 32));

describe("what the page says of", () => {
  it("a passphrase with a key file leads to the data key", async () => {
    const folder = await newVault();
    const { key, text } = vaults.newKeyFile();
    const wanted = { passphrase: "another sample passphrase", keyFile: key, kdf: "light" } as const;
    valueOf(await vaults.addPassphrase(folder, unlock, wanted));
    const header = headerIn(folder);
    const slot = slotOf(header, "passphrase-and-key-file");
    const file = JSON.parse(text) as { readonly key: string; readonly check: string };
    expect(text).toBe(`${canonical(file)}\n`);
    expect(createHash("sha256").update(bytesOf(file.key)).digest("hex").slice(0, 8)).toBe(
      file.check,
    );
    const hashed = await fastDerive(wanted.passphrase, slot.kdf as never);
    const slotKey = hkdf(
      Buffer.concat([hashed, bytesOf(file.key)]),
      slot.kdf.salt,
      "pledge/v1/key-file",
    );
    expect(unwrapped(header, slot, slotKey)).toEqual(
      await dataKeyOf(folder, passphrase, fastDerive),
    );
  });

  it("shares leads to the data key, and from share to share to the header", async () => {
    const folder = await newVault();
    const { made, keep } = valueOf(await vaults.newShares(folder, unlock, { need: 2, of: 3 }));
    valueOf(keep());
    const files = made.map(
      (share) =>
        JSON.parse(openShareText(share)) as {
          readonly type: string;
          readonly share: {
            readonly number: number;
            readonly share: string;
            readonly set: { readonly key: string; readonly shares: readonly string[] };
          };
        },
    );
    const header = headerIn(folder);
    const slot = slotOf(header, "shares");
    for (const [index, { type, share }] of files.entries()) {
      expect([type, share.number]).toEqual(["pledge-open-share", index + 1]);
      expect(createHash("sha256").update(bytesOf(share.share)).digest("hex")).toBe(
        share.set.shares[index],
      );
      const set = createHash("sha256").update(canonical(share.set)).digest("base64url");
      expect(slot.kdf["set"]).toBe(set);
    }
    const key = combinedByHand(files.slice(1).map(({ share }) => bytesOf(share.share)));
    expect(createHash("sha256").update(key).digest("hex")).toBe(files[0]?.share.set.key);
    const dataKey = unwrapped(header, slot, hkdf(key, slot.kdf.salt, "pledge/v1/shares"));
    const byKey: Unlock = { by: "shares", key };
    expect(dataKey).toEqual(await dataKeyOf(folder, passphrase, fastDerive));
    valueOf(await vaults.open(folder, byKey)).close();
  });
});
