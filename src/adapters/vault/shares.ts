/** A recovery key in shares (docs/vault-format.md, "Shares"): made, kept, and put together again. */
import { createHash, randomBytes } from "node:crypto";
import { combine, split } from "shamir-secret-sharing";

import { checkShares, setHash } from "../../domain/recovery/check-shares.ts";
import type { Brought } from "../../domain/recovery/check-shares.ts";
import type { ShareFailure } from "../../domain/recovery/failures.ts";
import type { Share, ShareSet } from "../../domain/recovery/share.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unkept, Unlock } from "../../domain/vault/vault.ts";
import { presentCost, unkept } from "./change-ways.ts";
import { readHeader } from "./folder.ts";
import { wipe } from "./keys.ts";
import { openVault } from "./opened.ts";
import { makeSlot } from "./slots.ts";
import type { Deps } from "./unlocked.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

/** The key's own bytes, in a Uint8Array of their own: the library takes no Buffer for one. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** See the port `Vaults`. */
export const newShares = async (
  deps: Deps,
  folder: string,
  unlock: Unlock,
  { need, of }: { readonly need: number; readonly of: number },
): Promise<Result<Unkept<readonly Share[]>, VaultFailure>> => {
  const opened = await openVault(deps, folder, unlock);
  if (!opened.ok) return opened;
  opened.value.database.close();
  const { header, dataKey } = opened.value;
  const key = plain(randomBytes(32));
  const parts = await split(key, of, need);
  const set: ShareSet = {
    vault: header.vault,
    need,
    of,
    key: toHex(sha256(key)),
    shares: parts.map((part) => toHex(sha256(part))),
  };
  const slot = await makeSlot(
    deps.derive,
    { by: "shares", key, set: setHash({ sha256 }, set) },
    presentCost(header.slots),
    { vault: header.vault, dataKey },
  );
  wipe(key);
  const shares = parts.map((bytes, index) => ({ set, number: index + 1, bytes }));
  return ok(unkept(deps, folder, opened.value, slot, shares));
};

/** What the header of the vault has of the set; nothing for a backup. */
const wantedBy = (folder: string | undefined): Result<string | undefined, VaultFailure> => {
  if (folder === undefined) return ok(undefined);
  const header = readHeader(folder);
  if (!header.ok) return header;
  const slot = header.value.slots.find(({ kind }) => kind === "shares");
  return slot?.kind === "shares" ? ok(slot.kdf.set) : fail({ type: "shares-absent" });
};

/** See the port `Vaults`. */
export const combineShares = async (
  brought: readonly Brought[],
  folder: string | undefined,
): Promise<Result<Unlock, VaultFailure | ShareFailure>> => {
  const wanted = wantedBy(folder);
  if (!wanted.ok) return wanted;
  const checked = checkShares({ sha256 }, brought, wanted.value);
  if (!checked.ok) return checked;
  const [first] = checked.value;
  const key = await combine(checked.value.map(({ bytes }) => plain(bytes)));
  // Each share is what was given out, so they can only make up another key where the set itself is a lie.
  return first === undefined || toHex(sha256(key)) !== first.set.key
    ? fail({ type: "vault-locked", by: "shares", keyFile: false })
    : ok({ by: "shares", key });
};
