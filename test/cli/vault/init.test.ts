import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
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

  it("refuses a short passphrase, asks for it twice, and once more when the two differ", async () => {
    const world = await testWorld();
    const typed = ["short", "eleven char", own, "something else", own, own];
    expect(await onTerminal(world, [...answers, "own", ...typed])).toContain("[exit 0]");
    expect(world.said()).toMatchInlineSnapshot(`
      [
        "That is short: at least 12 characters, better several random words.",
        "That is short: at least 12 characters, better several random words.",
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
      ...[
        "recovery",
        "--from",
        world.file("words", words),
        "--new-passphrase-file",
        world.file("new", own),
      ],
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
      ...[
        "recovery",
        "--from",
        world.file("words", words),
        "--new-passphrase-file",
        world.file("new", own),
      ],
    );
    expect(recovered.exitCode).toBe(0);
  });

  it("leaves nothing at all behind when it is interrupted, at whatever question", async () => {
    const chosen: readonly (readonly Answer[])[] = [
      [...answers, "words"],
      [...answers, "own", own, own],
      [...answers, "words-and-recovery", "not the word"],
    ];
    for (const given of chosen) {
      for (let at = 0; at < given.length + Number(given[4] === "words-and-recovery"); at += 1) {
        const world = await testWorld();
        expect(await onTerminal(world, [...given.slice(0, at), "^C"]), `${at}`).toBe(
          "$ pledge --passphrase-file  init\n! pledge: stopped; what was not finished is not kept\n[exit 130]",
        );
        expect(made(world), `${at}`).toEqual([]);
      }
    }
  });

  it("makes no vault where one is already, and does not ask first", async () => {
    const world = await testWorld();
    await world.init();
    world.answers(["rowan"]);
    expect(await world.transcript("--passphrase-file", "", "init")).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  init
      ! pledge: error: there is a vault in ~/vault already
      ! pledge: hint: name another folder with --vault DIR, or move this one away first
      [exit 4]"
    `);
    expect(world.questions()).toEqual([]);
  });

  it("makes no vault in a folder that holds something else", async () => {
    const world = await testWorld();
    mkdirSync(world.vaultFolder);
    writeFileSync(join(world.vaultFolder, "mine"), "mine");
    const file = world.file("campaign.json", JSON.stringify(sampleCampaign));
    expect(await world.transcript("init", "--from", file)).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      ! pledge: error: ~/vault holds something else, and a vault wants a folder of its own
      ! pledge: hint: name a new or an empty folder with --vault DIR
      [exit 6]"
    `);
    expect(readdirSync(world.vaultFolder)).toEqual(["mine"]);
  });

  it("makes no vault of what it cannot use", async () => {
    const world = await testWorld();
    const init = (content: string): Promise<string> =>
      world.transcript("init", "--from", world.file("campaign.json", content));
    expect(await init("{}")).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      ! pledge: error: this campaign cannot be used: "campaign" is missing; "employer" is missing; "organizer" is missing; "unit" is missing
      ! pledge: hint: put it right and try again; nothing was changed
      [exit 5]"
    `);
    expect(await init('{"campaign":"A","campaign":"B"}')).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      ! pledge: error: the JSON cannot be used: line 1, column 17: the member "campaign" stands twice
      ! pledge: hint: put it right and try again; nothing was changed
      [exit 5]"
    `);
    expect(await init('{"__proto__":{}}')).toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      ! pledge: error: the JSON cannot be used: line 1, column 2: a member may not be called "__proto__"
      ! pledge: hint: put it right and try again; nothing was changed
      [exit 5]"
    `);
    expect(await init(JSON.stringify({ ...sampleCampaign, demands: ["no-such-demand"] })))
      .toMatchInlineSnapshot(`
      "$ pledge init --from ~/campaign.json
      ! pledge: error: the campaign names a demand that is not in the library
      ! pledge: hint: the demands are drop-contracts, no-business-with-contractors, require-subpoenas and stronger-encryption; change the campaign with "pledge campaign edit"
      [exit 5]"
    `);
    expect(await world.transcript("init", "--from", join(world.folder, "nothing.json")))
      .toMatchInlineSnapshot(`
      "$ pledge init --from ~/nothing.json
      ! pledge: error: there is no file ~/nothing.json
      ! pledge: hint: check the path; a relative one starts at the current folder
      [exit 6]"
    `);
    expect(await world.transcript("init", "--kdf", "strongest")).toMatchInlineSnapshot(`
      "$ pledge init --kdf strongest
      ! pledge: error: option '--kdf <strength>' argument 'strongest' is invalid. Allowed choices are standard, light
      ! pledge: hint: see "pledge --help", or --help after a command
      [exit 2]"
    `);
    expect(made(world)).toEqual(["campaign.json"]);
  });

  it("needs a passphrase, and takes none from standard input", async () => {
    const world = await testWorld();
    const file = world.file("campaign.json", JSON.stringify(sampleCampaign));
    world.stdin(`${own}\n${own}\n`);
    expect(await world.transcript("--passphrase-file", "", "init", "--from", file))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  init --from ~/campaign.json
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --passphrase-file PATH
      [exit 2]"
    `);
    world.stdin(`${answers.join("\n")}\n`);
    expect(await world.transcript("--passphrase-file", "", "init")).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  init
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE and --passphrase-file PATH
      [exit 2]"
    `);
    expect(await world.transcript("--passphrase-file", "", "init", "--no-input"))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file  init --no-input
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE and --passphrase-file PATH
      [exit 2]"
    `);
    const empty = world.file("empty", "\n");
    expect(await world.transcript("--passphrase-file", empty, "init", "--from", file))
      .toMatchInlineSnapshot(`
      "$ pledge --passphrase-file ~/empty init --from ~/campaign.json
      ! pledge: error: the passphrase is empty
      ! pledge: hint: six random words are a good one; pledge offers some when it asks
      [exit 3]"
    `);
    expect(made(world)).toEqual(["campaign.json", "empty"]);
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
        "Lower-case letters, digits and hyphens, 2 to 24 of them. Not your name.",
        "Lower-case letters, digits and hyphens, 2 to 24 of them. Not your name.",
        "It is empty.",
        "It holds U+001B, which a screen would obey instead of showing it.",
        "A whole number; an estimate will do.",
        "A whole number; an estimate will do.",
        "Write the six words down now, away from this computer.",
      ]
    `);
  });
});
