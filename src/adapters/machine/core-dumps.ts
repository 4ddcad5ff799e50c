/** A crash may write a program's memory to a disk: names, and the key of an open vault. */
import { execFile } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";

/** Which parts of memory the kernel writes into a dump (core(5)): none. */
const filter = "/proc/self/coredump_filter";
const prlimit = "/usr/bin/prlimit";

const limitIsZero = (): boolean =>
  /^Max core file size +0 /mu.test(readFileSync("/proc/self/limits", "utf8"));

let asked = false;

/**
 * Takes the memory out of every dump of this program and what it starts, and sets the limit for dumps to 0 besides. On Linux; elsewhere dumps are
 * off unless somebody turned them on. Once a process; what the system does not allow is told by `doctor`.
 */
export const forbidCoreDumps = (platform: NodeJS.Platform): void => {
  if (asked || platform !== "linux") return;
  asked = true;
  try {
    const descriptor = openSync(filter, "r+");
    try {
      writeSync(descriptor, "0");
    } finally {
      closeSync(descriptor);
    }
    if (!limitIsZero() && existsSync(prlimit)) {
      // Node has no call for it; nobody waits for this one.
      const child = execFile(prlimit, ["--pid", String(process.pid), "--core=0:0"], () => {});
      child.unref();
    }
  } catch {
    // A sandbox without /proc, say.
  }
};

/** Whether a dump of this program would hold memory, after `forbidCoreDumps`. */
export const coreDumps = (platform: NodeJS.Platform): "off" | "on" | "unknown" => {
  if (platform !== "linux") return "unknown";
  try {
    const written = Number.parseInt(readFileSync(filter, "utf8"), 16);
    return written === 0 || limitIsZero() ? "off" : "on";
  } catch {
    return "unknown";
  }
};
