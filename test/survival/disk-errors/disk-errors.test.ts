/**
 * Every n-th write, sync and rename of a command fails, one a run, by EIO once and by a disk that is full from then on: two lines that say so, and the vault
 * is as it was before or as it is afterwards; what is reported as done is done.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import type { Unlock, Vault } from "../../../src/domain/vault/vault.ts";
import { describeWith } from "../../support/programs.ts";
import { createHome } from "../../support/real-pledge.ts";
import type { Home } from "../../support/real-pledge.ts";
import { passphrase, sampleCampaign } from "../../support/sample.ts";
import { look, unlock, vaults } from "../vault-looks.ts";
import { faultsFor, runOnDisk } from "./failing-disk.ts";
import type { Fault, Ran } from "./failing-disk.ts";

const second = "the second sample passphrase";

/** Everybody with what is noted of them, whatever their ids. */
const contentOf = (vault: Vault): readonly string[] =>
  vault.people
    .summaries()
    .map(({ person, pledges }) => `${person.name}|${person.note ?? ""}|${pledges.length}`)
    .toSorted();

interface Place {
  readonly home: Home;
  /** All files of a run are below it. */
  readonly disk: string;
  readonly vault: string;
}

interface Command {
  /** What it is given, after `pledge`. */
  readonly args: (place: Place) => readonly string[];
  /** What is on the disk, of the vault and of files beside it; fails the test where that is sound in no way. */
  readonly state?: (place: Place) => Promise<unknown>;
}

const byEither = async ({ vault }: Place): Promise<unknown> => {
  const found: unknown[] = [];
  for (const text of [passphrase, second]) {
    const by: Unlock = { by: "passphrase", passphrase: text };
    const opened = await vaults.open(vault, by);
    if (!opened.ok) continue;
    opened.value.close();
    found.push([text, await look(vault, contentOf, by)]);
  }
  expect(found).toHaveLength(1);
  return found;
};

const restoredFrom = async (file: string, { disk }: Place): Promise<unknown> => {
  const target = join(disk, "looked-at");
  const restored = await vaults.restore(file, target, unlock);
  expect(restored.ok).toBe(true);
  const content = await look(target, contentOf);
  rmSync(target, { recursive: true });
  return content;
};

const commands: Readonly<Record<string, Command>> = {
  add: {
    args: ({ home }) => ["add", "--from", join(home.folder, "one.json")],
  },
  import: {
    args: ({ home }) => ["import", join(home.folder, "list.csv"), "--yes"],
  },
  forget: { args: () => ["forget", "heron", "--yes"] },
  "passphrase change": {
    args: ({ home }) => ["passphrase", "change", "--new-passphrase-file", join(home.folder, "new")],
    state: byEither,
  },
  rekey: { args: () => ["rekey", "--yes"] },
  backup: {
    args: ({ disk }) => ["backup", join(disk, "backup")],
    state: async (place) => {
      const file = join(place.disk, "backup");
      return [
        await look(place.vault, contentOf),
        existsSync(file) ? await restoredFrom(file, place) : "no file",
      ];
    },
  },
  restore: {
    args: ({ home, disk }) => [
      "--vault",
      join(disk, "restored"),
      "restore",
      join(home.folder, "earlier.backup"),
    ],
    state: async ({ disk }) => {
      const target = join(disk, "restored");
      return existsSync(target) ? look(target, contentOf) : "no vault";
    },
  },
  "the migration of an older vault": {
    args: ({ disk }) => ["--vault", join(disk, "old"), "list"],
    state: ({ disk }) => look(join(disk, "old"), contentOf),
  },
};

/** A home with a prepared disk, of which each run gets a copy. */
const prepared = (): Home => {
  const home = createHome();
  const disk = join(home.folder, "prepared");
  mkdirSync(join(disk, "old"), { recursive: true });
  const pledge = (...args: readonly string[]): void => {
    const ran = home.pledge(["--vault", join(disk, "vault"), ...args]);
    expect(ran.exitCode, ran.stderr).toBe(0);
  };
  // Once: while one run writes a file another one would read it empty.
  home.file("one.json", '{"name":"Sample Newcomer"}');
  home.file("list.csv", "Name,Email\nSample Newcomer,new@home.example\n");
  home.file("new", second);
  pledge("init", "--kdf", "light", "--from", home.file("c.json", JSON.stringify(sampleCampaign)));
  const people = Array.from({ length: 20 }, (_, n) => ({
    name: `Sample Person ${n}`,
    ...(n === 0 ? { alias: "heron" } : {}),
    actions: ["sign"],
    note: "n".repeat(300),
  }));
  pledge("add", "--from", home.file("p.json", JSON.stringify(people)));
  pledge("backup", join(home.folder, "earlier.backup"));
  for (const [from, to] of [
    ["vault.db", "vault.db"],
    ["vault.json.bak", "vault.json"],
  ] as const) {
    const bytes = readFileSync(
      new URL(`../../adapters/vault/fixtures/schema-2/${from}`, import.meta.url),
    );
    writeFileSync(join(disk, "old", to), bytes, { mode: 0o600 });
  }
  return home;
};

const twoLines = /^pledge: error: .+\npledge: hint: .+\n$/mu;

const judged = (ran: Ran, state: unknown, before: unknown, after: unknown): string => {
  const now = JSON.stringify(state);
  if (ran.exitCode === 0)
    return now === JSON.stringify(after) ? "done" : `said to be done, and is not: ${now}`;
  if (![1, 4, 5, 6].includes(ran.exitCode ?? -1)) return `exit ${ran.exitCode}: ${ran.stderr}`;
  if (!twoLines.test(ran.stderr)) return `not two lines: ${ran.stderr}`;
  return [JSON.stringify(before), JSON.stringify(after)].includes(now)
    ? "refused"
    : `neither as it was nor as it would be: ${now}`;
};

/** So many at once: each waits for its key derivation most of the time. */
const abreast = 4;

describeWith(["gcc"], "a failing disk", () => {
  it.each(Object.keys(commands))("in the middle of %s", async (name) => {
    const { args, state = ({ vault }) => look(vault, contentOf) } = commands[name] as Command;
    const home = prepared();
    const placeOf = (n: number): Place => {
      const disk = join(home.folder, `disk-${n}`);
      rmSync(disk, { recursive: true, force: true });
      cpSync(join(home.folder, "prepared"), disk, { recursive: true });
      return { home, disk, vault: join(disk, "vault") };
    };
    const run = (place: Place, fault?: Fault) =>
      runOnDisk(place.disk, ["--vault", place.vault, ...args(place)], home.env, fault);
    const untouched = placeOf(0);
    const before = await state(untouched);
    const clean = placeOf(0);
    const { counts, exitCode } = await run(clean);
    expect(exitCode).toBe(0);
    const after = await state(clean);
    const faults = [...faultsFor(counts)];
    expect(faults.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    const verdicts = new Set<string>();
    const work = async (n: number): Promise<void> => {
      for (let fault = faults.pop(); fault !== undefined; fault = faults.pop()) {
        const place = placeOf(n);
        const ran = await run(place, fault);
        const verdict = await state(place).then(
          (found) => judged(ran, found, before, after),
          (error: unknown) => `not sound: ${String(error)}`,
        );
        verdicts.add(verdict);
        if (verdict !== "done" && verdict !== "refused")
          wrong.push(`${JSON.stringify(fault)}: ${verdict}`);
      }
    };
    await Promise.all(Array.from({ length: abreast }, (_, n) => work(n + 1)));
    expect(wrong).toEqual([]);
    expect(verdicts).toContain("refused");
  });
});
