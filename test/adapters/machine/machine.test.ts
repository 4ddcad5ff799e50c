/** The machine around a vault, as files in a folder of the test's. Sample people. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";

import { forbidCoreDumps } from "../../../src/adapters/machine/core-dumps.ts";
import { createMachine } from "../../../src/adapters/machine/machine.ts";
import type { Machine } from "../../../src/domain/machine/machine.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let root: string;

const put = (path: string, content: string | Uint8Array = ""): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

const machine = (platform: NodeJS.Platform = "linux", env = {}): Machine =>
  createMachine(
    {
      env,
      platform,
      home: join(root, "home"),
      cwd: join(root, "here"),
      temporary: join(root, "tmp"),
    },
    root,
  );

const head = "Filename\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pledge-machine-"));
  folders.push(root);
});

describe("swap", () => {
  it("is none, or unknown where nothing tells", () => {
    expect(machine().swap()).toEqual({ state: "unknown" });
    put("proc/swaps", head);
    expect(machine().swap()).toEqual({ state: "none" });
    expect(machine("darwin").swap()).toEqual({ state: "encrypted" });
    expect(machine("freebsd").swap()).toEqual({ state: "unknown" });
  });

  it("is in plain text on a partition, and in a file on one", () => {
    put(
      "proc/swaps",
      `${head}/dev/sda2 partition 100 0 -2\n/swapfile file 100 0 -3\n/dev/zram0 partition 100 0 5\n`,
    );
    put("swapfile");
    mkdirSync(join(root, "sys/class/block/sda2"), { recursive: true });
    expect(machine().swap()).toEqual({ state: "plain", on: ["/dev/sda2", "/swapfile"] });
  });

  it("is encrypted on dm-crypt, also below a logical volume, but not on half of one", () => {
    put("proc/swaps", `${head}/dev/dm-1 partition 100 0 -2\n`);
    put("sys/class/block/dm-0/dm/uuid", "CRYPT-LUKS2-0123-sample\n");
    put("sys/class/block/dm-1/dm/uuid", "LVM-sample\n");
    mkdirSync(join(root, "sys/class/block/dm-1/slaves/dm-0"), { recursive: true });
    expect(machine().swap()).toEqual({ state: "encrypted" });
    mkdirSync(join(root, "sys/class/block/dm-1/slaves/sda3"), { recursive: true });
    expect(machine().swap()).toEqual({ state: "plain", on: ["/dev/dm-1"] });
  });
});

describe("programs by which an employer runs a machine", () => {
  it("are known by what they put on the disk", () => {
    expect(machine().agents()).toEqual([]);
    put("opt/CrowdStrike/falconctl");
    put("usr/local/bin/jamf");
    expect(machine().agents()).toEqual(["CrowdStrike Falcon", "Jamf"]);
  });
});

describe("histories", () => {
  it("are those of shells and editors, zsh's own spelling of bytes undone", () => {
    put("home/.bash_history", "pledge add\n");
    // "Gómez" as zsh writes it: 0xc3 0xb3 becomes 0xc3 0x83 0x93.
    put("home/.zsh_history", Buffer.from("476fc383936d657a0a".replace("6fc3", "c3"), "hex"));
    put("elsewhere/histfile", "echo x\n");
    const found = machine("linux", { HISTFILE: join(root, "elsewhere/histfile") }).histories();
    expect(found.map(({ path, text }) => [path.slice(root.length + 1), text])).toEqual([
      ["home/.bash_history", "pledge add\n"],
      ["home/.zsh_history", "G\u00f3mez\n"],
      ["elsewhere/histfile", "echo x\n"],
    ]);
    mkdirSync(join(root, "home/.viminfo"));
    expect(machine().histories()).toHaveLength(2);
  });
});

describe("lists", () => {
  it("are found beside the vault, here, at home and in the temporary folder, each once", () => {
    for (const path of [
      "vaults/people.csv",
      "here/people.json",
      "home/a.vcf",
      "home/Downloads/b.TSV",
      "tmp/c.jsonl",
      "home/picture.png",
      "home/deeper/d.csv",
    ])
      put(path, "Sample Person");
    symlinkSync(join(root, "home/Downloads"), join(root, "home/Desktop"));
    put("home/huge.csv", Buffer.alloc(6 * 1024 * 1024, 97));
    const found = machine().lists(join(root, "vaults/vault"));
    expect(found.map(({ path }) => path.slice(path.indexOf("pledge-machine-") + 22))).toEqual([
      "vaults/people.csv",
      "here/people.json",
      "home/a.vcf",
      "home/Downloads/b.TSV",
      "tmp/c.jsonl",
    ]);
  });
});

describe("core dumps", () => {
  const limit = (): string => readFileSync("/proc/self/limits", "utf8");
  const ofCores = /^Max core file size +0 +0 /mu;

  it("hold no memory of ours, nor of what we start, whatever the shell allows", async () => {
    execFileSync("/usr/bin/prlimit", ["--pid", String(process.pid), "--core=unlimited:unlimited"]);
    expect(limit()).not.toMatch(ofCores);
    forbidCoreDumps("linux");
    expect(Number.parseInt(readFileSync("/proc/self/coredump_filter", "utf8"), 16)).toBe(0);
    expect(machine().coreDumps()).toBe("off");
    // Set by a program of its own, which nobody waits for.
    await vi.waitFor(() => expect(limit()).toMatch(ofCores), { timeout: 20_000 });
    expect(machine("darwin").coreDumps()).toBe("unknown");
  });
});
