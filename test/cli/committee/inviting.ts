/** A founder who is about to invite, and what her vault holds of a committee before and after. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

import { carry, fingerprintOf, joiner } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

/** A founder with two join files at hand. */
export const founder = async (
  settings: { readonly columns?: number; readonly teams?: object } = {},
) => {
  const rowan = await testWorld(
    settings.columns === undefined ? {} : { columns: settings.columns },
  );
  await rowan.init(settings.teams ?? {});
  const heron = await joiner("heron", { seed: 2 });
  const wren = await joiner("wren", { seed: 3 });
  return {
    rowan,
    heron,
    wren,
    files: [carry(heron, rowan, "heron.join"), carry(wren, rowan, "wren.join")],
    output: join(rowan.folder, "committee.pledge"),
    known: [
      "--fingerprint",
      await fingerprintOf(heron),
      "--fingerprint",
      await fingerprintOf(wren),
    ],
  };
};

/** What the founder's vault holds of a committee. */
export const stateOf = (world: TestWorld) =>
  world.inVault((vault) => ({
    numbers: vault.committee.all().map(({ number, anchor }) => ({ number, anchor })),
    key: vault.identity.get() !== undefined,
  }));

export const nothing = { numbers: [], key: false };

/** The refusal of an invitation that keeps and writes nothing: exit code and the two lines. */
export const refusal = async (world: TestWorld, ...args: readonly string[]): Promise<string> => {
  const output = join(world.folder, "refused.pledge");
  const numbers = () => world.inVault((vault) => vault.committee.all().length);
  const before = await numbers();
  const { exitCode, stderr } = await world.pledge("invite", ...args, "-o", output);
  expect({ file: existsSync(output), numbers: await numbers() }).toEqual({
    file: false,
    numbers: before,
  });
  return `${exitCode}\n${stderr.replaceAll(world.folder, "~")}`;
};

export const known = async (...worlds: readonly TestWorld[]): Promise<readonly string[]> => {
  const each = await Promise.all(worlds.map(fingerprintOf));
  return each.flatMap((one) => ["--fingerprint", one]);
};

export const newFounder = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await world.init();
  return world;
};
