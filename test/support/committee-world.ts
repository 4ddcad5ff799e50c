/** A committee in one process: a founder and joiners, each a world of her own, who carry files to each other. Sample handles. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { testWorld } from "./world.ts";
import type { TestWorld } from "./world.ts";

/** The worlds by handle, the founder's first. */
export type Committee = Readonly<Record<string, TestWorld>>;

/** Runs a command that must succeed, and gives what it printed. */
export const done = async (world: TestWorld, ...args: readonly string[]): Promise<string> => {
  const { exitCode, stdout, stderr } = await world.pledge(...args);
  if (exitCode !== 0) throw new Error(`pledge ${args.join(" ")}: exit ${exitCode}\n${stderr}`);
  return stdout;
};

/** Copies a file from one scratch folder to another, under its name or another one; gives the new path. */
export const carry = (from: TestWorld, to: TestWorld, name: string, as = name): string =>
  to.file(as, readFileSync(join(from.folder, name)));

export interface Key {
  readonly handle: string;
  readonly fingerprint: string;
  readonly words: readonly string[];
}

/** What `key show` says; makes a founder's key where there is none yet. */
export const keyOf = async (world: TestWorld): Promise<Key> =>
  JSON.parse(await done(world, "key", "show", "--json")) as Key;

/** `HANDLE=FINGERPRINT`, as `--fingerprint` takes it. */
export const fingerprintOf = async (world: TestWorld): Promise<string> => {
  const { handle, fingerprint } = await keyOf(world);
  return `${handle}=${fingerprint}`;
};

/** An answer to `Word 3 of heron's words?`, as heron would read it aloud. */
export const readAloud =
  ({ words }: Pick<Key, "words">) =>
  (question: string): string =>
    words[Number(/^Word (\d+) /u.exec(question)?.[1]) - 1] ?? "";

/** A text with what is by chance in it made the same in every run: keys, hashes, ids and the words of keys. */
export const masked = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "<uuid>")
    .replaceAll(/\b[0-9a-f]{64}\b/gu, "<sha256>")
    .replaceAll(/\b[0-9a-f]{40}\b/gu, "<fingerprint>")
    .replaceAll(/\b[0-9a-f]{16}\b/gu, "<16 digits>")
    .replaceAll(/\b[0-9A-F]{4}\b(?= |$)/gmu, "XXXX")
    .replaceAll(/^(?:! )? +\d+ [a-z]{3,8}(?: +\d+ [a-z]{3,8})* *$/gmu, (line) =>
      line.replaceAll(/[a-z]{3,8} */gu, "word ").trimEnd(),
    )
    .replaceAll(/"words":\[[^\]]*\]/gu, '"words":[...]');

/** A vault that has begun to join, and `HANDLE.join` in its scratch folder. */
export const joiner = async (
  handle: string,
  settings: { readonly today?: string; readonly seed?: number; readonly columns?: number } = {},
): Promise<TestWorld> => {
  const world = await testWorld(settings);
  await done(world, "join", "--handle", handle, "-o", join(world.folder, `${handle}.join`));
  return world;
};

/** Lets the joiners in with one number, written to `committee.pledge` of the founder's folder, by fingerprint. */
export const inviteAll = async (
  founder: TestWorld,
  joiners: Committee,
  turf: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> => {
  const file = join(founder.folder, "committee.pledge");
  const files: string[] = [];
  const known: string[] = [];
  for (const [handle, world] of Object.entries(joiners)) {
    files.push(carry(world, founder, `${handle}.join`));
    known.push("--fingerprint", await fingerprintOf(world));
  }
  const turfs = Object.entries(turf).flatMap(([handle, teams]) => [
    "--turf",
    `${handle}=${teams.join(",")}`,
  ]);
  await done(founder, "invite", ...files, "-o", file, "--force", ...known, ...turfs);
};

/** Completes a joiner's vault with a committee file of somebody's, by fingerprint. */
const takeFile = async (
  from: TestWorld,
  to: TestWorld,
  name = "committee.pledge",
): Promise<void> => {
  await done(to, "join", carry(from, to, name), "--fingerprint", await fingerprintOf(from));
};

/**
 * A committee whose vaults are all complete: number 1, made by the founder. The founder's campaign is the sample one
 * with `campaign` over it.
 */
export const committeeOf = async (plan: {
  readonly founder: string;
  readonly joiners: readonly string[];
  /** Team keys by handle. */
  readonly turf?: Readonly<Record<string, readonly string[]>>;
  readonly campaign?: object;
  readonly today?: string;
  readonly columns?: number;
}): Promise<Committee> => {
  const settings = (seed: number) => ({
    seed,
    ...(plan.today === undefined ? {} : { today: plan.today }),
    ...(plan.columns === undefined ? {} : { columns: plan.columns }),
  });
  const founder = await testWorld(settings(1));
  await founder.init({ ...plan.campaign, organizer: plan.founder });
  const joiners: Record<string, TestWorld> = {};
  for (const [index, handle] of plan.joiners.entries())
    joiners[handle] = await joiner(handle, settings(index + 2));
  await inviteAll(founder, joiners, plan.turf);
  for (const world of Object.values(joiners)) await takeFile(founder, world);
  return { [plan.founder]: founder, ...joiners };
};
