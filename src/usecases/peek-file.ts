/** What a file tells: on the outside to anybody, and inside to those whom it is for. Keeps and changes nothing. */
import type { Draw } from "../domain/audits/draw.ts";
import { parseDraw } from "../domain/audits/draw-file.ts";
import type { Opening } from "../domain/audits/opening.ts";
import { parseOpening } from "../domain/audits/opening-file.ts";
import type { Committee, Definition } from "../domain/committee/committee.ts";
import type { PublishedCount } from "../domain/counts/count.ts";
import { parseCount } from "../domain/counts/parse-count.ts";
import type { Receipts } from "../domain/counts/receipts.ts";
import { parseReceipts } from "../domain/counts/receipts-file.ts";
import type { FileRefused } from "../domain/committee/failures.ts";
import { parseCommittee } from "../domain/committee/parse-committee.ts";
import type { Signers } from "../domain/letters/signers.ts";
import { parseSigners } from "../domain/letters/parse-signers.ts";
import { readTold } from "../domain/people/told-people.ts";
import { openShareIn } from "../domain/recovery/share.ts";
import type { Share } from "../domain/recovery/share.ts";
import { parseShareFile } from "../domain/recovery/share-file.ts";
import type { ShareFile } from "../domain/recovery/share-file.ts";
import type { Bundle } from "../domain/relay/bundle.ts";
import { parseBundle } from "../domain/relay/parse-bundle.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Handover } from "../domain/handovers/handover.ts";
import { parseHandover } from "../domain/handovers/parse-handover.ts";
import type { Certificate } from "../domain/sealing/certificate.ts";
import { paddedLength, smallestPasted } from "../domain/sealing/padding.ts";
import { kindOf, malformed } from "../domain/sealing/payload.ts";
import type { OpenPgp, Outside } from "../domain/sealing/ports.ts";
import { parseTally } from "../domain/tallies/parse-tally.ts";
import type { Tally } from "../domain/tallies/tally.ts";
import type { Vault } from "../domain/vault/vault.ts";

/** What whoever holds the file can see. */
export type Peeked =
  /** `room` as `roomIn` gives it. */
  | { readonly kind: "message"; readonly outside: Outside; readonly room: number | undefined }
  /** `attests`: a key for attesting letters stands beside it. */
  | { readonly kind: "certificate"; readonly certificate: Certificate; readonly attests: boolean }
  | { readonly kind: "backup"; readonly size: number }
  /** A share of a recovery key that its keeper gave back, in plain text. */
  | { readonly kind: "open-share"; readonly share: Share }
  | { readonly kind: "count"; readonly count: PublishedCount }
  | { readonly kind: "receipts"; readonly receipts: Receipts }
  /** None that pledge sends, or damaged; `text` where anybody can read it as it is. */
  | { readonly kind: "other"; readonly text: boolean };

/** What a reader finds inside; nobody has checked yet who signed it. */
export type Inside =
  | { readonly kind: "tally"; readonly tally: Tally }
  | {
      readonly kind: "committee";
      readonly committee: Pick<Committee, "number" | "texts"> & {
        readonly members: number;
        readonly campaign: Pick<Definition, "id" | "name">;
      };
    }
  | { readonly kind: "signers"; readonly signers: Signers }
  | { readonly kind: "bundle"; readonly bundle: Bundle }
  | { readonly kind: "share"; readonly file: ShareFile }
  | { readonly kind: "audit"; readonly draw: Draw }
  | { readonly kind: "opening"; readonly opening: Opening }
  | { readonly kind: "handover"; readonly handover: Handover }
  | { readonly kind: "told"; readonly people: number };

/** `{"database":…` … `"type":"pledge-backup"` in its first line, as `docs/vault-format.md` has it. */
const isBackup = (file: Uint8Array): boolean => {
  const end = file.indexOf(10);
  if (file[0] !== 123 || end === -1) return false;
  try {
    const head = JSON.parse(new TextDecoder().decode(file.subarray(0, end))) as {
      readonly type?: unknown;
    } | null;
    return head?.type === "pledge-backup";
  } catch {
    return false;
  }
};

/** Between the bytes that are encrypted and those that were filled up: signatures, and what frames them. In bytes. */
const leastFrame = 40;
const mostFrame = 1024;

/**
 * To how many bytes the inside seems to have been filled up, from how long the encrypted part is; nothing where that is no
 * length to which pledge fills up.
 */
export const roomIn = (sealedBytes: number): number | undefined => {
  const most = sealedBytes - leastFrame;
  const buckets = [smallestPasted, ...[4, 16, 64, 256].map((kibibytes) => kibibytes * 1024)];
  const room =
    buckets.find((bucket) => bucket <= most && most - bucket < mostFrame) ??
    // Above the buckets the steps are wider than the frame, so the last one below it is the one.
    Array.from({ length: mostFrame }, (_, less) => most - less).find(
      (length) => length > 256 * 1024 && paddedLength(length) === length,
    );
  return room;
};

/** The text where any program shows it: UTF-8 without what no text has in it. */
const textOf = (file: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
};

/** Looks at the file as a stranger would. */
export const peekOutside = async (openpgp: OpenPgp, file: Uint8Array): Promise<Peeked> => {
  const outside = await openpgp.outside(file);
  if (outside !== undefined) return { kind: "message", outside, room: roomIn(outside.sealedBytes) };
  const joining = await openpgp.readJoinFile(file);
  if (joining.ok) {
    const { member: certificate, attests } = joining.value;
    return { kind: "certificate", certificate, attests: attests !== undefined };
  }
  if (isBackup(file)) return { kind: "backup", size: file.length };
  const text = textOf(file);
  const share = text === undefined ? undefined : openShareIn(text);
  if (share !== undefined) return { kind: "open-share", share };
  const count = parseCount(text ?? "");
  if (count.ok) return { kind: "count", count: count.value };
  const receipts = parseReceipts(text ?? "");
  if (receipts.ok) return { kind: "receipts", receipts: receipts.value };
  return { kind: "other", text: text !== undefined };
};

const readInside = (payload: Uint8Array): Result<Inside, FileRefused> => {
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  switch (kind.value.type) {
    case "pledge-tally": {
      const tally = parseTally(payload);
      return tally.ok ? ok({ kind: "tally", tally: tally.value }) : tally;
    }
    case "pledge-committee": {
      const committee = parseCommittee(payload);
      if (!committee.ok) return committee;
      const { number, texts, members, definition } = committee.value;
      return ok({
        kind: "committee",
        committee: { number, texts, members: members.length, campaign: definition },
      });
    }
    case "pledge-signers": {
      const signers = parseSigners(payload);
      return signers.ok ? ok({ kind: "signers", signers: signers.value }) : signers;
    }
    case "pledge-bundle": {
      const bundle = parseBundle(payload);
      return bundle.ok ? ok({ kind: "bundle", bundle: bundle.value }) : bundle;
    }
    case "pledge-share": {
      const file = parseShareFile(payload);
      return file.ok ? ok({ kind: "share", file: file.value }) : file;
    }
    case "pledge-audit": {
      const draw = parseDraw(payload);
      return draw.ok ? ok({ kind: "audit", draw: draw.value }) : draw;
    }
    case "pledge-opening": {
      const opening = parseOpening(payload);
      return opening.ok ? ok({ kind: "opening", opening: opening.value }) : opening;
    }
    case "pledge-handover": {
      const handover = parseHandover(payload);
      return handover.ok ? ok({ kind: "handover", handover: handover.value }) : handover;
    }
    case "pledge-add": {
      const people = readTold(payload);
      return people.ok ? ok({ kind: "told", people: people.value.length }) : people;
    }
    default:
      return malformed(1, "it does not begin as a file of ours does");
  }
};

/** Opens the file with the key of the vault. A vault without a key of its own is nobody's reader. */
export const peekInside = async (
  { openpgp, vault }: { readonly openpgp: OpenPgp; readonly vault: Vault },
  file: Uint8Array,
): Promise<Result<Inside, FileRefused>> => {
  const identity = vault.identity.get();
  if (identity === undefined) return fail({ type: "seal-not-for-us" });
  const unsealed = await openpgp.unseal(file, identity.secret);
  return unsealed.ok ? readInside(unsealed.value.payload) : unsealed;
};
