/** Where memory is swapped to, and whether it is encrypted there (Linux: proc(5), and /sys of the device mapper). */
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import type { Swap } from "../../domain/machine/machine.ts";

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

const namesIn = (path: string): readonly string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

/** A block device, or all those on which it stands, is encrypted by dm-crypt. `name` as in /sys/class/block. */
const isEncrypted = (root: string, name: string): boolean => {
  const device = `${root}/sys/class/block/${name}`;
  if (read(`${device}/dm/uuid`)?.startsWith("CRYPT-") === true) return true;
  const below = namesIn(`${device}/slaves`);
  return below.length > 0 && below.every((one) => isEncrypted(root, one));
};

/** The device on which a swap file lies, as in /sys/class/block; nothing where it cannot be told. */
const deviceOf = (root: string, file: string): string | undefined => {
  try {
    const { dev } = statSync(`${root}${file}`);
    // The numbers of a device as Linux packs them into one (makedev(3)).
    const major = Math.floor(dev / 256) % 4096;
    const minor = (dev % 256) + Math.floor(dev / 1_048_576) * 256;
    return basename(realpathSync(join(`${root}/sys/dev/block`, `${major}:${minor}`)));
  } catch {
    return undefined;
  }
};

const isSafe = (root: string, path: string, type: string): boolean => {
  const name = basename(path);
  // Compressed memory, which is on no disk.
  if (/^zram\d+$/u.test(name)) return true;
  const device = type === "partition" ? name : deviceOf(root, path);
  return device !== undefined && isEncrypted(root, device);
};

/** On macOS swap is always encrypted. */
export const swapOn = (platform: NodeJS.Platform, root: string): Swap => {
  if (platform === "darwin") return { state: "encrypted" };
  const table = platform === "linux" ? read(`${root}/proc/swaps`) : undefined;
  if (table === undefined) return { state: "unknown" };
  const rows = table
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(/\s+/u));
  if (rows.length === 0) return { state: "none" };
  const plain = rows.flatMap(([path = "", type = ""]) => (isSafe(root, path, type) ? [] : [path]));
  return plain.length === 0 ? { state: "encrypted" } : { state: "plain", on: plain };
};
