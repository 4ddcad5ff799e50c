/** docs/bundle-format.md, held to its word: its example is read, written again and hashed, and its bounds are the program's. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { mostParts } from "../../../src/domain/relay/bundle-shape.ts";
import { parseBundle } from "../../../src/domain/relay/parse-bundle.ts";
import { writeBundle } from "../../../src/domain/relay/write-bundle.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { parseTally } from "../../../src/domain/tallies/parse-tally.ts";
import { grouped } from "../../../src/domain/text/words.ts";

const page = readFileSync(new URL("../../../docs/bundle-format.md", import.meta.url), "utf8");
const lines = (/^```json\n(.*?)\n```$/msu.exec(page)?.[1] ?? "").split("\n");

/** The payload as the page says that it is made: its lines, and so many zeros. */
const payload = Buffer.from(
  `${lines.join("\n")}\n{"pad":"${"0".repeat(Number(/pad of (\d+) zeros/u.exec(page)?.[1]))}"}\n`,
);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("the page about bundles", () => {
  it("has an example that is what it says, byte for byte", () => {
    expect(Buffer.compare(writeLines(lines), payload)).toBe(0);
    expect(page).toContain(`${grouped(payload.length)} bytes with the hash \`${sha256(payload)}\``);
    const read = parseBundle(payload);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const { parts, committee, committeeFile } = read.value;
    expect(Buffer.compare(writeBundle(read.value), payload)).toBe(0);
    expect(sha256(committeeFile)).toBe(committee.hash);
    expect(parts.map(({ of }) => of)).toEqual(["tally"]);
    for (const { sha256: said, payload: tally } of parts) {
      expect(sha256(tally)).toBe(said);
      expect(parseTally(tally)).toMatchObject({ ok: true, value: { relay: true } });
    }
  });

  it("tells every member of the first line and of the lines before a part, and the bounds", () => {
    const told = [...page.matchAll(/^\| (`.*?`) \|/gmu)].flatMap(([, names = ""]) =>
      names.split(", "),
    );
    const heads = lines.filter(
      (line) => line.includes('"type":"pledge-bundle"') || line.includes('"part":'),
    );
    const members = heads.flatMap((line) => Object.keys(JSON.parse(line) as object));
    expect([...new Set(told)].toSorted()).toEqual(
      [...new Set(members)].map((name) => `\`${name}\``).toSorted(),
    );
    expect(page).toContain(`1 to ${grouped(mostParts)}.`.replace(".", " |"));
  });
});
