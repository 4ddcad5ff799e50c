/** Templates of a stranger, through the command line: each is refused, and the vault keeps nothing of it. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { packageRoot } from "../../support/sample.ts";
import { testWorld } from "../../support/world.ts";

const frontMatter = (variables: readonly object[]): string =>
  `---\n${JSON.stringify({ title: "T", kind: "employer", country: "US", variables })}\n---\n`;

const variable = (name: string): object => ({
  name,
  kind: "line",
  ask: `What is ${name}?`,
  example: "x",
  required: true,
  personal: false,
});

const templates: readonly (readonly [what: string, body: string, exitCode: number])[] = [
  ["reads what it may not", "{{campaign.constructor.name}}\n", 5],
  ["reads what it does not declare", "{{secret}}\n", 5],
  ["writes raw", "{{{campaign.name}}}\n", 5],
  ["loops without end", `${"{{#each demands}}".repeat(9)}{{title}}${"{{/each}}".repeat(9)}\n`, 5],
  ["lacks two values", "{{first}}\n\nand {{second}}\n", 1],
];

describe("a stranger's template", () => {
  it.each(templates)("that %s is refused, and no letter is kept", async (_what, body, exitCode) => {
    const world = await testWorld();
    await world.init();
    const root = join(world.folder, "package");
    mkdirSync(join(root, "templates"), { recursive: true });
    cpSync(join(packageRoot, "templates"), join(root, "templates"), { recursive: true });
    const declared = exitCode === 1 ? [variable("first"), variable("second")] : [];
    rmSync(join(root, "templates/letters/employer-demands.en.md.hbs"));
    writeFileSync(join(root, "templates/letters/hostile.en.md.hbs"), frontMatter(declared) + body);
    const before = folderDigest(world.vaultFolder);
    const ran = await world
      .withTemplates(createTemplates(root))
      .pledge("letter", "start", "hostile", "--no-input");
    expect({ ...ran, stderr: ran.stderr.split("\n").length }).toEqual({
      exitCode,
      stdout: "",
      stderr: 3,
    });
    if (exitCode === 1)
      expect(ran.stderr).toMatch(/first \(line 4, column 3\); second \(line 6, column 7\)/u);
    expect(folderDigest(world.vaultFolder)).toBe(before);
  });
});
