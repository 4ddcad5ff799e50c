import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import { fixText, shortHash } from "../../../src/domain/letters/frozen-text.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const fix = (markdown: string) => fixText(markdown, sha256, "2026-11-22" as Day);

describe("a fixed text", () => {
  it("is named by the SHA-256 of its UTF-8", () => {
    // sha256sum over the bytes 61 c3 a9 0a
    expect(fix("aé\n")).toEqual({
      hash: createHash("sha256")
        .update(Buffer.from([0x61, 0xc3, 0xa9, 0x0a]))
        .digest("hex"),
      markdown: "aé\n",
      frozenOn: "2026-11-22",
    });
    expect(fix("").hash).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("has one form, however its letters and line ends were typed", () => {
    const text = fix("caf\u00E9\nbar\n");
    expect(fix("cafe\u0301\r\nbar\r")).toEqual(text);
    expect(text.markdown).toBe("caf\u00E9\nbar\n");
  });

  it("is shown by its first sixteen digits", () => {
    expect(shortHash(fix("").hash)).toBe("e3b0c44298fc1c14");
  });
});
