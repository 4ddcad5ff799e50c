import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openPager, pagerCommand } from "../../../src/adapters/terminal/pager.ts";

let folder: string;
let bin: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pledge-pager-"));
  bin = join(folder, "bin");
  mkdirSync(bin);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (name: string, lines: string): string => {
  const path = join(bin, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o700);
  return path;
};

const machine = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  PATH: [bin, "/usr/bin", "/bin"].join(delimiter),
  TERM: "xterm",
  ...more,
});

const show = (env: Record<string, string>, text: string): Promise<boolean> | undefined =>
  openPager(env)?.show(text);

describe("the pager of the machine", () => {
  it("is less, or what PAGER names with its arguments, split at spaces and nothing else", () => {
    const less = program("less", "");
    const mine = program("mine", "");
    expect(pagerCommand(machine())).toEqual({ path: less, args: [] });
    expect(pagerCommand(machine({ PAGER: " mine  -a 'b c' $HOME;x " }))).toEqual({
      path: mine,
      args: ["-a", "'b", "c'", "$HOME;x"],
    });
    expect(pagerCommand(machine({ PAGER: `${mine} -a` }))).toEqual({ path: mine, args: ["-a"] });
  });

  it("is none where none is wanted, where it is missing, and on a terminal that cannot do it", () => {
    program("less", "");
    program("cat", "");
    for (const PAGER of ["", "  ", "cat", "/bin/cat", "nonesuch", "/nonesuch", folder])
      expect(openPager(machine({ PAGER })), PAGER).toBeUndefined();
    for (const TERM of ["", "dumb"]) expect(openPager(machine({ TERM }))).toBeUndefined();
    expect(openPager({ TERM: "xterm", PATH: folder })).toBeUndefined();
  });

  it("is never a program of the current folder", () => {
    program("mine", "");
    const before = process.cwd();
    process.chdir(bin);
    try {
      for (const PATH of ["", ".", `:${delimiter}`, "./", delimiter])
        expect(pagerCommand(machine({ PATH, PAGER: "mine" })), PATH).toBeUndefined();
      for (const PAGER of ["./mine", "../bin/mine"])
        expect(pagerCommand(machine({ PAGER })), PAGER).toBeUndefined();
    } finally {
      process.chdir(before);
    }
  });

  it("gets the text on its standard input, settings that keep nothing, and not where our vault is", async () => {
    const out = join(folder, "out");
    program("less", `env >${out}.env; printf '%s' "$#" >${out}.args; cat >${out}`);
    const text = `Zoë, \u5C71\n${"a long line\n".repeat(20_000)}`;
    const secret = { PLEDGE_PASSPHRASE_FILE: "/secret", LESSOPEN: "|run %s", LESS: "-X" };
    expect(await show(machine({ ...secret, NO_COLOR: "1" }), text)).toBe(true);
    expect(readFileSync(out, "utf8")).toBe(text);
    expect(readFileSync(`${out}.args`, "utf8")).toBe("0");
    const env = readFileSync(`${out}.env`, "utf8").split("\n");
    expect(env).toEqual(
      expect.arrayContaining(["LESSSECURE=1", "LESSHISTFILE=-", "NO_COLOR=1", "TERM=xterm"]),
    );
    expect(env.filter((line) => /secret|LESSOPEN|-X|Zoë/u.test(line))).toEqual([]);
  });

  it("may be left before the end of the text", async () => {
    program("less", "exit 0");
    expect(await show(machine(), "line\n".repeat(200_000))).toBe(true);
  });

  it("says so when it fails, is killed, or cannot be run at all", async () => {
    program("less", "exit 3");
    expect(await show(machine(), "text\n")).toBe(false);
    program("less", "kill -9 $$");
    expect(await show(machine(), "line\n".repeat(200_000))).toBe(false);
    writeFileSync(join(bin, "less"), "#!/nonesuch/interpreter\n");
    expect(await show(machine(), "text\n")).toBe(false);
  });

  it("leaves the signals of the process as they were", async () => {
    const listeners = (): readonly number[] =>
      ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"].map((signal) => process.listenerCount(signal));
    const before = listeners();
    program("less", "exit 0");
    await show(machine(), "text\n");
    program("less", "exit 1");
    await show(machine(), "text\n");
    expect(listeners()).toEqual(before);
  });
});
