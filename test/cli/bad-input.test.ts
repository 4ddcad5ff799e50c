/**
 * Bad input, row by row: each is refused with its exit code and two lines, and leaves the vault byte
 * for byte as it was. A full disk and a closed stdout need real processes: test/e2e.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { canonicalJson } from "../../src/domain/text/canonical-json.ts";
import type { Json } from "../../src/domain/text/canonical-json.ts";
import { folderDigest } from "../support/folder-digest.ts";
import { testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

interface Row {
  readonly what: string;
  readonly exitCode: number;
  /** Makes the vault or the input bad; gives the command line that must be refused. */
  readonly when: (world: TestWorld) => Promise<readonly string[]> | readonly string[];
}

const add = (world: TestWorld, content: string): readonly string[] => [
  "add",
  "--from",
  world.file("people.json", content),
];

const named = (name: string): string => JSON.stringify({ name });

const headerOf = (world: TestWorld): Record<string, Json> =>
  JSON.parse(readFileSync(join(world.vaultFolder, "vault.json"), "utf8")) as Record<string, Json>;

const writeHeader = (world: TestWorld, header: Record<string, Json>): void =>
  writeFileSync(join(world.vaultFolder, "vault.json"), canonicalJson(header));

const withMemory = (world: TestWorld, kibibytes: number): readonly string[] => {
  const header = headerOf(world);
  const [slot] = header["slots"] as { kdf: { m: number } }[];
  if (slot === undefined) throw new Error("a header has a slot");
  slot.kdf.m = kibibytes;
  writeHeader(world, header);
  return ["list"];
};

const startLetter = async (world: TestWorld): Promise<void> => {
  const started = await world.pledge("letter", "start", "employer-demands", "--no-input");
  expect(started.exitCode).toBe(0);
};

const rows: readonly Row[] = [
  {
    what: "a wrong passphrase",
    exitCode: 3,
    when: (world) => ["--passphrase-file", world.file("guess", "a guess\n"), "list"],
  },
  {
    what: "no vault",
    exitCode: 4,
    when: (world) => ["--vault", join(world.folder, "none"), "list"],
  },
  {
    what: "a vault that is there already",
    exitCode: 4,
    when: (world) => ["init", "--from", join(world.folder, "campaign.json")],
  },
  {
    what: "a plain SQLite file in its place",
    exitCode: 5,
    when: (world) => {
      writeFileSync(
        join(world.vaultFolder, "vault.db"),
        Buffer.from("SQLite format 3\0".padEnd(4096, "\0"), "latin1"),
      );
      return ["list"];
    },
  },
  {
    what: "a changed byte in vault.json",
    exitCode: 5,
    when: (world) => {
      const path = join(world.vaultFolder, "vault.json");
      writeFileSync(path, readFileSync(path, "utf8").replace('"generation":1', '"generation":2'));
      return ["list"];
    },
  },
  {
    what: "an Argon2 setting below the bounds",
    exitCode: 5,
    when: (world) => withMemory(world, 1024),
  },
  {
    what: "an Argon2 setting above the bounds",
    exitCode: 5,
    when: (world) => withMemory(world, 8 * 1024 * 1024),
  },
  {
    what: "a later vault.json",
    exitCode: 5,
    when: (world) => {
      writeHeader(world, { ...headerOf(world), v: 2 });
      return ["list"];
    },
  },
  {
    what: "JSON with __proto__",
    exitCode: 5,
    when: (world) => add(world, '{"name":"A","__proto__":{"x":1}}'),
  },
  {
    what: "JSON with a member twice",
    exitCode: 5,
    when: (world) => add(world, '{"name":"A","name":"B"}'),
  },
  { what: "JSON that is none", exitCode: 5, when: (world) => add(world, '{"name":') },
  { what: "nesting without end", exitCode: 5, when: (world) => add(world, "[".repeat(1_000_000)) },
  {
    what: "a name of 10 MB",
    exitCode: 5,
    when: (world) => add(world, named("a".repeat(10 * 1024 * 1024))),
  },
  { what: "a lone surrogate", exitCode: 5, when: (world) => add(world, '{"name":"A\\ud800"}') },
  { what: "a bidirectional override", exitCode: 5, when: (world) => add(world, named("A\u202EB")) },
  { what: "a terminal escape", exitCode: 5, when: (world) => add(world, named("A\u001B[2J")) },
  {
    what: "a team that is none",
    exitCode: 5,
    when: (world) => add(world, '{"name":"A","team":"sales"}'),
  },
  {
    what: "an action that is none",
    exitCode: 5,
    when: (world) => add(world, '{"name":"A","actions":["dance"]}'),
  },
  {
    what: "a file that is missing",
    exitCode: 6,
    when: (world) => ["add", "--from", join(world.folder, "nowhere")],
  },
  {
    what: "a file that is no text",
    exitCode: 5,
    when: (world) => ["add", "--from", world.file("bytes", new Uint8Array([0xff, 0xfe, 0x00]))],
  },
  {
    what: "an output file that exists",
    exitCode: 6,
    when: async (world) => {
      await startLetter(world);
      expect((await world.pledge("letter", "freeze", "employer-demands", "--yes")).exitCode).toBe(
        0,
      );
      const taken = world.file("taken.md", "mine");
      return ["letter", "write", "employer-demands", "--format", "md", "-o", taken];
    },
  },
  { what: "a question without a terminal", exitCode: 2, when: () => ["add"] },
  { what: "an unknown command", exitCode: 2, when: () => ["ad"] },
  { what: "a missing template", exitCode: 2, when: () => ["letter", "start", "nothing"] },
];

describe("bad input", () => {
  it.each(rows)(
    "$what is refused with $exitCode, and nothing changes",
    async ({ exitCode, when }) => {
      const world = await testWorld();
      await world.init();
      const command = await when(world);
      const before = folderDigest(world.vaultFolder);
      const ran = await world.pledge(...command);
      expect(ran.exitCode).toBe(exitCode);
      expect(ran.stdout).toBe("");
      const lines = ran.stderr.trimEnd().split("\n");
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^pledge: error: \S.*[^.]$/u);
      expect(lines[1]).toMatch(/^pledge: hint: \S/u);
      for (const obeyed of ["\u001B", "\u202E"]) expect(ran.stderr).not.toContain(obeyed);
      expect(folderDigest(world.vaultFolder)).toBe(before);
      if (existsSync(join(world.folder, "taken.md"))) expect(world.read("taken.md")).toBe("mine");
    },
  );

  it("is one JSON document on stderr under --json", async () => {
    const world = await testWorld();
    await world.init();
    const ran = await world.pledge("--json", ...add(world, '{"name":"A","name":"B"}'));
    expect(ran.exitCode).toBe(5);
    expect(JSON.parse(ran.stderr)).toMatchObject({ v: 1, error: { code: "json-malformed" } });
  });
});
