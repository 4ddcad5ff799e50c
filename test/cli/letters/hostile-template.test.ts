/** Templates of a stranger, as files given to `letter start`: what each tries, and what it is told. */
import { beforeAll, describe, expect, it } from "vitest";

import { folderDigest } from "../../support/folder-digest.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { file, question } from "./hostile-file.ts";
import type { Attack } from "./hostile-file.ts";
import { ofItsCharacters, ofItsHead } from "./hostile-heads.ts";
import { ofItsText } from "./hostile-texts.ts";

interface Refused {
  readonly error: { readonly code: string; readonly message: string };
}

let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
  await world.init();
});

const refusalOf = async (content: string | Uint8Array): Promise<Refused["error"]> => {
  const before = folderDigest(world.vaultFolder);
  const path = world.file("hostile.en.md.hbs", content);
  const ran = await world.pledge("letter", "start", path, "--no-input", "--json");
  expect(ran.stdout).toBe("");
  expect(folderDigest(world.vaultFolder)).toBe(before);
  return (JSON.parse(ran.stderr) as Refused).error;
};

const expectRefused = async ([, content, code, words]: Attack): Promise<void> => {
  const error = await refusalOf(content);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(words);
  // What reaches the screen is ours, and ends.
  expect(error.message.length).toBeLessThan(3000);
  // oxlint-disable-next-line no-control-regex -- the controls are what is looked for
  expect(error.message).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
};

const named = (attacks: readonly Attack[]) => attacks.map((attack) => [attack[0], attack] as const);

describe("a stranger's template", () => {
  it.each(named(ofItsText))("that tries %s is refused, and no letter is kept", (_, attack) =>
    expectRefused(attack),
  );
  it.each(named(ofItsCharacters))("with %s is refused", (_, attack) => expectRefused(attack));
  it.each(named(ofItsHead))("whose head is or has %s is refused", (_, attack) =>
    expectRefused(attack),
  );

  it("is told every value that it lacks, at its place", async () => {
    const variables = ["first", "second"].map((name) => question({ name, required: true }));
    const error = await refusalOf(file("{{first}}\n\nand {{second}}", { variables }));
    expect(error.code).toBe("template-missing");
    expect(error.message).toContain("first (line 4, column 3); second (line 6, column 7)");
  });
});
