/** Letters on their way from one vault to another in the committee file. */
import { join } from "node:path";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf } from "./forge.ts";

export const start = (world: TestWorld, name: string, answers: object = {}): Promise<string> => {
  const from = world.file("answers.json", JSON.stringify(answers));
  return done(world, "letter", "start", "employer-demands", "--name", name, "--from", from);
};

/** Freezes or shares the letter; gives the path of the file and what was printed. */
export const share = async (world: TestWorld, name: string): Promise<readonly [string, string]> => {
  const file = join(world.folder, "letters.pledge");
  const args = ["letter", "freeze", name, "-o", file, "--force", "--yes"];
  return [file, await done(world, ...args)];
};

export const carryTo = async (from: TestWorld, to: TestWorld): Promise<string> =>
  done(to, "merge", carry(from, to, "letters.pledge"));

/** Each letter with the first digits of its text, `*` where the text came with the committee file. */
export const lettersIn = (world: TestWorld): Promise<readonly string[]> =>
  world.inVault((vault) =>
    vault.letters
      .all()
      .map(
        ({ name, frozen }) =>
          `${name}${vault.letters.isShared(name) ? "*" : ""} ${frozen?.hash.slice(0, 8) ?? "draft"}`,
      ),
  );

export const textsIn = async (world: TestWorld): Promise<readonly string[]> =>
  (await insideOf(world)).committee.texts.map(({ letter }) => letter);

/** The first digits of the text of a letter. */
export const textOf = async (world: TestWorld, name: string): Promise<string> =>
  (await lettersIn(world))
    .find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}*`))
    ?.slice(-8) ?? "";
