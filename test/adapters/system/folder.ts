/** A real folder for a test, and a way to be refused like anybody else when the tests run as root. */
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach } from "vitest";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** "nobody" nearly everywhere; all that counts is that it is not root. */
export const otherUser = 65534;

export const isRoot = process.geteuid?.() === 0;

/** An empty folder of mode 0700 that is gone after the test. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-test-"));
  folders.push(folder);
  return folder;
};

/** Does the work as somebody whom file modes hold back; `folder` belongs to them meanwhile. */
export const heldByModes = async <T>(folder: string, work: () => Promise<T> | T): Promise<T> => {
  if (!isRoot) return work();
  chownSync(folder, otherUser, otherUser);
  process.seteuid?.(otherUser);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
};
