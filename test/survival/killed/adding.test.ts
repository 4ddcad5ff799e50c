/** kill -9 in the middle of `add` and `import`: what was acknowledged is there, the rest is there whole or not at all. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { Home } from "../../support/real-pledge.ts";
import { look, namesIn } from "../vault-looks.ts";
import { homeWithVault, momentsOf, rounds, runAndKill } from "./killing.ts";

/** People in one file: enough that writing them takes a while. */
const batch = 400;

const named = (round: number, n: number): string => `Sample Person ${round}/${n}`;

const ways = {
  add: (home: Home, round: number): readonly string[] => {
    const lines = Array.from({ length: batch }, (_, n) =>
      JSON.stringify({
        name: named(round, n),
        actions: ["sign", "walkout"],
        note: "n".repeat(200),
      }),
    );
    return ["add", "--json", "--from", home.file("people.jsonl", lines.join("\n"))];
  },
  import: (home: Home, round: number): readonly string[] => {
    const lines = Array.from(
      { length: batch },
      (_, n) => `${named(round, n)},person-${round}-${n}@home.example\n`,
    );
    const list = home.file("people.csv", `Name,Email\n${lines.join("")}`);
    return ["import", list, "--yes", "--json"];
  },
} as const;

let home: Home;

beforeEach(() => {
  home = homeWithVault();
});

describe.each(["add", "import"] as const)("kill -9 in the middle of %s", (way) => {
  it(`loses nobody who was acknowledged and keeps nobody by half, ${rounds} times`, async () => {
    const folder = join(home.folder, "vault");
    const acknowledged = new Set<number>();
    // The first run of all is slower than those that follow.
    const durations: number[] = [];
    for (const round of [-1, 0]) {
      const { stdout, milliseconds } = await runAndKill(home, ways[way](home, round));
      expect(stdout).toMatch(/\}\n$/u);
      acknowledged.add(round);
      durations.push(milliseconds);
    }
    let killed = 0;
    for (const [index, moment] of momentsOf(Math.min(...durations)).entries()) {
      const round = index + 1;
      const { stdout, ended } = await runAndKill(home, ways[way](home, round), moment);
      killed += ended ? 0 : 1;
      if (stdout.endsWith("\n")) acknowledged.add(round);
      else expect(ended).toBe(false);
      const names = [...(await look(folder, namesIn)).values()];
      for (let one = -1; one <= round; one += 1) {
        const there = names.filter((name) => name.startsWith(`Sample Person ${one}/`)).length;
        const may = acknowledged.has(one) ? [batch] : [0, batch];
        expect(may, `people of round ${one}; killed after ${moment} ms`).toContain(there);
      }
    }
    // The kills struck: not every round ended first.
    expect(killed).toBeGreaterThan(0);
    expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });
});
