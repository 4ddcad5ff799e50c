/** What somebody can seal to us who knows our certificate: whatever it is, an answer in a moment. */
import { describe, expect, it } from "vitest";

import {
  bytesOf,
  compressed,
  compressedZeros,
  concat,
  legacyPacket,
  literal,
  messageOf,
  newSessionKey,
  onePass,
  packet,
  protectedPacket,
  sessionKeyPacket,
  times,
} from "./by-hand.ts";
import { failureOf, member, pgp, sealedBy, today } from "./samples.ts";

const heron = await member("heron");
const payload = bytesOf("the payload\n");
const message = await sealedBy(payload, [heron], [heron]);
const signature = await pgp.sign(payload, heron.secret, today);

/** How a file with these packets inside is refused, or "ok". */
const inside = async (...packets: readonly Uint8Array[]): Promise<string> =>
  failureOf(
    await pgp.unseal(await messageOf(concat(...packets), heron.certificate.bytes), heron.secret),
  );

describe("Inside the encrypted part", () => {
  it("is a literal with as many signatures as were announced", async () => {
    const text = literal("hello");
    expect(await inside(text)).toBe("ok");
    expect(await inside(onePass, text, signature)).toBe("ok");
    expect(await inside(onePass, onePass, text, signature, signature)).toBe("ok");
    expect(await inside(compressed(concat(onePass, text, signature)))).toBe("ok");
    for (const packets of [
      [],
      [text, text],
      [onePass, text],
      [text, signature],
      [signature, text],
      [onePass, text, signature, signature],
      [onePass, onePass, text, signature],
      [onePass, text, text, signature],
      [onePass, text, signature, text],
      [onePass, signature],
      [text, packet(10, bytesOf("PGP"))],
      [packet(10, bytesOf("PGP")), text],
      [text, packet(21, new Uint8Array(9))],
      [text, packet(60, new Uint8Array(9))],
      [packet(60, new Uint8Array(9)), text],
      [text, Uint8Array.of(0)],
      [packet(11, bytesOf("b"))],
      [packet(11, Uint8Array.of(98, 200, 1, 2, 3))],
      [message],
      [heron.certificate.bytes],
      [compressed(text), text],
      [text, compressed(text)],
      [onePass, compressed(text), signature],
      [compressed(compressed(text))],
      [compressed(new Uint8Array())],
      [compressed(message)],
      [packet(8, new Uint8Array())],
      [packet(8, concat(Uint8Array.of(3), bytesOf("BZh9")))],
      [packet(8, concat(Uint8Array.of(0), text))],
      [packet(8, concat(Uint8Array.of(1), bytesOf("no stream")))],
      [packet(8, compressed(text).subarray(6, -3))],
    ])
      expect(await inside(...packets)).toBe("seal-malformed");
  });

  it("may be framed as programs of any age frame it", async () => {
    const body = literal("hello").subarray(6);
    for (const framing of [
      legacyPacket(11, body),
      concat(Uint8Array.of(0xaf), body),
      compressed(concat(Uint8Array.of(0xaf), body)),
      concat(Uint8Array.of(0xa3), compressed(literal("hello")).subarray(6)),
    ])
      expect(await inside(framing)).toBe("ok");
  });

  it("unpacks to no more than 32 MiB, not even from 400 MB in 400 kB", async () => {
    const start = concat(Uint8Array.of(0xaf), literal("").subarray(6));
    const bomb = compressedZeros(start, 400);
    expect(bomb.length).toBeLessThan(500_000);
    expect(await inside(bomb)).toBe("seal-too-large");
    expect(await inside(compressedZeros(start, 32))).toBe("seal-too-large");
    expect(await inside(compressedZeros(start, 31))).toBe("ok");
  });

  it("are not millions of packets, whatever they are and however small they were packed", async () => {
    for (const tiny of [0xca, 0xd5, 0xfc, 0xc4, 0xc2, 0xcb, 0xc8]) {
      const flood = times(1024 * 1024, Uint8Array.of(tiny, 0));
      expect(await inside(flood, literal("hello"))).toBe("seal-malformed");
      expect(await inside(compressed(concat(flood, literal("hello"))))).toBe("seal-malformed");
    }
    const parts = times(2 ** 22, Uint8Array.of(0xe0, 7));
    const pieces = concat(Uint8Array.of(0xcb, 0xe9), new Uint8Array(512), parts, Uint8Array.of(0));
    expect(await inside(pieces)).toBe("seal-malformed");
  });

  it("is what was encrypted, to the last bit: no other key opens it", async () => {
    const own = await sessionKeyPacket(heron.certificate.bytes, newSessionKey());
    const data = protectedPacket(literal("hello"), newSessionKey());
    const read = await pgp.unseal(concat(own, data), heron.secret);
    expect(failureOf(read)).toBe("seal-malformed");
  });
});
