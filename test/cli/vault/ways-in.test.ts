/** `pledge passphrase add|list|remove`, key files, and weak passphrases. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const second = "the second sample passphrase";

const started = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await world.init();
  return world;
};

/** With the second passphrase, and what else is said. */
const bySecond = (world: TestWorld, ...words: readonly string[]) =>
  world.pledge("--passphrase-file", world.file("second", second), ...words);

describe("several passphrases", () => {
  it("are added, listed and taken away", async () => {
    const world = await started();
    const file = world.file("new", second);
    expect(await world.transcript("passphrase", "add", "--new-passphrase-file", file))
      .toMatchInlineSnapshot(`
      "$ pledge passphrase add --new-passphrase-file ~/new
      It opens the vault too, as number 2 of "pledge passphrase list".
      [exit 0]"
    `);
    expect(await world.transcript("passphrase", "list")).toMatchInlineSnapshot(`
      "$ pledge passphrase list
      1  a passphrase
      2  a passphrase
      [exit 0]"
    `);
    expect((await bySecond(world, "list")).exitCode).toBe(0);
    world.answers(["1, a passphrase", true]);
    expect(await world.transcript("passphrase", "remove")).toMatchInlineSnapshot(`
      "$ pledge passphrase remove
      Number 1, a passphrase, does not open the vault any more.
      ! It still opens copies and backups made before. Whoever used it could know the key of the data itself: pledge rekey makes another.
      [exit 0]"
    `);
    expect((await world.pledge("list")).exitCode).toBe(3);
    expect((await bySecond(world, "list")).exitCode).toBe(0);
    expect((await bySecond(world, "passphrase", "remove", "1", "--yes")).stderr).toContain(
      "the last passphrase stays",
    );
    expect((await bySecond(world, "passphrase", "remove", "2", "--yes")).stderr).toContain(
      "there is number 1",
    );
  });

  it("change nothing without a yes", async () => {
    const world = await started();
    await world.pledge("passphrase", "add", "--new-passphrase-file", world.file("new", second));
    world.answers([false]);
    expect((await world.pledge("passphrase", "remove", "2")).exitCode).toBe(1);
    world.answers(["^C"]);
    expect((await world.pledge("passphrase", "remove", "2")).exitCode).toBe(130);
    expect((await bySecond(world, "list")).exitCode).toBe(0);
  });
});

describe("a key file", () => {
  it("is made once, goes with its passphrase, and is asked for where nothing opens the vault without it", async () => {
    const world = await started();
    const keyFile = join(world.folder, "stick.key");
    const file = world.file("second", second);
    expect(
      await world.transcript(
        "passphrase",
        "change",
        "--new-passphrase-file",
        file,
        "--with-key-file",
        keyFile,
      ),
    ).toMatchInlineSnapshot(`
      "$ pledge passphrase change --new-passphrase-file ~/second --with-key-file ~/stick.key
      The vault has a new passphrase.
      ! ~/stick.key is the key file now. Without it the new passphrase opens nothing: make a copy, and keep both away from the computer.
      ! Copies and backups made before still open with the old one: make a new backup and destroy those.
      [exit 0]"
    `);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const text = world.read("stick.key");
    expect((await bySecond(world, "--key-file", keyFile, "list")).exitCode).toBe(0);
    const without = await bySecond(world, "--no-input", "list");
    expect(without.exitCode).toBe(3);
    expect(without.stderr).toContain("opens with a passphrase and a key file together");
    world.answers([keyFile]);
    expect((await bySecond(world, "list")).exitCode).toBe(0);
    expect(world.questions().at(-1)).toBe("Where is the key file?");
    await bySecond(
      world,
      "--key-file",
      keyFile,
      "passphrase",
      "add",
      "--new-passphrase-file",
      world.file("third", "a third sample passphrase"),
      "--with-key-file",
      keyFile,
    );
    expect(world.read("stick.key")).toBe(text);
    world.file("stick.key", text.replace(/"key":"../u, '"key":"AA'));
    const damaged = await bySecond(world, "--key-file", keyFile, "list");
    expect(damaged).toMatchObject({ exitCode: 3 });
    expect(damaged.stderr).toContain("is no key file of pledge, or it was damaged");
  });
});

describe("a weak passphrase", () => {
  it("is refused from a file, and taken with --force", async () => {
    const world = await started();
    const weak = ["passphrase", "add", "--new-passphrase-file", world.file("weak", "weak")];
    expect(await world.transcript(...weak)).toMatchInlineSnapshot(`
      "$ pledge passphrase add --new-passphrase-file ~/weak
      ! pledge: error: somebody with a copy of the vault would guess this passphrase in about a hundred thousand tries
      ! pledge: hint: six random words are a good one; --force takes this one all the same
      [exit 1]"
    `);
    expect((await world.pledge(...weak, "--force")).exitCode).toBe(0);
    const other = await testWorld();
    const init = [
      "--passphrase-file",
      other.file("weak", "weak"),
      "init",
      "--from",
      other.file(
        "c.json",
        '{"campaign":"A","employer":"B","organizer":"rowan","unit":{"size":60}}',
      ),
    ];
    expect((await other.pledge(...init)).stderr).toContain("would guess this passphrase");
    expect((await other.pledge(...init, "--force")).exitCode).toBe(0);
  });

  it("does not lock out whoever has one", async () => {
    const world = await started();
    expect(
      (await world.pledge("--passphrase-file", world.file("own", passphrase), "list")).exitCode,
    ).toBe(0);
  });
});
