/** docs/signers-format.md, held to its word: its example is read, written again and hashed, and its bounds are the program's. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { parseSigners } from "../../../src/domain/letters/parse-signers.ts";
import { mostLines } from "../../../src/domain/letters/signers-shape.ts";
import { writeSigners } from "../../../src/domain/letters/write-signers.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { grouped } from "../../../src/domain/text/words.ts";

const page = readFileSync(new URL("../../../docs/signers-format.md", import.meta.url), "utf8");
const lines = (/^```json\n(.*?)\n```$/msu.exec(page)?.[1] ?? "").split("\n");

/** The payload as the page says that it is made: its lines, and so many zeros. */
const payload = Buffer.from(
  `${lines.join("\n")}\n{"pad":"${"0".repeat(Number(/pad of ([\d,]+) zeros/u.exec(page)?.[1]?.replaceAll(",", "")))}"}\n`,
);

const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

describe("the page about lists of signers", () => {
  it("has an example that is what it says, byte for byte", () => {
    expect(Buffer.compare(writeLines(lines), payload)).toBe(0);
    expect(page).toContain(
      `${grouped(payload.length)} bytes with the hash\n\`${sha256(payload)}\``,
    );
    const read = parseSigners(payload);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(Buffer.compare(writeSigners(read.value), payload)).toBe(0);
    expect(read.value.text).toBe(sha256("A sample text.\n"));
    expect(read.value.lines).toHaveLength(5);
  });

  it("tells every member of the first line and of a signer's, and the bound of the lines", () => {
    const told = new Set(
      [...page.matchAll(/^\| (`.*?`) \|/gmu)].flatMap(([, names = ""]) => names.split(", ")),
    );
    const members = lines.flatMap((line) => Object.keys(JSON.parse(line) as object));
    expect([...told].toSorted()).toEqual(
      [...new Set(members)].map((name) => `\`${name}\``).toSorted(),
    );
    expect(page).toContain(`At\nmost ${grouped(mostLines)}.`);
  });
});
