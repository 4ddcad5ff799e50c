/** What the status command brings into memory, from the imports of its source files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { moduleOf } from "../../support/modules.ts";
import { packageRoot } from "../../support/sample.ts";

/** Every file that loading this one loads, by its path from `src`; what is imported when it is needed is not among them. */
const loadedBy = (...paths: readonly string[]): ReadonlyMap<string, string> => {
  const loaded = new Map<string, string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const source = readFileSync(join(packageRoot, "src", path), "utf8");
    loaded.set(path, source);
    for (const { kind, specifier } of moduleOf(path, source).imports)
      if (kind === "value" && specifier?.startsWith(".") === true)
        load(join(path, "..", specifier));
  };
  for (const path of paths) load(path);
  return loaded;
};

const status = "cli/commands/status.ts";

describe("the status of a vault", () => {
  it("loads nothing about committees and tallies where there is no committee", () => {
    const loaded = [...loadedBy(status).keys()];
    expect(loaded.length).toBeGreaterThan(5);
    const forOthers = /(?:committee|tallies|sealing)\/|count-together/u;
    expect(loaded.filter((path) => forOthers.test(path))).toEqual([]);
  });

  it("never asks for OpenPGP, with a committee neither", () => {
    const loaded = loadedBy(status, "cli/count-together.ts");
    expect([...loaded.keys()]).toContain("domain/tallies/parse-tally.ts");
    expect([...loaded].filter(([, source]) => /\bopenpgp\(\)/u.test(source))).toEqual([]);
  });
});
