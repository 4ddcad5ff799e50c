/** Files that somebody made or changed to do harm: each is refused for its reason, in a moment. */
import { describe, expect, it } from "vitest";

import type { NewKey } from "../../../src/domain/sealing/ports.ts";
import {
  bytesOf,
  concat,
  literal,
  newSessionKey,
  onePass,
  packet,
  protectedPacket,
  sessionKeyPacket,
  times,
} from "./by-hand.ts";
import { failureOf, member, pgp, sealedBy, today, valueOf } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const payload = bytesOf("the payload\n");
const message = await sealedBy(payload, [heron], [heron, rowan]);
const signature = await pgp.sign(payload, heron.secret, today);

/** How the reader is refused, or "ok". */
const refusal = async (file: Uint8Array, reader: NewKey = heron): Promise<string> =>
  failureOf(await pgp.unseal(file, reader.secret));

describe("Around the encrypted part", () => {
  it("the file may end nowhere else", async () => {
    for (let length = 0; length < message.length; length += length < 200 ? 1 : 7)
      expect(await refusal(message.subarray(0, length)), `${length}`).toBe("seal-malformed");
  });

  it.each([
    ["a zero byte", Uint8Array.of(0)],
    ["a line feed", bytesOf("\n")],
    ["half a header", Uint8Array.of(0xca)],
    ["a marker", packet(10, bytesOf("PGP"))],
    ["padding", packet(21, new Uint8Array(16))],
    ["a packet of one's own", packet(60, bytesOf("x"))],
    ["a literal", literal("hello")],
    ["a signature", signature],
    ["a second message", message],
    ["a certificate", heron.certificate.bytes],
    ["text", bytesOf("hello")],
  ])("there is nothing behind, in front or between: %s", async (_, extra) => {
    const at = 96;
    expect(await refusal(concat(message, extra))).toBe("seal-malformed");
    const first = await refusal(concat(extra, message));
    expect(first).toBe("seal-malformed");
    const between = concat(message.subarray(0, at), extra, message.subarray(at));
    expect(await refusal(between)).toBe("seal-malformed");
    expect(await pgp.outside(concat(message, extra))).toBeUndefined();
  });

  it("are at most 256 readers, and ten thousand cost nothing", async () => {
    const sessionKey = newSessionKey();
    const [own, data] = [
      await sessionKeyPacket(heron.certificate.bytes, sessionKey),
      protectedPacket(literal("hello"), sessionKey),
    ];
    const other = await sessionKeyPacket(rowan.certificate.bytes, newSessionKey());
    expect(await refusal(concat(times(255, other), own, data))).toBe("ok");
    expect(await refusal(concat(times(256, other), own, data))).toBe("seal-unusual");
    expect(await refusal(concat(times(10_000, other), own, data))).toBe("seal-unusual");
    expect(await pgp.outside(concat(times(10_000, other), own, data))).toBeUndefined();
  });

  it("is no passphrase", async () => {
    const passphrase = packet(3, Uint8Array.of(4, 9, 0, 8));
    expect(await refusal(concat(passphrase, message))).toBe("seal-unusual");
    expect(await refusal(concat(message.subarray(0, 96), passphrase, message.subarray(96)))).toBe(
      "seal-unusual",
    );
    expect(await refusal(passphrase)).toBe("seal-unusual");
  });

  it("is at least one reader, and exactly one encrypted part of the kind that our keys ask for", async () => {
    const sessionKey = newSessionKey();
    const own = await sessionKeyPacket(heron.certificate.bytes, sessionKey);
    const data = protectedPacket(literal("hello"), sessionKey);
    const body = data.subarray(6);
    expect(await refusal(concat(own, data))).toBe("ok");
    for (const file of [
      data,
      own,
      concat(own, data, data),
      concat(data, own),
      literal("hello"),
      concat(own, literal("hello")),
      // Without a check of integrity, with one of 2020, and of version 2.
      concat(own, packet(9, body)),
      concat(own, packet(20, body)),
      concat(own, packet(18, Uint8Array.from(body).fill(2, 0, 1))),
      concat(own, packet(18, Uint8Array.of(1))),
      concat(own, packet(18, new Uint8Array())),
      concat(own, packet(18, body.subarray(0, 41))),
    ])
      expect(await refusal(file)).toBe("seal-malformed");
  });

  it("is a session key for us that is whole", async () => {
    const sessionKey = newSessionKey();
    const own = await sessionKeyPacket(heron.certificate.bytes, sessionKey);
    const data = protectedPacket(literal("hello"), sessionKey);
    // A stranger's broken packet in front is no concern of ours.
    for (const stranger of [
      new Uint8Array(),
      Uint8Array.of(3),
      new Uint8Array(400),
      own.subarray(2, 60),
    ])
      expect(await refusal(concat(packet(1, stranger), own, data))).toBe("ok");
    for (let at = 12; at < own.length; at += 5) {
      const broken = Uint8Array.from(own);
      broken[at] = (broken[at] ?? 0) ^ 0x10;
      expect(await refusal(concat(broken, data)), `${at}`).toBe("seal-not-for-us");
    }
  });

  it("is no more than 32 MiB", async () => {
    const large = concat(message.subarray(0, 192), packet(18, new Uint8Array(32 * 1024 * 1024)));
    expect(await refusal(large)).toBe("seal-too-large");
    expect(await pgp.outside(large)).toBeUndefined();
  });
});

describe("A byte that is changed", () => {
  const flips = function* (file: Uint8Array): Generator<readonly [number, Uint8Array]> {
    for (let at = 0; at < file.length; at += 1) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << ((at + file.length) % 8));
      yield [at, changed];
    }
  };

  it.each([false, true])(
    "is refused, or belongs to the session keys, and changes nothing (readers named: %s)",
    async (named) => {
      const file = await sealedBy(payload, [heron], [heron, rowan], named);
      const whole = valueOf(await pgp.unseal(file, rowan.secret));
      const harmless: number[] = [];
      for (const [at, changed] of flips(file)) {
        const read = await pgp.unseal(changed, rowan.secret);
        if (!read.ok) continue;
        expect(read.value).toEqual(whole);
        harmless.push(at);
      }
      const sealedFrom = 2 * 96;
      expect(harmless.length).toBeGreaterThan(90);
      expect(harmless.filter((at) => at >= sealedFrom)).toEqual([]);
    },
  );

  it("is refused in armor, but for white space around it", async () => {
    const text = await pgp.armor("message", message);
    const file = bytesOf(`\n${text}`);
    const harmless: number[] = [];
    for (const [at, changed] of flips(file)) {
      const read = await pgp.unseal(changed, rowan.secret);
      if (read.ok) harmless.push(at);
    }
    expect(harmless.filter((at) => at > 0 && at < file.length - 1)).toEqual([]);
  });
});

describe("Another kind of file", () => {
  it.each([
    ["nothing", new Uint8Array()],
    ["text", bytesOf("hello")],
    [
      "a signed text",
      bytesOf(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nhello\n-----BEGIN PGP SIGNATURE-----\n\nwsA=\n-----END PGP SIGNATURE-----\n",
      ),
    ],
    ["a signed message that is not encrypted", concat(onePass, literal("hello"), signature)],
    ["a detached signature", signature],
    ["a certificate", heron.certificate.bytes],
    ["a secret key", heron.secret],
  ])("is no message of ours: %s", async (_, file) => {
    expect(await refusal(file)).toBe("seal-malformed");
  });
});
