/** What becomes of a print with made-up browsers: what they are given, and how they fail. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { createPrinter } from "../../../src/adapters/print/printer.ts";
import { describeWith } from "../../support/programs.ts";
import { startPrinting } from "./printing.ts";

const page = { html: "<!doctype html><title>Sample</title>Sample", paper: "a4" } as const;

/** Whether it still does anything; what has ended may wait for somebody to ask how. */
const isAlive = (pid: number): boolean => {
  try {
    const state = execFileSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" });
    return !state.trim().startsWith("Z");
  } catch {
    return false;
  }
};

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** Its number, once the browser has noted it down. */
const noted = async (notes: string, name: string): Promise<number> => {
  const file = join(notes, name);
  await until(() => existsSync(file) && readFileSync(file, "utf8").endsWith("\n"));
  return Number(readFileSync(file, "utf8"));
};

describeWith(["ps"], "a browser that is to print", () => {
  it("is given a page that only we can read, a folder of its own and no more of our surroundings", async () => {
    const { printer, notes, temporary } = startPrinting(`
env | sort > $NOTES/env
pwd > $NOTES/folder
stat -c '%a %n' . letter.html > $NOTES/modes
cp letter.html $NOTES/letter.html
printf '%s\\n' "$@" > $NOTES/words`);
    await printer.print(page);
    const read = (name: string) => readFileSync(join(notes, name), "utf8");
    const folder = read("folder").trim();
    expect(folder.startsWith(join(temporary, "pledge-"))).toBe(true);
    const names = read("env")
      .split("\n")
      .map((line) => line.split("=")[0]);
    // The shell that runs the script adds PWD and OLDPWD to what it was given.
    expect(names.filter((name) => name !== "" && !/^(?:OLD)?PWD$|^_$/u.test(name ?? ""))).toEqual([
      "HOME",
      "LANG",
      "PATH",
      "TMPDIR",
    ]);
    expect(read("env")).toContain(`HOME=${folder}\n`);
    expect(read("env")).toContain(`TMPDIR=${folder}\n`);
    expect(read("modes")).toBe("700 .\n600 letter.html\n");
    expect(read("letter.html").endsWith(page.html)).toBe(true);
    const words = read("words").split("\n");
    expect(words).toContain("--host-resolver-rules=MAP * ~NOTFOUND");
    expect(words).toContain("--user-agent=pledge");
    expect(words).toContain(`--user-data-dir=${folder}/profile`);
    expect(words.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
  });

  it.each([
    ["stopped", "exit 7"],
    ["stopped", "kill -9 $$"],
    ["no-file", "exit 0"],
    ["unfamiliar-file", 'echo "%PDF-9.9 of another kind" > $PDF'],
    ["unfamiliar-file", ": > $PDF"],
  ])("fails with %s: %s", async (why, script) => {
    const { printer, temporary, pending } = startPrinting(script);
    expect(await printer.print(page)).toEqual({
      ok: false,
      failure: { type: "pdf-engine-failed", program: "Chromium", why },
    });
    expect(readdirSync(temporary)).toEqual([]);
    expect(pending()).toBe(false);
  });

  it("is ended with all that it started when it takes too long, second by second", async () => {
    const { printer, temporary, notes } = startPrinting(
      "sleep 600 & echo $! > $NOTES/child; echo $$ > $NOTES/parent; wait",
      1.5,
    );
    const seconds: number[] = [];
    const printed = printer.print(page, (second) => seconds.push(second));
    const [parent, child] = [await noted(notes, "parent"), await noted(notes, "child")];
    expect(isAlive(child)).toBe(true);
    expect(await printed).toMatchObject({ failure: { why: "too-long" } });
    expect(seconds[0]).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => !isAlive(parent) && !isAlive(child));
  });

  it("leaves nothing running and nothing behind, even when it ends well", async () => {
    const { printer, temporary, notes } = startPrinting(
      "(while :; do echo more > $HOME/more; done) & echo $! > $NOTES/child; exit 0",
    );
    expect(await printer.print(page)).toMatchObject({ failure: { why: "no-file" } });
    const child = await noted(notes, "child");
    await until(() => !isAlive(child));
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("goes at once, with its folder, when we are told to end", async () => {
    const { printer, temporary, notes, leave } = startPrinting(
      "echo $$ > $NOTES/parent; sleep 600",
    );
    const printed = printer.print(page);
    const parent = await noted(notes, "parent");
    expect(readdirSync(temporary)).toHaveLength(1);
    leave();
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => !isAlive(parent));
    expect(await printed).toMatchObject({ failure: { why: "stopped" } });
  });

  it("is not started where there is no temporary folder", async () => {
    const { printer, notes, temporary } = startPrinting("echo > $NOTES/ran");
    process.env["TMPDIR"] = join(temporary, "none");
    expect(await printer.print(page)).toMatchObject({ failure: { why: "no-folder" } });
    expect(readdirSync(notes)).toEqual([]);
  });

  it("may be missing", async () => {
    const printer = createPrinter({
      env: { PATH: "", HOME: "/nowhere" },
      whenLeaving: () => () => {},
    });
    expect(printer.find()).toBeUndefined();
    expect(await printer.print(page)).toEqual({
      ok: false,
      failure: { type: "pdf-engine-missing" },
    });
  });
});
