/**
 * Opens files that somebody brought, far enough to tell their kinds apart. Nothing that is said in one is believed yet:
 * who signed it is for whoever takes it in.
 */
import type { Identity } from "../domain/committee/identity.ts";
import type { CommandFile, FileRefused } from "../domain/committee/failures.ts";
import type { FileEnds, FileFailure, Files } from "../domain/files/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { kindOf, linesOf, malformed } from "../domain/sealing/payload.ts";
import { looksLike } from "../domain/sealing/first-bytes.ts";
import { endLength, endsOf } from "../domain/tallies/known-file.ts";
import type { KnownFile } from "../domain/tallies/known-file.ts";
import type { ReadFile, ReadSealed } from "../domain/tallies/reading.ts";
import type { Hash } from "../domain/tallies/tally.ts";

export type FileKind = "committee" | "tally" | "bundle" | "signers" | CommandFile;

export interface OpenDeps {
  readonly files: Pick<Files, "readBytes" | "ends">;
}

type Refusal = FileRefused | FileFailure;

export interface Opened {
  readonly path: string;
  readonly kind: FileKind;
  /** Of a committee file what it says is its number; else 0. */
  readonly number: number;
  /** Of the payload; of a certificate nothing. */
  readonly sha256?: Hash;
  /** How many there are, good ones or not. */
  readonly signatures: number;
  /** Of the file, where it is a tally. */
  readonly glimpse?: Hash;
  /** The file itself, where it is a certificate. */
  readonly certificate?: Uint8Array;
  /** What is in the file; opened again where there was no room to keep it. */
  readonly unsealed: () => Promise<Result<ReadFile, Refusal>>;
}

export type Found =
  | ({ readonly status: "opened" } & Opened)
  /** Taken in before. */
  | { readonly status: "known"; readonly known: KnownFile }
  | { readonly status: "refused"; readonly failure: Refusal }
  | { readonly status: "passed-over"; readonly why: "other" | "large" };

/** What a file is by its outside, and what is known of it. */
export interface Recognition {
  readonly glimpse: (ends: FileEnds) => Hash;
  readonly known: (glimpse: Hash) => KnownFile | undefined;
}

export interface Opener {
  /** `anew` where what is known of a file may hold no longer. */
  readonly open: (path: string, inFolder: boolean, anew?: boolean) => Promise<Found>;
}

/** No file of ours is larger, in bytes; the seal refuses more as well. */
const largestFile = 32 * 1024 * 1024;

/** Bytes of payloads that are kept while the others are opened; what comes after is opened twice. */
const room = 192 * 1024 * 1024;

const kinds: ReadonlyMap<string, FileKind> = new Map([
  ["pledge-committee", "committee"],
  ["pledge-tally", "tally"],
  ["pledge-bundle", "bundle"],
  ["pledge-signers", "signers"],
  ["pledge-share", "share"],
  ["pledge-audit", "audit"],
  ["pledge-opening", "opening"],
  ["pledge-handover", "handover"],
  ["pledge-add", "add"],
]);

const numberIn = (payload: Uint8Array): number => {
  for (const line of linesOf(payload)) {
    if (!line.ok) break;
    const { number } = line.value.value as { readonly number?: unknown };
    return Number.isSafeInteger(number) ? (number as number) : 0;
  }
  return 0;
};

export const createOpener = (
  { files }: OpenDeps,
  read: ReadSealed,
  { glimpse, known }: Recognition,
  { secret }: Pick<Identity, "secret">,
): Opener => {
  let kept = 0;

  const readAgain = async (path: string): Promise<Result<ReadFile, Refusal>> => {
    const bytes = await files.readBytes(path, largestFile);
    return bytes.ok ? read(bytes.value, secret) : bytes;
  };

  const opened = (path: string, unsealed: ReadFile, outside: Hash): Found => {
    const { payload, sha256 } = unsealed;
    const said = kindOf(payload);
    if (!said.ok) return { status: "refused", failure: said.failure };
    const kind = kinds.get(said.value.type);
    if (kind === undefined) {
      const { failure } = malformed(1, "it does not begin as a file of ours does");
      return { status: "refused", failure };
    }
    const stays = kept + payload.length <= room;
    if (stays) kept += payload.length;
    return {
      status: "opened",
      path,
      kind,
      number: kind === "committee" ? numberIn(payload) : 0,
      sha256,
      signatures: unsealed.signatures.length,
      glimpse: outside,
      unsealed: stays ? async () => ok(unsealed) : () => readAgain(path),
    };
  };

  /** What is known of the file by its ends alone. */
  const recognized = async (path: string): Promise<KnownFile | undefined> => {
    const ends = await files.ends(path, endLength);
    return ends === undefined ? undefined : known(glimpse(ends));
  };

  return {
    open: async (path, inFolder, anew = false) => {
      const before = anew ? undefined : await recognized(path);
      if (before !== undefined) return { status: "known", known: before };
      const bytes = await files.readBytes(path, largestFile);
      if (!bytes.ok) {
        const { failure } = bytes;
        return inFolder && failure.type === "file-too-large"
          ? { status: "passed-over", why: "large" }
          : { status: "refused", failure };
      }
      const like = looksLike(bytes.value);
      if (like === "certificate") {
        const failure = fail({ type: "file-for-other-command", kind: "join" } as const);
        return {
          status: "opened",
          path,
          kind: "join",
          number: 0,
          signatures: 0,
          certificate: bytes.value,
          unsealed: async () => failure,
        };
      }
      if (like === "other" && inFolder) return { status: "passed-over", why: "other" };
      const outside = glimpse(endsOf(bytes.value));
      const unsealed = await read(bytes.value, secret);
      return unsealed.ok
        ? opened(path, unsealed.value, outside)
        : { status: "refused", failure: unsealed.failure };
    },
  };
};
