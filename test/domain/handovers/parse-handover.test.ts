/** A handover goes out and comes in without loss, and there is one spelling of each. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseHandover } from "../../../src/domain/handovers/parse-handover.ts";
import { writeHandover } from "../../../src/domain/handovers/write-handover.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { handovers } from "./any-handover.ts";

const linesIn = (payload: Uint8Array): readonly string[] =>
  new TextDecoder().decode(payload).split("\n").slice(0, -2);

describe("a handover", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(handovers, (handover) => {
        const parsed = parseHandover(writeHandover(handover));
        expect(parsed).toEqual({ ok: true, value: handover });
      }),
    );
  });

  it("is refused, or says the same, whichever byte is another one", () => {
    fc.assert(
      fc.property(handovers, fc.nat(), fc.integer({ min: 1, max: 255 }), (handover, at, by) => {
        const payload = writeHandover(handover);
        const place = at % payload.length;
        const changed = payload.with(place, (payload[place] ?? 0) ^ by);
        const parsed = parseHandover(changed);
        if (parsed.ok) expect(writeHandover(parsed.value)).toEqual(changed);
      }),
    );
  });

  it("is refused with a line more, a line less, a line twice, or two that changed places", () => {
    fc.assert(
      fc.property(handovers, fc.nat(), (handover, at) => {
        const lines = linesIn(writeHandover(handover));
        const place = 1 + (at % (lines.length - 1));
        const line = lines[place] ?? "";
        const others = [
          lines.toSpliced(place, 1),
          lines.toSpliced(place, 0, line),
          ...(place > 1 ? [lines.toSpliced(place - 1, 2, line, lines[place - 1] ?? "")] : []),
          [...lines, '{"note":"x"}'],
        ];
        for (const other of others) expect(parseHandover(writeLines(other)).ok).toBe(false);
      }),
    );
  });

  it("never makes a reader throw, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { maxLength: 4 }), (lines) => {
        expect(parseHandover(writeLines(lines)).ok).toBe(false);
      }),
    );
  });
});
