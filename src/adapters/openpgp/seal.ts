/** Makes a message for readers who can all read it, or says who cannot. */
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { ReaderUnusable } from "../../domain/sealing/failures.ts";
import { startOf } from "./days.ts";
import { joined } from "./frames.ts";
import { loadLibrary } from "./library.ts";
import { openCertificate } from "./read-certificate.ts";
import type { OpenedCertificate } from "./read-certificate.ts";
import { momentFor, whyUnusable } from "./standing.ts";

/** The certificates of the readers. What is none did not come from `readCertificate`. */
const openReaders = async (readers: readonly Uint8Array[]): Promise<readonly OpenedCertificate[]> =>
  Promise.all(
    readers.map(async (reader) => {
      const opened = await openCertificate(reader);
      if (opened.ok) return opened.value;
      throw new Error(`a reader is no certificate of ours: ${opened.failure.type}`);
    }),
  );

export const seal = async (
  {
    payload,
    signatures,
    readers,
    named,
    day,
  }: {
    readonly payload: Uint8Array;
    readonly signatures: readonly Uint8Array[];
    readonly readers: readonly Uint8Array[];
    readonly named: boolean;
    readonly day: Day;
  },
  now: Date,
): Promise<Result<Uint8Array, ReaderUnusable>> => {
  const { pgp, config } = await loadLibrary();
  const opened = await openReaders(readers);
  const encryptionKeys = opened.map(({ key }) => key);
  // Not the day: a certificate that somebody made this morning does not exist at its 00:00 UTC.
  const date = momentFor(encryptionKeys, now);
  for (const { key, certificate } of opened) {
    const why = await whyUnusable(key, date);
    const { fingerprint } = certificate;
    if (why !== undefined) return fail({ type: "reader-unusable", fingerprint, why });
  }
  const message = await pgp.createMessage({
    binary: payload,
    filename: "",
    format: "binary",
    date: startOf(day),
  });
  const signature =
    signatures.length === 0
      ? {}
      : { signature: await pgp.readSignature({ binarySignature: joined(signatures), config }) };
  const sealed: unknown = await pgp.encrypt({
    message,
    ...signature,
    encryptionKeys,
    wildcard: !named,
    date,
    format: "binary",
    config,
  });
  return ok(sealed as Uint8Array);
};
