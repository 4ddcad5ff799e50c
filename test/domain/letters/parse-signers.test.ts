import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseSigners } from "../../../src/domain/letters/parse-signers.ts";
import type { Signers } from "../../../src/domain/letters/signers.ts";
import { largestSigners, mostLines } from "../../../src/domain/letters/signers-shape.ts";
import {
  signerLineText,
  signersHeaderText,
  writeSigners,
} from "../../../src/domain/letters/write-signers.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { sampleSigners, signers } from "./any-signers.ts";

/** Whether it was accepted; then it is what writing it again gives, byte for byte. */
const isAccepted = (payload: Uint8Array): boolean => {
  const read = parseSigners(payload);
  if (read.ok) expect(Buffer.compare(writeSigners(read.value), payload)).toBe(0);
  return read.ok;
};

const header = signersHeaderText(sampleSigners);

describe("a list of signers that is read", () => {
  it("is the list that was written", () => {
    fc.assert(
      fc.property(signers, (written) => {
        expect(parseSigners(writeSigners(written))).toEqual({ ok: true, value: written });
      }),
      { numRuns: 300 },
    );
  });

  it("may have nobody in it, and two coworkers of one name", () => {
    const [ana] = sampleSigners.lines;
    if (ana === undefined) throw new Error("the sample has a line");
    for (const lines of [[], [ana, ana]]) {
      const written: Signers = { ...sampleSigners, lines };
      expect(parseSigners(writeSigners(written))).toEqual({ ok: true, value: written });
    }
  });

  it("has at most 50,000 lines", () => {
    const role = signerLineText({ role: "SRE", supporter: false });
    const many = (n: number): Uint8Array => writeLines([header, ...Array<string>(n).fill(role)]);
    const full = parseSigners(many(mostLines));
    expect(full.ok && full.value.lines.length).toBe(50_000);
    expect(parseSigners(many(mostLines + 1))).toEqual({
      ok: false,
      failure: {
        type: "payload-malformed",
        line: 50_002,
        what: "there are too many people in it",
      },
    });
  });

  it("is at most 16 MiB long", () => {
    expect(parseSigners(new Uint8Array(largestSigners + 1))).toEqual({
      ok: false,
      failure: {
        type: "payload-malformed",
        line: 1,
        what: "no list of signers is as long as this",
      },
    });
  });

  it("is refused after any bit was changed, or says something else in the one form of that", () => {
    const payload = writeSigners(sampleSigners);
    const pad = payload.lastIndexOf(0x7b);
    let accepted = 0;
    for (let at = 0; at < payload.length; at += at < pad + 20 ? 1 : 151) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = payload.with(at, (payload[at] ?? 0) ^ (1 << bit));
        if (!isAccepted(changed)) continue;
        accepted += 1;
        expect(at).toBeLessThan(pad);
        expect(parseSigners(changed)).not.toEqual({ ok: true, value: sampleSigners });
      }
    }
    // A letter of a name can become another: only the signature tells. So both happen here.
    expect(accepted).toBeGreaterThan(100);
  });

  it("is refused after bytes were changed, put in, taken out or moved, or says something else", () => {
    const place = fc.nat({ max: 4095 });
    const bytes = fc.uint8Array({ maxLength: 8 });
    fc.assert(
      fc.property(signers, place, place, bytes, fc.boolean(), (one, a, b, more, inner) => {
        const payload = writeSigners(one);
        const end = inner ? payload.lastIndexOf(0x7b) : payload.length;
        const [from, to] = [a % end, b % end].toSorted((x, y) => x - y) as [number, number];
        const changed = Buffer.concat([payload.subarray(0, from), more, payload.subarray(to)]);
        if (isAccepted(changed) && Buffer.compare(changed, payload) !== 0)
          expect(parseSigners(changed)).not.toEqual({ ok: true, value: one });
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused for any bytes that are none, and nothing is thrown", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.array(fc.json(), { maxLength: 4 }).map(writeLines),
        ),
        (payload) => {
          expect(parseSigners(payload).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
