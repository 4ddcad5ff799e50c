/** Runs pledge once under strace, in a folder of its own, and lays out folders as a crash would have left them. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";

import type { Home } from "../../support/real-pledge.ts";
import { mountAsRoot, smallDisk } from "../../support/small-disk.ts";
import { createDisk } from "./disk.ts";
import { changesIn, underStrace } from "./disk-changes.ts";
import type { Change } from "./disk-changes.ts";
import type { Tree } from "./nodes.ts";
import { callsIn } from "./strace-log.ts";

/** A command that was run in a place. */
export interface Run {
  /** As it was before. */
  readonly before: string;
  /** As it is after. */
  readonly after: string;
  readonly changes: readonly Change[];
  readonly stdout: string;
}

const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-crash-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** In memory where that can be had: thousands of vaults are opened here, and each waits for the disk several times. */
const scratch = realpathSync(mountAsRoot === "mount" ? smallDisk(512) : temporary());

let places = 0;

/** A new folder of this test. */
export const newPlace = (): string => {
  places += 1;
  const place = join(scratch, `place-${places}`);
  mkdirSync(place, { mode: 0o700 });
  return place;
};

/** A new folder with a copy of a vault in it, by the name `vault`. */
const copied = (vault: string): string => {
  const place = newPlace();
  cpSync(vault, join(place, "vault"), { recursive: true });
  return place;
};

/**
 * Runs pledge with these arguments in a new folder with a copy of `vault` in it. `argumentsIn` is given that folder. `instead` is
 * a program in place of pledge, which finds the arguments at the end of its own.
 */
export const runTraced = (
  home: Home,
  vault: string | undefined,
  argumentsIn: (place: string) => readonly string[],
  instead: readonly string[] = [],
): Run => {
  const begin = (): string => (vault === undefined ? newPlace() : copied(vault));
  const [before, after] = [begin(), begin()];
  const log = join(newPlace(), "log");
  const ran = home.pledge(argumentsIn(after), [...underStrace(log), ...instead]);
  expect(ran).toMatchObject({ exitCode: 0 });
  const calls = callsIn(readFileSync(log, "latin1"));
  const changes = changesIn(calls, after, home.folder);
  return { before, after, changes, stdout: ran.stdout };
};

/** The tree as files. */
export const layOut = (tree: Tree, place: string): void => {
  for (const [path, content] of tree) {
    if (content === undefined) mkdirSync(join(place, path), { mode: 0o700 });
    else writeFileSync(join(place, path), content, { mode: 0o600 });
  }
};

/** The tree as files, for one look. */
export const withFiles = async <T>(tree: Tree, look: (place: string) => Promise<T>): Promise<T> => {
  const place = newPlace();
  try {
    layOut(tree, place);
    return await look(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** Gives something of a folder that looking changes. */
export const ofCopy = <T>(place: string, look: (copy: string) => Promise<T>): Promise<T> =>
  withFiles(createDisk(place).tree("now", "now"), look);
