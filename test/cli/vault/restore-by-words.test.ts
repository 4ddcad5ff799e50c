/** A lost machine and a forgotten passphrase: the recovery words bring a backup back. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const worldWithWords = async (): Promise<{
  readonly world: TestWorld;
  readonly words: string;
  readonly restoring: readonly string[];
}> => {
  const world = await testWorld();
  await world.init();
  const made = await world.pledge("recovery", "new", "--yes", "--no-input", "--json");
  const { words } = JSON.parse(made.stdout) as { readonly words: string };
  const file = join(world.folder, "campaign.backup");
  expect((await world.pledge("backup", file)).exitCode).toBe(0);
  return { world, words, restoring: ["--vault", join(world.folder, "second"), "restore", file] };
};

describe("pledge restore with recovery words", () => {
  it("takes them from a file", async () => {
    const { world, words, restoring } = await worldWithWords();
    const wordsFile = world.file("words", `${words}\n`);
    const ran = await world.pledge(...restoring, "--words-file", wordsFile);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stderr).toContain('Give it a new passphrase: "pledge recovery".');
    const listed = await world.pledge("--vault", join(world.folder, "second"), "list");
    expect(listed.exitCode).toBe(0);
  });

  it("asks for them on a terminal, and again when they are not twenty-four", async () => {
    const { world, words, restoring } = await worldWithWords();
    world.answers(["only three words", words]);
    expect(await world.pledge(...restoring, "--recovery")).toMatchObject({ exitCode: 0 });
    expect(world.questions()).toEqual(
      Array.from({ length: 2 }, () => "The twenty-four words, in order"),
    );
  });

  it("makes no vault when they do not open the backup, or nobody can be asked", async () => {
    const { world, restoring } = await worldWithWords();
    const other = `${"abandon ".repeat(23)}art`;
    const wrong = await world.pledge(...restoring, "--words-file", world.file("words", other));
    expect(wrong).toMatchObject({ exitCode: 3, stdout: "" });
    const silent = await world.pledge(...restoring, "--recovery", "--no-input");
    expect(silent).toMatchObject({ exitCode: 2, stdout: "" });
    expect(silent.stderr).toContain("--words-file PATH");
    expect(await world.pledge("--vault", join(world.folder, "second"), "list")).toMatchObject({
      exitCode: 4,
    });
  });
});
