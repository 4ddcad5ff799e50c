/** docs/handover-format.md, held to its word: its example is read, written again and hashed, and its bounds are the program's. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { largestHandover, mostHanded } from "../../../src/domain/handovers/handover-shape.ts";
import { parseHandover } from "../../../src/domain/handovers/parse-handover.ts";
import { writeHandover } from "../../../src/domain/handovers/write-handover.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { grouped } from "../../../src/domain/text/words.ts";

const page = readFileSync(new URL("../../../docs/handover-format.md", import.meta.url), "utf8");
const lines = (/^```json\n(.*?)\n```$/msu.exec(page)?.[1] ?? "").split("\n");

/** The payload as the page says that it is made: its lines, and so many zeros. */
const payload = Buffer.from(
  `${lines.join("\n")}\n{"pad":"${"0".repeat(Number(/pad of ([\d,]+) zeros/u.exec(page)?.[1]?.replaceAll(",", "")))}"}\n`,
);

const sha256 = createHash("sha256").update(payload).digest("hex");

/** Every name of a member in an object, and in those inside it. */
const namesIn = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, one]) => [
        ...(Array.isArray(value) ? [] : [name]),
        ...namesIn(one),
      ])
    : [];

describe("the page about handovers", () => {
  it("has an example that is what it says, byte for byte", () => {
    expect(Buffer.compare(writeLines(lines), payload)).toBe(0);
    expect(page).toContain(`${grouped(payload.length)} bytes with the hash\n\`${sha256}\``);
    const read = parseHandover(payload);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(Buffer.compare(writeHandover(read.value), payload)).toBe(0);
    expect(read.value.people).toHaveLength(3);
  });

  it("tells every member that a line of the example has, and shows every one that it tells", () => {
    const told = [...page.matchAll(/^\| (`.*?`) \|/gmu)].flatMap(([, names = ""]) =>
      names.replaceAll("`", "").split(", "),
    );
    const shown = new Set(lines.flatMap((line) => namesIn(JSON.parse(line))));
    // Of conditions a pledge has one at most.
    const other = ["atLeastPercent", "atLeastInTeam"];
    expect(told.filter((name) => !shown.has(name))).toEqual(other);
    // What is in `committee` is said on the page about tallies.
    shown.delete("hash");
    for (const name of shown) expect(page).toContain(`\`${name}\``);
  });

  it("has the bounds of the program", () => {
    expect(page).toContain(`1 to ${grouped(mostHanded)} |`);
    expect(page).toContain(`at most ${largestHandover / 1024 / 1024} MiB`);
  });
});
