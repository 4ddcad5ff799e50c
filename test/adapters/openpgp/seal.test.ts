import * as fc from "fast-check";
import * as openpgp from "openpgp";
import { describe, expect, it } from "vitest";

import type { NewKey } from "../../../src/domain/sealing/ports.ts";
import { bytesOf } from "./by-hand.ts";
import { foreign } from "./foreign-keys.ts";
import { failureOf, member, pgp, sealedBy, today, valueOf } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const wren = await member("wren");
const payload = bytesOf('{"type":"pledge-tally","v":1}\n');

const opened = async (message: Uint8Array, reader: NewKey): Promise<Uint8Array> =>
  valueOf(await pgp.unseal(message, reader.secret)).payload;

describe("A sealed message", () => {
  it("is opened by each of its readers, armored or not, and by nobody else", async () => {
    for (const named of [false, true]) {
      const message = await sealedBy(payload, [heron], [heron, rowan], named);
      const text = bytesOf(await pgp.armor("message", message));
      for (const reader of [heron, rowan])
        for (const file of [message, text]) expect(await opened(file, reader)).toEqual(payload);
      expect(failureOf(await pgp.unseal(message, wren.secret))).toBe("seal-not-for-us");
    }
  });

  it("gives back the signatures that were put in, in their order", async () => {
    const signatures = await Promise.all(
      [rowan, heron, wren].map(async ({ secret }) => pgp.sign(payload, secret, today)),
    );
    const readers = [wren.certificate.bytes];
    const message = valueOf(
      await pgp.seal({ payload, signatures, readers, named: false, day: today }),
    );
    expect(valueOf(await pgp.unseal(message, wren.secret))).toEqual({ payload, signatures });
  });

  it("stays checkable when somebody relays it to others", async () => {
    const first = valueOf(
      await pgp.unseal(await sealedBy(payload, [heron], [rowan]), rowan.secret),
    );
    const readers = [wren.certificate.bytes];
    const relayed = valueOf(await pgp.seal({ ...first, readers, named: false, day: today }));
    const { signatures } = valueOf(await pgp.unseal(relayed, wren.secret));
    expect(signatures).toEqual(first.signatures);
    const [signature = new Uint8Array()] = signatures;
    expect(await pgp.verify(payload, signature, heron.certificate.bytes)).toBe("good");
  });

  it("may be signed by nobody", async () => {
    const message = await sealedBy(payload, [], [heron]);
    expect(valueOf(await pgp.unseal(message, heron.secret))).toEqual({ payload, signatures: [] });
  });

  it("holds any bytes, for any readers, from any signers", async () => {
    const people = fc.subarray([heron, rowan, wren]);
    const readers = fc.subarray([heron, rowan, wren], { minLength: 1 });
    const bytes = fc.uint8Array({ maxLength: 9000 });
    await fc.assert(
      fc.asyncProperty(bytes, people, readers, fc.boolean(), async (payload, from, to, named) => {
        const message = await sealedBy(payload, from, to, named);
        const inside = valueOf(await pgp.unseal(message, to.at(-1)?.secret ?? heron.secret));
        expect(inside.payload).toEqual(payload);
        const verdicts = inside.signatures.map(async (signature, at) =>
          pgp.verify(payload, signature, from[at]?.certificate.bytes ?? heron.certificate.bytes),
        );
        expect(await Promise.all(verdicts)).toEqual(from.map(() => "good"));
      }),
      { numRuns: 25 },
    );
  });

  it("says inside no time of day, no file name, and is not compressed", async () => {
    const message = await openpgp.readMessage({
      binaryMessage: await sealedBy(payload, [heron], [rowan]),
    });
    const key = await openpgp.readPrivateKey({ binaryKey: rowan.secret });
    const { packets } = await message.decrypt([key]);
    expect(packets.map((one) => (one.constructor as unknown as { tag: number }).tag)).toEqual([
      4, 11,
    ]);
    const written = new openpgp.PacketList<openpgp.AnyPacket>();
    written.push(...packets.slice(1));
    // One octet of length, "b", no name, and the day in seconds.
    const header = Buffer.from(written.write()).subarray(2, 8);
    expect(header.subarray(0, 2)).toEqual(Buffer.from("b\0"));
    expect(header.readUInt32BE(2)).toBe(Date.parse(`${today}T00:00:00Z`) / 1000);
  });
});

describe("The outside of a message", () => {
  it("names no reader, unless they were to be named", async () => {
    const ids = await Promise.all(
      [heron, rowan].map(async ({ certificate }) => {
        const key = await openpgp.readKey({ binaryKey: certificate.bytes });
        return (await key.getEncryptionKey()).getKeyID().toHex();
      }),
    );
    for (const named of [false, true]) {
      const message = await sealedBy(payload, [heron], [heron, rowan], named);
      expect(await pgp.outside(message)).toEqual({
        size: message.length,
        armored: false,
        readers: named ? ids : [undefined, undefined],
        sealedBytes: message.length - 2 * 96 - 3,
      });
    }
  });

  it("is the same for an armored file, except for its size", async () => {
    const message = await sealedBy(payload, [heron], [heron], true);
    const file = bytesOf(await pgp.armor("message", message));
    expect(await pgp.outside(file)).toEqual({
      ...(await pgp.outside(message)),
      size: file.length,
      armored: true,
    });
  });

  it("tells about how long the payload is", async () => {
    const sizes = [1000, 5000].map(async (length) =>
      pgp.outside(await sealedBy(new Uint8Array(length), [], [heron])),
    );
    const [small, large] = await Promise.all(sizes);
    expect((large?.sealedBytes ?? 0) - (small?.sealedBytes ?? 0)).toBe(4000);
  });

  it("knows the readers of version 6, of which ours are none", async () => {
    const { publicKey } = await foreign({
      type: "curve25519",
      config: { v6Keys: true, aeadProtect: true },
    });
    const message = await openpgp.createMessage({ binary: payload });
    for (const wildcard of [false, true]) {
      const options = { message, encryptionKeys: publicKey, wildcard } as const;
      const file: unknown = await openpgp.encrypt({ ...options, format: "binary" });
      const id = publicKey.subkeys[0]?.getKeyID().toHex();
      expect((await pgp.outside(file as Uint8Array))?.readers).toEqual([wildcard ? undefined : id]);
    }
  });

  it("is nothing for what is no message", async () => {
    for (const file of [new Uint8Array(), bytesOf("hello"), heron.certificate.bytes, heron.secret])
      expect(await pgp.outside(file)).toBeUndefined();
  });
});
