/**
 * Five people become a committee, at real terminals, and count together: from nothing to the first merged tally.
 * What it takes of them is counted: commands, files carried from one to another, conversations, and
 * the passphrases that a joiner types on her first evening.
 */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeAll, expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { inTerminal, keys } from "../support/pseudo-terminal.ts";
import type { Step } from "../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";

const joiners = ["heron", "wren", "lark", "ibis"] as const;

/** "12 coral" anywhere on a screen. */
const wordsOn = (screen: string): ReadonlyMap<number, string> =>
  new Map(
    [...stripVTControlCharacters(screen).matchAll(/\b(\d{1,2}) ([a-z]{3,8})\b/gu)].map((match) => [
      Number(match[1]),
      match[2] ?? "",
    ]),
  );

describeWith(["script"], "five people, from nothing to the first merged tally", () => {
  const homes = new Map<string, Home>();
  const counted = { commands: 0, files: 0, conversations: 0 };
  const typed = new Map<string, number>();
  const screens = new Map<string, string>();
  let passphrases = new Map<string, string>();

  const at = async (who: string, args: readonly string[], steps: readonly Step[]) => {
    counted.commands += 1;
    const home = homes.get(who) ?? createHome();
    homes.set(who, home);
    const { PLEDGE_PASSPHRASE_FILE: _, ...env } = home.env;
    const shown = await inTerminal(process.execPath, [cliPath, ...args], steps, {
      cwd: home.folder,
      env,
    });
    expect({ who, args, ...shown }).toMatchObject({ exitCode: 0 });
    return stripVTControlCharacters(shown.screen);
  };

  const carry = (file: string, from: string, to: string): void => {
    counted.files += 1;
    copyFileSync(
      join(homes.get(from)?.folder ?? "", file),
      join(homes.get(to)?.folder ?? "", file),
    );
  };

  const passphraseOf = (who: string): Step => ({
    waitFor: /Passphrase of the vault/u,
    type: () => {
      typed.set(who, (typed.get(who) ?? 0) + 1);
      return `${passphrases.get(who) ?? ""}${keys.enter}`;
    },
  });

  /** Takes the six words that are offered, and remembers them as a person would on paper. */
  const takeWords = (who: string): Step => ({
    waitFor: /these six words: ((?:[a-z-]+\s+){5}[a-z-]+)\s+\S*\s*2\./u,
    type: (found) => {
      passphrases.set(who, (found[1] ?? "").replaceAll(/\s+/gu, " "));
      return keys.enter;
    },
  });

  /** Two words, read by the other from her own screen. */
  const wordsReadBy = (who: () => string): readonly Step[] =>
    [1, 2].map(() => ({
      // On a line of its own: the line is drawn again for every letter.
      waitFor: /\n. Word (\d+) of/u,
      type: (found) =>
        `${wordsOn(screens.get(who()) ?? "").get(Number(found[1])) ?? ""}${keys.enter}`,
    }));

  let merged = "";

  beforeAll(async () => {
    passphrases = new Map();
    await at(
      "rowan",
      ["init"],
      [
        { waitFor: /handle/u, type: `rowan${keys.enter}` },
        { waitFor: /campaign/iu, type: `No contracts${keys.enter}` },
        { waitFor: /[Ee]mployer/u, type: `Example Corp${keys.enter}` },
        { waitFor: /how many/iu, type: `300${keys.enter}` },
        takeWords("rowan"),
      ],
    );
    for (const who of joiners) {
      screens.set(
        who,
        await at(
          who,
          ["join"],
          [{ waitFor: /handle/u, type: `${who}${keys.enter}` }, takeWords(who)],
        ),
      );
      carry(`${who}.join`, who, "rowan");
    }
    counted.conversations += joiners.length;
    let asked = 0;
    screens.set(
      "rowan",
      await at(
        "rowan",
        ["invite", ...joiners.map((who) => `${who}.join`), "-o", "committee.pledge"],
        [
          passphraseOf("rowan"),
          ...joiners.flatMap(() => wordsReadBy(() => joiners[Math.floor(asked++ / 2)] ?? "nobody")),
        ],
      ),
    );
    for (const who of joiners) {
      carry("committee.pledge", "rowan", who);
      await at(
        who,
        ["join", "committee.pledge"],
        [passphraseOf(who), ...wordsReadBy(() => "rowan")],
      );
    }
    for (const who of joiners) {
      await at(who, ["tally", "export", "-o", `${who}.tally`], [passphraseOf(who)]);
      carry(`${who}.tally`, who, "rowan");
    }
    const tallies = joiners.map((who) => `${who}.tally`);
    merged = await at("rowan", ["merge", ...tallies], [passphraseOf("rowan")]);
  }, 120_000);

  it("takes 15 commands, 12 carried files and 4 conversations", () => {
    expect(counted).toEqual({ commands: 15, files: 12, conversations: 4 });
  });

  it("ends with the tallies of all four taken in", () => {
    for (const who of joiners)
      expect(merged).toMatch(new RegExp(`${who}\\.tally: .*taken in`, "u"));
  });

  it("costs a joiner three passphrases on her first evening, recording people included", async () => {
    await at(
      "wren",
      ["add"],
      [
        passphraseOf("wren"),
        { waitFor: /Name/u, type: `Ana Sample${keys.enter}` },
        { waitFor: /What will they do/u, type: ` ${keys.enter}` },
        { waitFor: /how many are in/u, type: keys.enter },
        { waitFor: /show them/u, type: keys.enter },
        { waitFor: /Name/u, type: keys.enter },
      ],
    );
    expect(Object.fromEntries(typed)).toEqual({ rowan: 2, heron: 2, wren: 3, lark: 2, ibis: 2 });
  });
});
