/** `pledge recovery` and `pledge recovery new`. */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";

import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const second = "the second sample passphrase";
const everyWord = [...wordlist, ...wordlist, ...wordlist];

const opensWith = async (world: TestWorld, text: string): Promise<number> =>
  (await world.pledge("--passphrase-file", world.file("tried", text), "list")).exitCode;

/** A vault with recovery words, and the words. */
const worldWithWords = async (): Promise<{ readonly world: TestWorld; readonly words: string }> => {
  const world = await testWorld();
  await world.init();
  const { stdout } = await world.pledge("recovery", "new", "--yes");
  return { world, words: stdout.trim() };
};

describe("pledge recovery new", () => {
  it("prints the words where there is no terminal, once somebody said yes", async () => {
    const world = await testWorld();
    await world.init();
    expect(await world.transcript("recovery", "new")).toMatchInlineSnapshot(`
      "$ pledge recovery new
      ! pledge: error: this needs a yes, and there is nobody to ask
      ! pledge: hint: say it beforehand with --yes
      [exit 2]"
    `);
    const ran = await world.pledge("recovery", "new", "--yes");
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout.trim().split(" ")).toHaveLength(24);
    expect(ran.stderr).toMatchInlineSnapshot(`
      "Keep the paper where neither your employer nor a guest finds it, and not beside the computer.
      "
    `);
    const json = await world.pledge("recovery", "new", "--yes", "--json");
    const { v, words } = JSON.parse(json.stdout) as { readonly v: number; readonly words: string };
    expect([v, words.split(" ").length, json.stderr]).toEqual([1, 24, ""]);
  });

  it("shows them on the terminal, asks for two of them, and prints nothing", async () => {
    const world = await testWorld();
    await world.init();
    world.answers([passphrase, ...everyWord]);
    expect(await world.transcript("--passphrase-file", "", "recovery", "new"))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  recovery new
      The words open the vault from now on.
      ! Keep the paper where neither your employer nor a guest finds it, and not beside the computer.
      [exit 0]"
    `);
    expect(new Set(world.questions())).toHaveLength(3);
    expect(world.questions()[1]).toMatch(/^From your paper: word number \d+$/u);
    const shown = world.said().find((text) => /^ +1 /u.test(text)) ?? "";
    expect(shown.trimEnd().split("\n")).toHaveLength(6);
    for (const line of shown.trimEnd().split("\n")) {
      expect(line).toMatch(/^( {1,4}\d{1,2} [a-z]{3,8} *){4}$/u);
      expect(line.length).toBeLessThan(80);
    }
  });

  it("leaves the earlier words good when it is interrupted, and void when it is not", async () => {
    const { world, words } = await worldWithWords();
    const header = world.read("vault/vault.json");
    for (const given of [["^C"], [passphrase, "^C"], [passphrase, "not the word", "^C"]]) {
      world.answers(given);
      expect((await world.pledge("--passphrase-file", "", "recovery", "new")).exitCode).toBe(130);
    }
    expect(world.read("vault/vault.json")).toBe(header);
    await world.pledge("recovery", "new", "--yes");
    const file = world.file("words", words);
    expect(await world.transcript("recovery", "--from", file)).toMatchInlineSnapshot(`
      "$ pledge recovery --from ~/words
      ! pledge: error: these words do not open this vault
      ! pledge: hint: check their order and spelling; words made before the last "pledge recovery new" are void
      [exit 3]"
    `);
  });
});

describe("pledge recovery", () => {
  it("opens the vault with the words and gives it a new passphrase", async () => {
    const { world, words } = await worldWithWords();
    // As they stand on paper, in lines of four.
    const lines = words.toUpperCase().replaceAll(/((?:\S+ ){3}\S+) /gu, "$1\n");
    const args = [
      "recovery",
      "--from",
      world.file("words", `${lines}\n`),
      "--new-passphrase-file",
      world.file("new", second),
    ];
    expect(await world.transcript(...args)).toMatchInlineSnapshot(`
      "$ pledge recovery --from ~/words --new-passphrase-file ~/new
      The vault is open again and has a new passphrase. The words still hold.
      [exit 0]"
    `);
    expect(await opensWith(world, passphrase)).toBe(3);
    expect(await opensWith(world, second)).toBe(0);
    // The words hold: they were not what was lost.
    expect((await world.pledge(...args)).exitCode).toBe(0);
  });

  it("asks for the words, and for a new passphrase only when they were right", async () => {
    const { world, words } = await worldWithWords();
    world.answers(["twelve words are too few", words, "own", second, second]);
    expect(await world.transcript("recovery")).toContain("[exit 0]");
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "The twenty-four words, in order",
        "The twenty-four words, in order",
        "What will open the vault? Without it nobody can.",
        "Your passphrase",
        "The same again",
      ]
    `);
    expect(world.said()).toMatchInlineSnapshot(`
      [
        "These are 5 words; there should be 24, separated by spaces.",
      ]
    `);
    expect(await opensWith(world, second)).toBe(0);
  });

  it("says what is wrong with the words, and asks nothing more", async () => {
    const { world, words } = await worldWithWords();
    const swapped = words.split(" ").toReversed().join(" ");
    const tried = async (text: string): Promise<string> =>
      world.transcript("recovery", "--from", world.file("words", text));
    expect(await tried("abandon ".repeat(24))).toMatchInlineSnapshot(`
      "$ pledge recovery --from ~/words
      ! pledge: error: these are not twenty-four recovery words
      ! pledge: hint: check the spelling of each word and that none is missing or stands twice
      [exit 3]"
    `);
    expect(await tried(swapped)).toContain("[exit 3]");
    expect(await tried(`${"zoo ".repeat(23)}vote`)).toMatchInlineSnapshot(`
      "$ pledge recovery --from ~/words
      ! pledge: error: these words do not open this vault
      ! pledge: hint: check their order and spelling; words made before the last "pledge recovery new" are void
      [exit 3]"
    `);
    expect(await tried("")).toContain("these are not twenty-four recovery words");
    expect(world.questions()).toEqual([]);
    expect(await opensWith(world, passphrase)).toBe(0);
  });

  it("cannot help a vault that has no words", async () => {
    const world = await testWorld();
    await world.init();
    expect(
      await world.transcript(
        "recovery",
        "--from",
        world.file("words", `${"abandon ".repeat(23)}art`),
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge recovery --from ~/words
      ! pledge: error: this vault has no recovery words
      ! pledge: hint: only the passphrase opens it; make words with "pledge recovery new"
      [exit 3]"
    `);
  });

  it("needs somebody to ask, or files, and takes nothing from standard input", async () => {
    const { world, words } = await worldWithWords();
    world.stdin(`${words}\n${second}\n`);
    expect(await world.transcript("recovery")).toMatchInlineSnapshot(`
      "$ pledge recovery
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE
      [exit 2]"
    `);
    expect(await world.transcript("recovery", "--from", world.file("words", words)))
      .toMatchInlineSnapshot(`
      "$ pledge recovery --from ~/words
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --new-passphrase-file PATH
      [exit 2]"
    `);
    expect(await opensWith(world, passphrase)).toBe(0);
  });
});
