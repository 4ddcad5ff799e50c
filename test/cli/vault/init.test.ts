import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";

import type { Answer } from "../../support/scripted-terminal.ts";
import { sampleCampaign, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const answers = ["rowan", "No contracts with the police", "Example Corp", "60"];
const own = "a sample passphrase of my own";

/** What is in the scratch folder besides what the test world put there. */
const made = ({ folder }: TestWorld): readonly string[] =>
  readdirSync(folder).filter((name) => name !== "passphrase");

/** Somebody who tries every word of the list until it is the right one, twice over. */
const everyWord = [...wordlist, ...wordlist, ...wordlist];

const wordsShown = (world: TestWorld): string =>
  [...(world.said().find((text) => /^ +1 /u.test(text)) ?? "").matchAll(/\d+ ([a-z]+)/gu)]
    .map(([, word]) => word)
    .join(" ");

/** `init` on a terminal. */
const onTerminal = (
  world: TestWorld,
  given: readonly Answer[],
  ...options: readonly string[]
): Promise<string> => {
  world.answers(given);
  return world.transcript("--passphrase-file", "", "init", ...options);
};

describe("pledge init", () => {
  it("asks five things and makes a vault that only its owner can read", async () => {
    const world = await testWorld();
    expect(await onTerminal(world, [...answers, "words"])).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  init
      The vault is in ~/vault. Next:
        pledge add                            record the first people
        pledge letter start employer-demands  begin the letter
        pledge recovery new                   24 words, if the passphrase is lost
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "Your handle (other organizers see it; not your name)",
        "What is the campaign called?",
        "Which employer?",
        "About how many workers do you organize?",
        "What will open the vault? Without it nobody can.",
      ]
    `);
    expect(world.questions()).toHaveLength(5);
    for (const name of ["", "vault.json", "vault.json.bak", "vault.db"]) {
      expect(statSync(join(world.vaultFolder, name)).mode & 0o077).toBe(0);
    }
    expect(made(world)).toEqual(["vault"]);
  });

  it("reads a campaign from a file and says what to do next", async () => {
    const world = await testWorld();
    const file = world.file("campaign.json", JSON.stringify(sampleCampaign));
    expect(await world.transcript("init", "--from", file)).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      The vault is in ~/vault. Next:
        pledge add                            record the first people
        pledge letter start employer-demands  begin the letter
        pledge recovery new                   24 words, if the passphrase is lost
      [exit 0]"
    `);
    const again = await testWorld();
    again.file("campaign.json", JSON.stringify(sampleCampaign));
    const { stdout } = await again.pledge("init", "--from", file, "--json");
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      vault: again.vaultFolder,
      campaign: expect.any(String) as string,
    });
  });

  it("takes the campaign from a file and asks for the passphrase alone", async () => {
    const world = await testWorld();
    const file = world.file("campaign.json", JSON.stringify(sampleCampaign));
    expect(await onTerminal(world, ["words"], "--from", file)).toContain("[exit 0]");
    expect(world.questions()).toHaveLength(1);
  });

  it("opens with the six words that it showed", async () => {
    const world = await testWorld();
    world.answers([...answers, "words"]);
    expect((await world.pledge("--passphrase-file", "", "init")).exitCode).toBe(0);
    const [label = ""] = world.offered();
    const words = /: (\S+(?: \S+){5})$/u.exec(label)?.[1] ?? "";
    expect(
      (await world.pledge("--passphrase-file", world.file("six", words), "list")).exitCode,
    ).toBe(0);
  });

  it("refuses a weak passphrase, asks for it twice, and once more when the two differ", async () => {
    const world = await testWorld();
    const typed = ["short", "eleven char", own, "something else", own, own];
    expect(await onTerminal(world, [...answers, "own", ...typed])).toContain("[exit 0]");
    expect(world.said()).toMatchInlineSnapshot(`
      [
        "That would be guessed. Several random words are better.",
        "That would be guessed. Several random words are better.",
        "These were two different passphrases. Once more:",
      ]
    `);
    const file = world.file("own", own);
    expect((await world.pledge("--passphrase-file", file, "list")).exitCode).toBe(0);
  });

  it("takes a passphrase for the same however its accents were typed", async () => {
    const world = await testWorld();
    const apart = "pass\u0065\u0301 simple et longue";
    expect(await onTerminal(world, [...answers, "own", apart, apart])).toContain("[exit 0]");
    for (const form of ["NFC", "NFD"]) {
      const file = world.file(form, `${apart.normalize(form)}\n`);
      expect(await world.pledge("--passphrase-file", file, "list"), form).toMatchObject({
        exitCode: 0,
      });
    }
  });

  it("puts recovery words on paper before there is a vault", async () => {
    const world = await testWorld();
    expect(await onTerminal(world, [...answers, "words-and-recovery", ...everyWord]))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  init
      The vault is in ~/vault. Next:
        pledge add                            record the first people
        pledge letter start employer-demands  begin the letter
      [exit 0]"
    `);
    const words = wordsShown(world);
    expect(words.split(" ")).toHaveLength(24);
    expect(
      world
        .said()
        .filter(
          (text) => !text.includes(words.split(" ")[0] ?? "") && !text.startsWith("That is not"),
        ),
    ).toMatchInlineSnapshot(`
      [
        "Write the six words down now, away from this computer.",
        "These words open the vault when the passphrase is forgotten. Write them on paper, with their numbers:
      ",
      ]
    `);
    const recovered = await world.pledge(
      "recovery",
      "--from",
      world.file("words", words),
      "--new-passphrase-file",
      world.file("new", own),
    );
    expect(recovered).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("makes recovery words without a terminal when told to go on, and prints them", async () => {
    const world = await testWorld();
    const file = world.file("campaign.json", JSON.stringify(sampleCampaign));
    expect(await world.transcript("init", "--from", file, "--recovery")).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json --recovery
      ! pledge: error: this needs a yes, and there is nobody to ask
      ! pledge: hint: say it beforehand with --yes
      [exit 2]"
    `);
    expect(made(world)).toEqual(["campaign.json"]);
    const { exitCode, stdout } = await world.pledge(
      "init",
      "--from",
      file,
      "--recovery",
      "--yes",
      "--json",
    );
    expect(exitCode).toBe(0);
    const { words } = JSON.parse(stdout) as { readonly words: string };
    const recovered = await world.pledge(
      "recovery",
      "--from",
      world.file("words", words),
      "--new-passphrase-file",
      world.file("new", own),
    );
    expect(recovered.exitCode).toBe(0);
  });

  it("asks again for what cannot be", async () => {
    const world = await testWorld();
    const given = [
      "R",
      "Ana Gomez",
      "rowan",
      "",
      "\u001B[2J",
      "Our campaign",
      "Example Corp",
      "many",
      "0",
      "60",
      "words",
    ];
    expect(await onTerminal(world, given)).toContain("[exit 0]");
    expect(world.said()).toMatchInlineSnapshot(`
      [
        "Lower-case letters, digits and hyphens, 2 to 24 of them. Not a name.",
        "Lower-case letters, digits and hyphens, 2 to 24 of them. Not a name.",
        "It is empty.",
        "It holds U+001B, which a screen would obey instead of showing it.",
        "A whole number; an estimate will do.",
        "A whole number; an estimate will do.",
        "Write the six words down now, away from this computer.",
      ]
    `);
  });
});
