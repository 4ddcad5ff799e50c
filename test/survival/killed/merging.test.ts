/** kill -9 in the middle of `merge` and of the migration of an older vault: what was there before, or all of what comes after. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { Vault } from "../../../src/domain/vault/vault.ts";
import { createHome } from "../../support/real-pledge.ts";
import type { Home } from "../../support/real-pledge.ts";
import { look, namesIn } from "../vault-looks.ts";
import { homeWithVault, momentsOf, rounds, runAndKill } from "./killing.ts";

const done = (home: Home, ...args: readonly string[]): string => {
  const { exitCode, stdout, stderr } = home.pledge(args);
  if (exitCode !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return stdout;
};

const fingerprintOf = (home: Home, vault: readonly string[]): string =>
  (JSON.parse(done(home, ...vault, "key", "show", "--json")) as { readonly fingerprint: string })
    .fingerprint;

/** Two members, and a tally of the other one, of many people. */
const committee = (home: Home): string => {
  const path = (name: string): string => join(home.folder, name);
  const heron = ["--vault", path("heron")];
  done(home, ...heron, "join", "--handle", "heron", "--kdf", "light", "-o", path("heron.join"));
  const theirs = `heron=${fingerprintOf(home, heron)}`;
  done(home, "invite", path("heron.join"), "--fingerprint", theirs, "-o", path("committee"));
  const ours = `rowan=${fingerprintOf(home, [])}`;
  done(home, ...heron, "join", path("committee"), "--fingerprint", ours);
  const people = Array.from({ length: 2000 }, (_, n) =>
    JSON.stringify({ name: `Sample Person ${n}`, actions: ["sign"] }),
  );
  done(home, ...heron, "add", "--from", home.file("people.jsonl", people.join("\n")));
  done(home, ...heron, "tally", "export", "-o", path("heron.tally"), "--yes");
  return path("heron.tally");
};

const sources = (vault: Vault): number => vault.tallies.sources().length;

describe("kill -9 in the middle of", () => {
  it(`merge keeps the file whole or not at all, ${rounds} times`, async () => {
    const home = homeWithVault();
    const tally = committee(home);
    const folder = join(home.folder, "vault");
    const before = join(home.folder, "before");
    cpSync(folder, before, { recursive: true });
    const whole = await runAndKill(home, ["merge", tally]);
    expect(await look(folder, sources)).toBe(1);
    const outcomes = new Set<number>();
    for (const moment of momentsOf(whole.milliseconds)) {
      rmSync(folder, { recursive: true });
      cpSync(before, folder, { recursive: true });
      const { stdout } = await runAndKill(home, ["merge", tally], moment);
      const there = await look(folder, sources);
      outcomes.add(there);
      expect([0, 1]).toContain(there);
      if (stdout !== "") expect(there, `killed after ${moment} ms`).toBe(1);
    }
    expect(outcomes).toContain(0);
  });

  it(`a migration leaves the old vault or the new one, ${rounds} times`, async () => {
    const home = createHome();
    const folder = join(home.folder, "vault");
    const fixture = (name: string): Buffer =>
      readFileSync(new URL(`../../adapters/vault/fixtures/schema-2/${name}`, import.meta.url));
    const putOld = (): void => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { mode: 0o700 });
      writeFileSync(join(folder, "vault.db"), fixture("vault.db"), { mode: 0o600 });
      writeFileSync(join(folder, "vault.json"), fixture("vault.json.bak"), { mode: 0o600 });
    };
    putOld();
    const whole = await runAndKill(home, ["list"]);
    const expected = await look(folder, namesIn);
    expect(expected.size).toBeGreaterThan(0);
    let killed = 0;
    for (const moment of momentsOf(whole.milliseconds)) {
      putOld();
      const { ended } = await runAndKill(home, ["list"], moment);
      killed += ended ? 0 : 1;
      expect(await look(folder, namesIn), `killed after ${moment} ms`).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(0);
  });
});
