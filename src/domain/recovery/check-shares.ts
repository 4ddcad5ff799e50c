/** Whether shares that were brought make up the key, and which of them do not belong. */
import type { Hashes } from "../ports.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { toBase64url, toHex } from "../text/bytes.ts";
import type { ShareFailure, ShareFault } from "./failures.ts";
import { setJson } from "./share.ts";
import type { Share, ShareSet } from "./share.ts";

type Sha256 = Pick<Hashes, "sha256">;

const encoder = new TextEncoder();

/** What the vault's header has of a set: 32 bytes in base64url. */
export const setHash = ({ sha256 }: Sha256, set: ShareSet): string =>
  toBase64url(sha256(encoder.encode(canonicalJson(setJson(set)))));

/** A file that was brought, and the share in it; nothing where it holds none. */
export interface Brought {
  readonly path: string;
  readonly share: Share | undefined;
}

const faultOf = (
  { sha256 }: Sha256,
  wanted: string,
  { path, share }: Brought,
): ShareFault | undefined => {
  if (share === undefined) return { type: "share-malformed", path };
  const { set, number, bytes } = share;
  if (setHash({ sha256 }, set) !== wanted) return { type: "share-foreign", path };
  return toHex(sha256(bytes)) === set.shares[number - 1]
    ? undefined
    : { type: "share-bad", path, number };
};

/**
 * As many shares of one set as are needed, each once. `wanted` is the hash in a vault's header; of a backup, whose header is not
 * looked into, it is that of the first share. Fails with every file that does not belong, and with how many are missing.
 */
export const checkShares = (
  hashes: Sha256,
  brought: readonly Brought[],
  wanted?: string,
): Result<readonly Share[], ShareFailure> => {
  const [first] = brought.flatMap(({ share }) => share ?? []);
  const hash = wanted ?? (first === undefined ? "" : setHash(hashes, first.set));
  const faults = brought.flatMap((one) => faultOf(hashes, hash, one) ?? []);
  if (faults.length > 0 || first === undefined) return fail({ type: "shares-refused", faults });
  const { need } = first.set;
  const shares = new Map(
    brought.flatMap(({ share }) => (share === undefined ? [] : [[share.number, share] as const])),
  );
  return shares.size < need
    ? fail({ type: "shares-too-few", have: shares.size, need })
    : ok([...shares.values()].slice(0, need));
};
