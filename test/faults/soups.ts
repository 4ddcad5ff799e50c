/** Files that nobody made by accident: octets and packets of any kind, and files that are sealed to us as they should be, with something else inside. */
import * as fc from "fast-check";

import {
  bytesOf,
  compressed,
  concat,
  framedAnyhow,
  literal,
  messageOf,
  onePass,
} from "../adapters/openpgp/by-hand.ts";
import { openpgp, today } from "../cli/committee/forge.ts";
import type { Made, Place } from "./made-files.ts";
import { packetsOf } from "./what-counts.ts";

const noise = fc.uint8Array({ maxLength: 400 });

/** Lines that begin as ours do. */
const lines = fc
  .array(
    fc.oneof(
      fc.json({ maxDepth: 3 }),
      fc.constantFrom(
        '{"type":"pledge-tally","v":1}',
        '{"type":"pledge-tally","v":2}',
        '{"type":"pledge-committee","v":1,"number":2}',
        '{"type":"pledge-signers","v":1}',
        '{"type":"pledge-handover","v":1}',
        '{"type":"pledge-bundle","v":1,"relay":true}',
        '{"type":"pledge-add","v":1}',
        '{"name":"Sample"}',
        '{"pad":"000"}',
        "[".repeat(5000),
        '{"__proto__":{"type":"pledge-add"}}',
        '{"type":"pledge-add","type":"pledge-tally","v":1}',
      ),
    ),
    { maxLength: 4 },
  )
  .map((texts) => bytesOf(texts.map((text) => `${text}\n`).join("")));

const sessionKey = 1;

/** Whether the file is this whole one, with nothing but session keys put before it. */
const isBehindReaders = (bytes: Uint8Array, whole: Uint8Array): boolean => {
  const start = bytes.length - whole.length;
  if (start < 0 || !Buffer.from(bytes.subarray(start)).equals(whole)) return false;
  return packetsOf(bytes.subarray(0, start))?.every(({ tag }) => tag === sessionKey) === true;
};

const soupOf = (made: Made): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.oneof(
        fc
          .tuple(fc.integer({ min: 0, max: 63 }), noise, fc.integer({ min: 0, max: 3 }))
          .map(([tag, body, style]) => framedAnyhow(tag, body, style)),
        lines.map((payload) => literal(payload)),
        fc.constantFrom(made.join, made.tally, made.add, made.other, literal("hello"), onePass),
      ),
      { maxLength: 8 },
    )
    .map((packets) => concat(...packets))
    // A whole file of ours is no soup, alone or behind keys for readers whom nobody knows: it says the very same.
    .filter((bytes) => !Object.values(made).some((whole) => isBehindReaders(bytes, whole)));

/**
 * What is inside a file of ours with some octets of its payload changed, under the signature that it had: mostly a digit for
 * another, after which the payload is often one that could be.
 */
const changedInside = async (
  file: Uint8Array,
  { inUse }: Place,
  changed: readonly (readonly [number, number])[],
): Promise<Uint8Array> => {
  const unsealed = await openpgp.unseal(file, inUse.identity.secret);
  if (!unsealed.ok) throw new Error(unsealed.failure.type);
  const payload = Uint8Array.from(unsealed.value.payload);
  const text = new TextDecoder("latin1").decode(payload);
  const end = text.lastIndexOf('{"pad"');
  const digits = [...text.slice(0, end).matchAll(/[1-9]/gu)].map(({ index }) => index);
  for (const [at, by] of changed) {
    const digit = digits[at % digits.length] ?? 0;
    if (by % 4 === 0) payload[at % payload.length] = by;
    else payload[digit] = 0x31 + (((payload[digit] ?? 0) - 0x30 + (by % 8)) % 9);
  }
  // By chance it may be what it was.
  if (Buffer.from(payload).equals(unsealed.value.payload)) payload[payload.length - 2] = 0;
  const readers = [inUse.identity.certificate];
  const { signatures } = unsealed.value;
  const sealed = await openpgp.seal({ payload, signatures, readers, named: false, day: today });
  if (!sealed.ok) throw new Error(sealed.failure.type);
  return sealed.value;
};

/** How a file comes to be, once it is chosen. */
export type Recipe = () => Promise<Uint8Array>;

const sealed =
  (inside: Uint8Array, { inUse }: Place): Recipe =>
  () =>
    messageOf(inside, inUse.identity.certificate);

/** `signed`: a file of ours whose signature is to be tried over something else. */
export const recipes = (
  made: Made,
  place: Place,
  signed: Uint8Array | undefined,
): fc.Arbitrary<Recipe> => {
  const soup = soupOf(made);
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), {
    minLength: 1,
    maxLength: 3,
  });
  return fc.oneof(
    fc.oneof(noise, soup).map((bytes) => async () => bytes),
    fc.oneof(noise, soup).map((bytes) => sealed(bytes, place)),
    soup.map((bytes) => sealed(compressed(bytes), place)),
    lines.map((payload) => sealed(literal(payload), place)),
    signed === undefined
      ? soup.map((bytes) => async () => bytes)
      : changes.map((changed) => () => changedInside(signed, place, changed)),
  );
};
