/** pledge killed by SIGKILL at moments spread over its run. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";

import { cliPath, createHome } from "../../support/real-pledge.ts";
import type { Home } from "../../support/real-pledge.ts";
import { sampleCampaign } from "../../support/sample.ts";

/** Of each of eight commands: 304 in all. */
export const rounds = 38;

export interface Killed {
  readonly stdout: string;
  /** Whether it ended on its own before the kill came. */
  readonly ended: boolean;
  readonly milliseconds: number;
}

/** Runs pledge and kills it after so many milliseconds, if it is still running. */
export const runAndKill = async (
  home: Home,
  args: readonly string[],
  after = 60_000,
): Promise<Killed> => {
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

/** Before this part of a run Node starts and the passphrase is hashed, and nothing is written. */
const idle = 0.4;

/** The moments of the kills: one in each of as many slices of the rest of the run, somewhere in it. */
export const momentsOf = (duration: number): readonly number[] =>
  Array.from(
    { length: rounds },
    (_, round) => duration * (idle + ((1.15 - idle) * (round + Math.random())) / rounds),
  );

export const homeWithVault = (): Home => {
  const home = createHome();
  const campaign = home.file("campaign.json", JSON.stringify(sampleCampaign));
  const made = home.pledge(["init", "--kdf", "light", "--from", campaign]);
  expect(made).toMatchObject({ exitCode: 0, stderr: "" });
  return home;
};
