/** Which other pledge has the vault's database locked, as far as the system tells: Linux, proc(5), /proc/locks. */
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import type { Writer } from "../../domain/vault/failures.ts";

/** SQLite's lock for whoever writes to the log: a byte of `-shm` (WAL-mode file format, "Locks"). */
const writeByte = 120;
/** SQLite's locks on the database itself begin here (pending, reserved, shared). */
const pendingByte = 0x40000000;

interface Lock {
  readonly pid: number;
  readonly inode: number;
  readonly start: number;
}

/** "1: POSIX  ADVISORY  WRITE 4711 fe:00:2206004 120 120" */
const writeLocks = (table: string): readonly Lock[] =>
  table.split("\n").flatMap((line) => {
    const found = / WRITE (\d+) [0-9a-f]+:[0-9a-f]+:(\d+) (\d+) /u.exec(line);
    const [, pid, inode, start] = found ?? [];
    return found === null ? [] : [{ pid: Number(pid), inode: Number(inode), start: Number(start) }];
  });

const inodeOf = (path: string): number | undefined =>
  statSync(path, { throwIfNoEntry: false })?.ino;

/** The words of the command, up to the first that is not one: what follows may be a path. */
const commandOf = (pid: number): string => {
  const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  const at = words.findIndex((word) => /^pledge(?:\.js)?$/u.test(basename(word)));
  if (at === -1) return "";
  const rest = words.slice(at + 1);
  const options = rest.findIndex((word) => !/^[a-z]{2,12}$/u.test(word));
  return ["pledge", ...rest.slice(0, options === -1 ? 2 : Math.min(options, 2))].join(" ");
};

/** Whoever writes to the vault at this moment, without ourselves; nobody where nothing tells. */
export const writersOf = (folder: string): readonly Writer[] => {
  try {
    const log = inodeOf(join(folder, "vault.db-shm"));
    const database = inodeOf(join(folder, "vault.db"));
    const pids = writeLocks(readFileSync("/proc/locks", "utf8"))
      .filter(
        ({ inode, start }) =>
          (inode === log && start === writeByte) || (inode === database && start >= pendingByte),
      )
      .map(({ pid }) => pid)
      .filter((pid) => pid !== process.pid);
    return [...new Set(pids)].map((pid) => ({ pid, command: commandOf(pid) }));
  } catch {
    // No such system, or the other one has just ended.
    return [];
  }
};
