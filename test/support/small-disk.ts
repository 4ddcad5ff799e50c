/** A disk of a few megabytes that a test can fill: a tmpfs, which takes root to mount. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const mounted: string[] = [];

const unmount = (folder: string): void => {
  execFileSync("umount", [folder], { stdio: "ignore" });
  rmSync(folder, { recursive: true, force: true });
};

/** The folder at which a new disk of that size is mounted, until the test file ends. */
export const smallDisk = (mebibytes: number): string => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-disk-"));
  const options = `size=${mebibytes}m,mode=0700`;
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "pledge-test", folder], { stdio: "ignore" });
  mounted.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of mounted.splice(0)) unmount(folder);
});

const works = (): boolean => {
  if (process.geteuid?.() !== 0) return false;
  try {
    unmount(smallDisk(1));
    mounted.pop();
    return true;
  } catch {
    return false;
  }
};

/** What `describeWith` asks for: a program that is there, or the name of what is missing. */
export const mountAsRoot = works() ? "mount" : "mount, as root";

/** Fills the disk with one file, but for so many bytes; gives that. */
export const fillDisk = (folder: string, but = 0): string => {
  const path = join(folder, "filler");
  const { bavail, bsize } = statfsSync(folder);
  const descriptor = openSync(path, "w", 0o600);
  try {
    const block = Buffer.alloc(bsize, 7);
    for (let left = bavail * bsize - but; left > 0; left -= bsize) writeSync(descriptor, block);
  } finally {
    closeSync(descriptor);
  }
  return path;
};
