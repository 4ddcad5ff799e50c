/** `pledge init` that makes no vault: interrupted, in the way, or of what it cannot use. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { sampleCampaign } from "../../support/sample.ts";
import type { Answer } from "../../support/scripted-terminal.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const answers = ["rowan", "No contracts with the police", "Example Corp", "60"];
const own = "a sample passphrase of my own";

/** What is in the scratch folder besides what the test world put there. */
const made = ({ folder }: TestWorld): readonly string[] =>
  readdirSync(folder).filter((name) => name !== "passphrase");

/** `init` on a terminal. */
const onTerminal = (
  world: TestWorld,
  given: readonly Answer[],
  ...options: readonly string[]
): Promise<string> => {
  world.answers(given);
  return world.transcript("--passphrase-file", "", "init", ...options);
};

describe("pledge init, refused", () => {
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
        ! pledge: hint: see them with "pledge demand list", write your own with "pledge demand add", or change the campaign with "pledge campaign edit"
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
});
