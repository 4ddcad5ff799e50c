/** One committee for the tests of a file, made once; each test finds the vaults as they were then, and no files beside them. */
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach } from "vitest";

import { committeeOf } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";

type Plan = Parameters<typeof committeeOf>[0];

/** What is there from the beginning. */
const begun = ["vault", "passphrase", "saved"];

/** The worlds by handle; to be called at the top of a file or of a block. */
export const freshCommittee = (
  plan: Plan,
  prepare: (worlds: Readonly<Record<string, TestWorld>>) => Promise<unknown> = async () => {},
): ((handle: string) => TestWorld) => {
  let worlds: Readonly<Record<string, TestWorld>> = {};
  beforeAll(async () => {
    worlds = await committeeOf(plan);
    await prepare(worlds);
    for (const { folder, vaultFolder } of Object.values(worlds))
      cpSync(vaultFolder, join(folder, "saved"), { recursive: true });
  });
  beforeEach(() => {
    for (const { folder, vaultFolder } of Object.values(worlds)) {
      for (const name of readdirSync(folder).filter((one) => !begun.includes(one)))
        rmSync(join(folder, name), { recursive: true });
      rmSync(vaultFolder, { recursive: true });
      cpSync(join(folder, "saved"), vaultFolder, { recursive: true });
    }
  });
  return (handle) => {
    const world = worlds[handle];
    if (world === undefined) throw new Error(`nobody here is called ${handle}`);
    return world;
  };
};

/** So many people of one team who will sign, as `add --from` takes them; counted from `first`. */
export const signing = (count: number, team = "cloud", first = 0): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      name: `Sample Name ${first + index}`,
      team,
      actions: ["sign"],
    })),
  );
