import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createOpenPgp } from "../../src/adapters/openpgp/openpgp.ts";
import type { Handle } from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import { writeTold } from "../../src/domain/people/told-people.ts";
import { paddedLength } from "../../src/domain/sealing/padding.ts";
import { writePayload } from "../../src/domain/sealing/payload.ts";
import { writeTally } from "../../src/domain/tallies/write-tally.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { peekInside, peekOutside, roomIn } from "../../src/usecases/peek-file.ts";
import { sampleTally } from "../domain/tallies/any-tally.ts";

const day = "2026-11-22" as Day;
const openpgp = createOpenPgp(() => new Date(`${day}T12:00:00Z`));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const key = await openpgp.makeKey("heron" as Handle, day);

const sealed = async (payload: Uint8Array, signed = true): Promise<Uint8Array> => {
  const message = await openpgp.seal({
    payload,
    signatures: signed ? [await openpgp.sign(payload, key.secret, day)] : [],
    readers: [key.certificate.bytes],
    named: false,
    day,
  });
  if (!message.ok) throw new Error(message.failure.type);
  return message.value;
};

const vaultWith = (secret: Uint8Array | undefined): Vault =>
  ({ identity: { get: () => (secret === undefined ? undefined : { secret }) } }) as Vault;

describe("the room inside a message", () => {
  it("is what the payload was filled up to, however long it is, signed or not", async () => {
    for (const length of [1024, 4096, 16_384, 65_536, 262_144, paddedLength(300_000)])
      for (const signed of [true, false]) {
        const outside = await openpgp.outside(await sealed(new Uint8Array(length), signed));
        expect(roomIn(outside?.sealedBytes ?? 0)).toBe(length);
      }
  });

  it("is none for lengths to which pledge does not fill up", () => {
    for (const length of [0, 500, 1030, 3000, 10_000, 100_000, 265_000])
      expect(roomIn(length)).toBeUndefined();
  });

  it("is never more than what is encrypted, and always a length of a payload", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000_000 }), (length) => {
        const room = roomIn(length);
        if (room === undefined) return;
        expect(room).toBeLessThan(length);
        expect(paddedLength(room, 1024)).toBe(room);
      }),
    );
  });
});

describe("a file, seen from outside", () => {
  const kindOfFile = async (file: Uint8Array) => (await peekOutside(openpgp, file)).kind;

  it("is a message, binary or armored; a certificate; a backup; or something else", async () => {
    const message = await sealed(writeTally(sampleTally));
    expect(await kindOfFile(message)).toBe("message");
    expect(await kindOfFile(bytes(await openpgp.armor("message", message)))).toBe("message");
    expect(await kindOfFile(key.certificate.bytes)).toBe("certificate");
    expect(await kindOfFile(bytes('{"type":"pledge-backup","v":1}\nrest'))).toBe("backup");
    expect(await kindOfFile(bytes('{"type":"another"}\nrest'))).toBe("other");
    expect(await kindOfFile(bytes("null\nrest"))).toBe("other");
  });

  it("is text or not, where it is none of ours", async () => {
    const text = (file: Uint8Array) => peekOutside(openpgp, file);
    expect(await text(bytes("Ana Gómez\n"))).toEqual({ kind: "other", text: true });
    expect(await text(bytes(""))).toEqual({ kind: "other", text: true });
    expect(await text(Uint8Array.of(0xff, 0xd8, 0xff))).toEqual({ kind: "other", text: false });
    expect(await text(bytes("PK\u0000"))).toEqual({ kind: "other", text: false });
    const damaged = (await sealed(writeTally(sampleTally))).subarray(0, 2000);
    expect(await text(damaged)).toEqual({ kind: "other", text: false });
  });
});

describe("a file, opened", () => {
  const inside = async (payload: Uint8Array, secret: Uint8Array | undefined = key.secret) =>
    peekInside({ openpgp, vault: vaultWith(secret) }, await sealed(payload));

  it("is a tally, whoever signed it", async () => {
    const found = await inside(writeTally(sampleTally));
    expect(found.ok && found.value).toEqual({ kind: "tally", tally: sampleTally });
  });

  it("is a block for an organizer, with so many people", async () => {
    const told = writeTold([{ input: { name: "Ana Gómez" } }, { input: { name: "Bo Sample" } }]);
    expect(await inside(told)).toEqual({ ok: true, value: { kind: "told", people: 2 } });
  });

  it("is refused where it is no file of ours, or of a later version", async () => {
    const failure = async (payload: Uint8Array) => {
      const found = await inside(payload);
      return found.ok ? undefined : found.failure.type;
    };
    expect(await failure(writePayload([{ type: "pledge-other", v: 1 }]))).toBe("payload-malformed");
    expect(await failure(bytes("nothing of ours"))).toBe("payload-malformed");
    expect(await failure(writePayload([{ type: "pledge-tally", v: 2 }]))).toBe("payload-newer");
  });

  it("is for nobody who has no key, or another one", async () => {
    const failure = { ok: false, failure: { type: "seal-not-for-us" } };
    const other = await openpgp.makeKey("wren" as Handle, day);
    const file = await sealed(writeTally(sampleTally));
    for (const secret of [undefined, other.secret])
      expect(await peekInside({ openpgp, vault: vaultWith(secret) }, file)).toEqual(failure);
  });
});
