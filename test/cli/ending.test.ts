/** `pledge help ending`: the commands that end something, held against the tree. */
import { describe, expect, it } from "vitest";

import { endingNames, endings, otherEndings } from "../../src/cli/program/ending.ts";
import { helpTopics } from "../../src/cli/program/help-topics.ts";
import { commandTree, commandsOf, pathOf } from "../support/whole-tree.ts";
import { testWorld } from "../support/world.ts";

const pathsOfTree = async (): Promise<readonly string[]> =>
  commandsOf(await commandTree()).map((command) => pathOf(command).join(" "));

const isEnding = (path: string): boolean =>
  endingNames.some((name) => path.split(" ").at(-1) === name) ||
  otherEndings.some((other) => other === path);

describe("the page that tells endings apart", () => {
  it("names every command that ends something, and none that there is not", async () => {
    const there = (await pathsOfTree()).filter(isEnding);
    expect(there).toContain("committee remove");
    expect(endings.flatMap(({ commands }) => commands).toSorted()).toEqual(there.toSorted());
  });

  it("fits a screen of 24 rows and 80 columns, the prompt below it included", async () => {
    const { stdout, exitCode } = await (await testWorld()).pledge("help", "ending");
    expect(exitCode).toBe(0);
    const lines = stdout.split("\n");
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const flat = stdout.replaceAll(/\s+/gu, " ");
    const last = endings.flatMap(({ commands }) => commands.map((name) => name.split(" ").at(-1)));
    for (const name of last) expect(flat).toContain(` ${name}`);
  });

  it("is read", async () => {
    const { stdout } = await (await testWorld()).pledge("help", "ending");
    expect(stdout).toMatchInlineSnapshot(`
      "What goes, what stays, who hears of it, and what cannot be called back:
        withdraw  A pledge, and its signature: it counts no more. The person stays,
                  and that she took it back. Your next tally says so to the committee.
                  A letter that went out keeps her signature.
        undo      What the last import added or changed. All else stays. Nobody is
                  told; your next tally goes without it. A tally with it is out.
        merge     The other record, as one of its own. All it said stays. Your next
                  tally counts one person. Nothing takes them apart again.
        forget    A person and all that is noted of her, for good. Letters stay; known
                  backups are made anew. Nobody is told; your next tally lacks her
                  line. Another organizer who has her must forget her too.
        purge     The vault and its backups at hand, or --names alone. Counts stay
                  then. Nobody is told. Copies elsewhere stay.
        drop      Another organizer's tally, in your numbers alone. It stays merged.
                  Nobody is told. tally restore counts it again.
        revoke    Your key, and what it signed. Your vault stays. Whoever merges the
                  file. Nothing gives it back; files to you stay readable by it.
        remove    committee remove: members. No file is for them any more; what they
                  sent counts no more. Their own vaults stay. The committee's next
                  file says so. What they have read they keep.
                  demand, fact, test, passphrase remove: what each is called after,
                  for good. People and fixed letters stay. Nobody is told. A removed
                  passphrase still opens copies made before.
      "
    `);
  });

  it.each([[["withdraw"]], [["forget"]], [["committee", "remove"]], [["duplicates", "merge"]]])(
    "is pointed to by the help of %s",
    async (words) => {
      const { stdout } = await (await testWorld()).pledge(...words, "--help");
      expect(stdout.replaceAll(/\s+/gu, " ")).toContain('"pledge help ending"');
    },
  );
});

describe("a page of help", () => {
  it.each(Object.keys(helpTopics))(
    "is there under the name %s, which no command has",
    async (topic) => {
      const { stdout, exitCode } = await (await testWorld()).pledge("help", topic);
      expect(exitCode).toBe(0);
      expect(stdout.split("\n").length).toBeGreaterThan(10);
      expect(await pathsOfTree()).not.toContain(topic);
    },
  );
});
