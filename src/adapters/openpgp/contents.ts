/** What is inside a message: one literal with its signatures, perhaps compressed as a whole, and nothing else. */
import { inflateRawSync, inflateSync } from "node:zlib";
import type { Unsealed } from "../../domain/sealing/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { mostBytes } from "./envelope.ts";
import { framed, framesOf, tags } from "./frames.ts";

export type ContentsFailure = { readonly type: "seal-malformed" | "seal-too-large" };

const mostSignatures = 256;
const mostPackets = 1 + 2 * mostSignatures;

/** RFC 9580 §9.4. Our keys ask for these two; BZip2 is neither among them nor in Node. */
const unpackers = new Map([
  [1, inflateRawSync],
  [2, inflateSync],
]);

/** The packets in a compressed one, no more than a file may have. Sequoia pads behind the end of the stream, so what is there is not looked at. */
const unpacked = (body: Uint8Array): Result<Uint8Array, ContentsFailure> => {
  const unpack = unpackers.get(body[0] ?? 0);
  if (unpack === undefined) return fail({ type: "seal-malformed" });
  try {
    return ok(unpack(body.subarray(1), { maxOutputLength: mostBytes }));
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return fail({ type: large ? "seal-too-large" : "seal-malformed" });
  }
};

/** §5.9: format, a name with its length, four octets of date, and the data. */
const literalData = (body: Uint8Array): Uint8Array | undefined => {
  const from = 2 + (body[1] ?? 0) + 4;
  return body.length < from ? undefined : new Uint8Array(body.subarray(from));
};

export const readContents = (plain: Uint8Array): Result<Unsealed, ContentsFailure> => {
  let frames = framesOf(plain, mostPackets);
  if (frames?.length === 1 && frames[0]?.tag === tags.compressed) {
    const inner = unpacked(frames[0].body);
    if (!inner.ok) return inner;
    frames = framesOf(inner.value, mostPackets);
  }
  if (frames === undefined) return fail({ type: "seal-malformed" });
  // n announcements, the literal, n signatures (§10.3): the older form with signatures in front is not read.
  const count = (frames.length - 1) / 2;
  const expected = frames.map((_, at) => {
    if (at === count) return tags.literal;
    return at < count ? tags.onePass : tags.signature;
  });
  const payload = literalData(frames[count]?.body ?? new Uint8Array());
  return payload !== undefined && frames.every(({ tag }, at) => tag === expected[at])
    ? ok({
        payload,
        signatures: frames.slice(count + 1).map(({ body }) => framed(tags.signature, body)),
      })
    : fail({ type: "seal-malformed" });
};
