/** The employer with a member's key, every tally of two days and the staff lists: no name, and what is learned instead. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { packageRoot } from "../support/sample.ts";
import { suspects } from "./attacker.ts";
import { firstDay, secondDay, staffOn } from "./company.ts";
import { threeWeeks } from "./history.ts";
import type { History } from "./history.ts";
import { changedBySource, learnedTable, namesFound, overheard } from "./learned.ts";

let history: History;

beforeAll(async () => {
  history = await threeWeeks();
});

const page = readFileSync(join(packageRoot, "docs/disclosure.md"), "utf8");
const markers = /<!-- attack: begin -->\n([^]*?)\n<!-- attack: end -->/u;

describe("an attacker with a member's key, all tallies, the staff lists and an overheard condition", () => {
  it("has two rounds of five, and ten thousand names", () => {
    const { loot } = history;
    expect([loot.before.length, loot.after.length, loot.committee.members.length]).toEqual([
      5, 5, 5,
    ]);
    expect(loot.after.map(({ seq }) => seq)).toEqual([2, 2, 2, 2, 2]);
    expect(staffOn(firstDay)).toHaveLength(10_000);
    expect(new Set(staffOn(secondDay).map(({ name }) => name)).size).toBe(
      staffOn(secondDay).length,
    );
    expect(new Set(history.nameOf.values()).size).toBeGreaterThan(300);
  });

  it("finds no name, and learns what the page of disclosures says, to the digit", () => {
    const { loot, nameOf } = history;
    const found = namesFound(loot);
    const table = learnedTable(loot, found, nameOf);
    process.stdout.write(`${table}\n`);
    expect(found).toEqual({ inPlain: [], byHash: [], byRoot: [], byTeam: [] });
    expect(markers.exec(page)?.[1]).toBe(table);
  });

  it("is never led past the right person: whoever a line stands for is among those it is narrowed down to", () => {
    const { loot, nameOf } = history;
    const { coworker, inTeam } = overheard(loot, nameOf);
    expect(inTeam.map(({ token }) => nameOf.get(token))).toContain(coworker.name);
    for (const clue of inTeam)
      expect(suspects(clue, loot.staffBefore).map(({ name }) => name)).toContain(
        nameOf.get(clue.token),
      );
  });

  it("gets tallies with few changes only where the organizer was warned and went on", () => {
    const changed = changedBySource(history.loot);
    const warned = Object.values(history.asked).map(({ stderr }) =>
      stderr.includes("changed since"),
    );
    expect(warned).toEqual(changed.map((count) => count >= 1 && count <= 4));
    expect(warned).toContain(true);
    expect(warned).toContain(false);
  });
});
