/**
 * kill -9 in the middle of `add` and of `restore`, at moments spread over their whole run: what was
 * acknowledged is there, the rest is there whole or not at all, and the vault opens.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";

import { createVaults } from "../../src/adapters/vault/vaults.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { passphrase, sampleCampaign } from "../support/sample.ts";

const rounds = 25;
/** People in one file: enough that writing them takes a while. */
const batch = 400;

const vaults = createVaults();
const unlock = { by: "passphrase", passphrase } as const;

interface Killed {
  readonly stdout: string;
  /** Whether it ended on its own before the kill came. */
  readonly ended: boolean;
  readonly milliseconds: number;
}

/** Runs pledge and kills it after so many milliseconds, if it is still running. */
const runAndKill = async (home: Home, args: readonly string[], after: number): Promise<Killed> => {
  const began = performance.now();
  const child = spawn(process.execPath, [cliPath, ...args], {
    cwd: home.folder,
    env: home.env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    stdout += more;
  });
  const ended = new Promise<boolean>((resolve) => {
    child.on("close", (code) => resolve(code !== null));
  });
  const stop = new AbortController();
  const killing = pause(after, undefined, { signal: stop.signal }).then(
    () => child.kill("SIGKILL"),
    () => false,
  );
  const result = await ended;
  stop.abort();
  await killing;
  return { stdout, ended: result, milliseconds: performance.now() - began };
};

/** The moments of the kills: one in each of as many slices of the run, somewhere in it. */
const momentsOf = (duration: number): readonly number[] =>
  Array.from(
    { length: rounds },
    (_, round) => (duration * 1.15 * (round + Math.random())) / rounds,
  );

const homeWithVault = (): Home => {
  const home = createHome();
  const made = home.pledge([
    "init",
    "--kdf",
    "light",
    "--from",
    home.file("campaign.json", JSON.stringify(sampleCampaign)),
  ]);
  expect(made).toMatchObject({ exitCode: 0, stderr: "" });
  return home;
};

/** Names and ids of everybody in the vault; it must open and have no fault. */
const peopleIn = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const examined = await vaults.examine(folder, unlock);
  expect(examined.ok && examined.value.filter(({ state }) => state === "bad")).toEqual([]);
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) throw new Error(opened.failure.type);
  try {
    return new Map(opened.value.people.summaries().map(({ person }) => [person.id, person.name]));
  } finally {
    opened.value.close();
  }
};

describe("kill -9", () => {
  let home: Home;
  beforeAll(() => {
    home = homeWithVault();
  });

  const batchFile = (round: number): string =>
    home.file(
      "people.jsonl",
      Array.from({ length: batch }, (_, n) =>
        JSON.stringify({
          name: `Sample Person ${round}/${n}`,
          actions: ["sign", "walkout"],
          note: "n".repeat(200),
        }),
      ).join("\n"),
    );

  it(`in ${rounds} rounds of "add" loses nobody who was acknowledged and keeps nobody by half`, async () => {
    const acknowledged = new Map<string, number>();
    const take = (stdout: string, round: number): void => {
      const { added } = JSON.parse(stdout) as {
        readonly added: readonly { readonly id: string }[];
      };
      expect(added).toHaveLength(batch);
      for (const { id } of added) acknowledged.set(id, round);
    };
    // The first run of all is slower than those that follow.
    const durations: number[] = [];
    for (const round of [-1, 0]) {
      const { stdout, milliseconds } = await runAndKill(
        home,
        ["add", "--json", "--from", batchFile(round)],
        60_000,
      );
      take(stdout, round);
      durations.push(milliseconds);
    }
    let killed = 0;
    for (const [index, moment] of momentsOf(Math.min(...durations)).entries()) {
      const round = index + 1;
      const { stdout, ended } = await runAndKill(
        home,
        ["add", "--json", "--from", batchFile(round)],
        moment,
      );
      killed += ended ? 0 : 1;
      if (stdout.endsWith("\n")) take(stdout, round);
      else expect(ended).toBe(false);
      const people = await peopleIn(join(home.folder, "vault"));
      const lost = [...acknowledged.keys()].filter((id) => !people.has(id));
      expect(lost, `round ${round}, killed after ${moment} ms`).toEqual([]);
      const ofRound = [...people.values()].filter((name) =>
        name.startsWith(`Sample Person ${round}/`),
      );
      expect([0, batch], `round ${round}, killed after ${moment} ms`).toContain(ofRound.length);
    }
    // The kills struck: not every round ended first.
    expect(killed).toBeGreaterThan(0);
    expect(readdirSync(join(home.folder, "vault")).toSorted()).toEqual([
      "vault.db",
      "vault.json",
      "vault.json.bak",
    ]);
  });

  it(`in ${rounds} rounds of "restore" leaves a whole vault or none, and never half a one`, async () => {
    const backup = join(home.folder, "campaign.backup");
    expect(home.pledge(["backup", backup]).exitCode).toBe(0);
    const expected = await peopleIn(join(home.folder, "vault"));
    const target = join(home.folder, "restored");
    const restoring = ["--vault", target, "restore", backup];
    const whole = await runAndKill(home, restoring, 60_000);
    expect(await peopleIn(target)).toEqual(expected);
    const outcomes = new Set<boolean>();
    for (const moment of momentsOf(whole.milliseconds)) {
      rmSync(target, { recursive: true, force: true });
      const { stdout } = await runAndKill(home, restoring, moment);
      const there = existsSync(target);
      outcomes.add(there);
      expect(vaults.exists(target)).toBe(there);
      if (stdout.includes("The vault is back")) expect(there).toBe(true);
      if (there) expect(await peopleIn(target), `killed after ${moment} ms`).toEqual(expected);
    }
    expect(outcomes).toContain(false);
    // What the killed ones left beside it keeps nobody from restoring, and doctor names it.
    rmSync(target, { recursive: true, force: true });
    expect(home.pledge(restoring)).toMatchObject({ exitCode: 0 });
    const left = readdirSync(home.folder).filter((name) => name.startsWith(".restored."));
    const { stdout } = home.pledge(["--vault", target, "doctor"]);
    for (const name of left) expect(stdout).toContain(join(home.folder, name));
    expect(await peopleIn(target)).toEqual(expected);
  });
});
