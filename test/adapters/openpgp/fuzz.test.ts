/** Whatever bytes arrive: an answer, never a throw. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  bytesOf,
  compressed,
  concat,
  framedAnyhow,
  literal,
  messageOf,
  onePass,
} from "./by-hand.ts";
import { member, pgp, sealedBy, today } from "./samples.ts";

const heron = await member("heron");
const rowan = await member("rowan");
const payload = bytesOf("the payload\n");
const message = await sealedBy(payload, [heron], [heron, rowan]);
const signature = await pgp.sign(payload, heron.secret, today);
const { bytes: certificate } = heron.certificate;

const noise = fc.uint8Array({ maxLength: 400 });

/** Packets of any type, each framed in one of four ways, some of them whole ones of ours. */
const soup = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 0, max: 63 }), noise, fc.integer({ min: 0, max: 3 }))
        .map(([tag, body, style]) => framedAnyhow(tag, body, style)),
      fc.constantFrom(certificate, message, signature, heron.secret, literal("hello"), onePass),
    ),
    { maxLength: 8 },
  )
  .map((packets) => concat(...packets));

/** One of ours with a piece cut out and another put in. */
const spliced = fc
  .tuple(
    fc.constantFrom(message, certificate, signature, heron.secret),
    fc.nat(),
    fc.nat({ max: 40 }),
    fc.uint8Array({ maxLength: 40 }),
  )
  .map(([whole, from, length, piece]) => {
    const at = from % whole.length;
    return concat(whole.subarray(0, at), piece, whole.subarray(at + length));
  });

const anyBytes = fc.oneof(
  noise,
  noise.map((bytes) => concat(Uint8Array.of(0xc1), bytes)),
  soup,
  spliced,
  fc
    .oneof(soup, spliced)
    .map((bytes) =>
      bytesOf(
        `-----BEGIN PGP MESSAGE-----\n\n${Buffer.from(bytes).toString("base64")}\n-----END PGP MESSAGE-----`,
      ),
    ),
);

describe("Any bytes", () => {
  it("are answered by everything that reads a file", async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (file) => {
        const [message, read] = [
          await pgp.unseal(file, heron.secret),
          await pgp.readCertificate(file),
        ];
        if (message.ok) expect(message.value.payload).toEqual(payload);
        if (read.ok) expect(read.value.fingerprint).toBe(heron.certificate.fingerprint);
        const day = await pgp.signedOn(file);
        expect(day ?? today).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
        await pgp.outside(file);
        await pgp.dearmor(file);
        await pgp.unusable(file);
        expect(await pgp.verify(payload, signature, file)).toMatch(
          /^(?:good|bad|expired|revoked)$/u,
        );
        const verdict = await pgp.verify(payload, file, certificate);
        if (verdict === "good") expect(day).toBe(today);
      }),
      { numRuns: 400 },
    );
  });

  it("are answered where they are sealed to us, too, compressed or not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, soup), fc.boolean(), async (inside, packed) => {
        const plain = packed ? compressed(inside) : inside;
        const read = await pgp.unseal(await messageOf(plain, certificate), heron.secret);
        if (!read.ok) {
          expect(read.failure.type).toBe("seal-malformed");
          return;
        }
        for (const one of read.value.signatures)
          expect(await pgp.verify(read.value.payload, one, certificate)).not.toBe("revoked");
      }),
      { numRuns: 300 },
    );
  });
});
