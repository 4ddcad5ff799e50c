/** `pledge backup` and `pledge restore`. */
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const people = [
  {
    name: "Sample Person One",
    team: "cloud",
    actions: ["sign", { action: "walkout", atLeast: 30 }],
    display: "named",
    note: "a note",
  },
  { name: "Sample Person Two", actions: ["sign"], assessment: 2 },
];

/** A vault with people in it and a backup of it. */
const worldWithBackup = async (): Promise<{
  readonly world: TestWorld;
  readonly file: string;
  readonly elsewhere: string;
}> => {
  const world = await testWorld();
  await world.init();
  await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
  const file = join(world.folder, "campaign.backup");
  await world.pledge("backup", file);
  return { world, file, elsewhere: join(world.folder, "elsewhere") };
};

const restoring = async (world: TestWorld, file: string): Promise<string> => {
  const text = await world.transcript("--vault", join(world.folder, "elsewhere"), "restore", file);
  expect(readdirSync(world.folder)).not.toContain("elsewhere");
  expect(readdirSync(world.folder).filter((name) => name.startsWith("."))).toEqual([]);
  return text;
};

describe("pledge backup", () => {
  it("writes one file, says how large it is and what it means", async () => {
    const { world } = await worldWithBackup();
    const text = await world.transcript("backup", join(world.folder, "other.backup"));
    const { size, mode } = statSync(join(world.folder, "other.backup"));
    expect(text).toContain(` (${size.toLocaleString("en")} bytes)`);
    expect(text.replace(/\(.*bytes\)/u, "(N bytes)")).toMatchInlineSnapshot(`
      "$ pledge backup ~/other.backup
      The whole vault, encrypted, is in ~/other.backup (N bytes).
      ! Today's passphrase opens it, also after the vault has a new one. Whoever is forgotten later is taken out of it too, while it is at hand.
      [exit 0]"
    `);
    expect(mode & 0o777).toBe(0o600);
    expect(readFileSync(join(world.folder, "other.backup")).includes("Sample Person")).toBe(false);
    const json = await world.pledge("backup", join(world.folder, "third.backup"), "--json");
    expect(json).toEqual({
      exitCode: 0,
      stdout: `{"v":1,"file":"${join(world.folder, "third.backup")}","bytes":${size}}\n`,
      stderr: "",
    });
  });

  it("never writes over anything, nor where there is no folder", async () => {
    const { world, file } = await worldWithBackup();
    const before = readFileSync(file);
    expect(await world.transcript("backup", file)).toMatchInlineSnapshot(`
      "$ pledge backup ~/campaign.backup
      ! pledge: error: ~/campaign.backup is there already
      ! pledge: hint: choose another name, or replace it with --force where the command has it
      [exit 6]"
    `);
    expect(readFileSync(file)).toEqual(before);
    expect(await world.transcript("backup", join(world.folder, "no", "such", "folder")))
      .toMatchInlineSnapshot(`
      "$ pledge backup ~/no/such/folder
      ! pledge: error: there is no file ~/no/such
      ! pledge: hint: check the path; a relative one starts at the current folder
      [exit 6]"
    `);
    expect(await world.transcript("backup")).toMatchInlineSnapshot(`
      "$ pledge backup
      Made anew: ~/campaign.backup.
      [exit 0]"
    `);
  });
});

describe("pledge restore", () => {
  it("brings back a vault that answers the same to everything", async () => {
    const { world, file, elsewhere } = await worldWithBackup();
    const restored = await world.transcript("--vault", elsewhere, "restore", file);
    expect(restored).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/campaign.backup
      The vault is back in ~/elsewhere, as it was on the day of the backup.
      ! What was recorded after that day is not in it.
      [exit 0]"
    `);
    for (const command of [
      ["list"],
      ["list", "--json"],
      ["status", "--json"],
      ["campaign", "show", "--json"],
    ]) {
      const [ours, theirs] = [
        await world.pledge(...command),
        await world.pledge("--vault", elsewhere, ...command),
      ];
      expect(ours.exitCode).toBe(0);
      expect(theirs).toEqual(ours);
    }
  });

  it("puts a vault where the lost one was, as it was on the day of the backup", async () => {
    const { world, file } = await worldWithBackup();
    await world.pledge("add", "--from", world.file("more.json", '{"name":"Sample Person Three"}'));
    expect(await world.transcript("restore", file)).toMatchInlineSnapshot(`
      "$ pledge restore ~/campaign.backup
      ! pledge: error: there is a vault in ~/vault already
      ! pledge: hint: name another folder with --vault DIR, or move this one away first
      [exit 4]"
    `);
    rmSync(world.vaultFolder, { recursive: true });
    expect((await world.pledge("restore", file, "--json")).stdout).toBe(
      `{"v":1,"vault":"${world.vaultFolder}"}\n`,
    );
    const { people: back } = JSON.parse((await world.pledge("list", "--json")).stdout) as {
      readonly people: readonly unknown[];
    };
    expect(back).toHaveLength(2);
  });

  it("makes no vault of a file that ends early, goes on, or was changed", async () => {
    const { world, file } = await worldWithBackup();
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 1000);
    expect(await restoring(world, file)).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/campaign.backup
      ! pledge: error: the backup cannot be used: its end is missing
      ! pledge: hint: try an older backup; nothing was changed
      [exit 5]"
    `);
    writeFileSync(file, whole);
    appendFileSync(file, "more");
    expect(await restoring(world, file)).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/campaign.backup
      ! pledge: error: the backup cannot be used: something was added to its end
      ! pledge: hint: try an older backup; nothing was changed
      [exit 5]"
    `);
    const changed = Buffer.from(whole);
    changed.writeUInt8((changed[whole.length - 1000] ?? 0) ^ 1, whole.length - 1000);
    writeFileSync(file, changed);
    expect(await restoring(world, file)).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/campaign.backup
      ! pledge: error: the backup cannot be used: its database was changed or damaged
      ! pledge: hint: try an older backup; nothing was changed
      [exit 5]"
    `);
    writeFileSync(
      file,
      whole.toString("latin1").replace(String.raw`\"t\":3`, String.raw`\"t\":4`),
      "latin1",
    );
    expect(await restoring(world, file)).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/campaign.backup
      ! pledge: error: the passphrase does not open this vault
      ! pledge: hint: check the keyboard and try again; forgotten? "pledge recovery" opens it with the 24 words
      [exit 3]"
    `);
    expect(await restoring(world, world.file("letter.md", "# A letter\n"))).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/letter.md
      ! pledge: error: the backup cannot be used: it does not begin as a backup of pledge does
      ! pledge: hint: try an older backup; nothing was changed
      [exit 5]"
    `);
    expect(await restoring(world, join(world.folder, "nothing"))).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/nothing
      ! pledge: error: there is no file ~/nothing
      ! pledge: hint: check the path; a relative one starts at the current folder
      [exit 6]"
    `);
  });

  it("makes no vault of what the passphrase does not open", async () => {
    const { world, file, elsewhere } = await worldWithBackup();
    const wrong = world.file("wrong", `${passphrase}!`);
    expect(
      await world.transcript("--passphrase-file", wrong, "--vault", elsewhere, "restore", file),
    ).toMatchInlineSnapshot(`
      "$ pledge --passphrase-file ~/wrong --vault ~/elsewhere restore ~/campaign.backup
      ! pledge: error: the passphrase does not open this vault
      ! pledge: hint: check the keyboard and try again; forgotten? "pledge recovery" opens it with the 24 words
      [exit 3]"
    `);
    expect(readdirSync(world.folder)).not.toContain("elsewhere");
  });

  it("makes no vault in a folder that holds something else", async () => {
    const { world, file, elsewhere } = await worldWithBackup();
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "mine"), "");
    expect(await world.transcript("--vault", elsewhere, "restore", file)).toMatchInlineSnapshot(`
      "$ pledge --vault ~/elsewhere restore ~/campaign.backup
      ! pledge: error: ~/elsewhere holds something else, and a vault wants a folder of its own
      ! pledge: hint: name a new or an empty folder with --vault DIR
      [exit 6]"
    `);
    expect(readdirSync(elsewhere)).toEqual(["mine"]);
  });
});
