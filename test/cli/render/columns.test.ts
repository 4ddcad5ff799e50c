import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { cut, hanging, padded, wrapped } from "../../../src/cli/render/columns.ts";
import { cleanText } from "../../support/campaigns.ts";

const width = (text: string): number => stringWidth(text);
const columns = fc.integer({ min: 4, max: 40 });

describe("text in columns", () => {
  it("is cut to what fits, whole characters only, and says that it was cut", () => {
    fc.assert(
      fc.property(cleanText(40), columns, (text, room) => {
        const shown = cut(text, room, width);
        expect(width(shown)).toBeLessThanOrEqual(room);
        if (shown !== text) {
          expect(shown.endsWith("…")).toBe(true);
          expect(text.startsWith(shown.slice(0, -1))).toBe(true);
          expect(width(text)).toBeGreaterThan(room);
        }
      }),
    );
    expect(cut("李小龙李小龙", 6, width)).toBe("李小…");
  });

  it("is padded to a column that is as wide as the others", () => {
    fc.assert(
      fc.property(cleanText(20), columns, (text, room) => {
        expect(width(padded(text, room, width))).toBe(Math.max(room, width(text)));
      }),
    );
  });

  it("is broken between words, none of which is lost", () => {
    fc.assert(
      fc.property(
        fc.array(cleanText(8), { minLength: 1, maxLength: 12 }),
        columns,
        (words, room) => {
          const text = words.join(" ");
          const lines = wrapped(text, room, width);
          expect(lines.join(" ")).toBe(text);
          expect(lines.every((line) => width(line) <= room || !line.includes(" "))).toBe(true);
        },
      ),
    );
  });

  it("hangs below where it began", () => {
    expect(hanging("one two three four", 4, 14, width)).toBe("one two\n    three four");
  });
});
