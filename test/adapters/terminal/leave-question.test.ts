import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { answerOf, buildTerminalDriver } from "../../support/build-terminal-driver.ts";
import type { TerminalDriver } from "../../support/build-terminal-driver.ts";
import { describeWith } from "../../support/programs.ts";
import { inTerminal, keys } from "../../support/pseudo-terminal.ts";

const { enter, ctrlC, ctrlD, ctrlZ } = keys;
const cursorShow = "\u001B[?25h";
const cursorHide = "\u001B[?25l";

// Hang guards, not measurements: a question takes a tenth of a second.
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 8 });

let driver: TerminalDriver;
beforeAll(() => {
  driver = buildTerminalDriver();
});
afterAll(() => driver.remove());

describeWith(["script"], "leaving a question", () => {
  const kinds = ["line", "secret", "yes", "one", "several", "search"];
  const ends = [
    ["Ctrl-C", ctrlC],
    ["Ctrl-D", ctrlD],
  ] as const;
  const restored = `before=$(stty -g); node "$1" "$2"; code=$?
    [ "$before" = "$(stty -g)" ] && echo in order; exit $code`;

  it.concurrent.each(
    kinds.flatMap((kind) => ends.map(([name, key]) => [name, kind, key] as const)),
  )("by %s at %j ends with 130 and a terminal in order", async (_, kind, key) => {
    const shown = await driver.askFrom(restored, kind, [{ waitFor: /\? \w/u, type: key }]);
    expect(shown.exitCode).toBe(130);
    expect(shown.screen).toContain("in order");
    expect(shown.screen.lastIndexOf(cursorShow)).toBeGreaterThan(
      shown.screen.lastIndexOf(cursorHide),
    );
  });

  it.concurrent("by Ctrl-D is not meant while a line is being typed", async () => {
    const shown = await driver.ask("line", [{ waitFor: /Name/u, type: `Ana${ctrlD}${enter}` }]);
    expect(answerOf(shown)).toBe("Ana");
  });

  it.concurrent.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ])("by %s puts the terminal in order first", async (signal, exitCode) => {
    const script = `before=$(stty -g)
      sh -c 'echo "pid=$$."; exec node "$1" "$2"' sh "$1" "$2"; code=$?
      [ "$before" = "$(stty -g)" ] && echo in order; exit $code`;
    const shown = await driver.askFrom(script, "secret", [
      {
        waitFor: /pid=(\d+)\.[^]*not shown/u,
        act: ([, pid]) => process.kill(Number(pid), signal),
      },
    ]);
    expect(shown.exitCode).toBe(exitCode);
    expect(shown.screen).toContain("in order");
    expect(shown.screen.lastIndexOf(cursorShow)).toBeGreaterThan(
      shown.screen.lastIndexOf(cursorHide),
    );
  });
});

describeWith(["script"], "a terminal that goes away", () => {
  it.concurrent("ends the question like a person who leaves", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pledge-terminal-"));
    const code = join(folder, "code");
    // Node itself gives up with an assertion when a terminal that is its stdin or stdout goes away.
    const script = `trap '' HUP; echo "pid=$PPID."
      node "$1" "$2" < /dev/null > /dev/null 2>&1; echo "code $?" > '${code}'`;
    const run = driver.askFrom(script, "secret", [
      {
        waitFor: /pid=(\d+)\.[^]*not shown/u,
        act: ([, pid]) => process.kill(Number(pid), "SIGKILL"),
      },
    ]);
    await expect(run).rejects.toThrow("SIGKILL");
    const ended = await vi.waitFor(
      () => {
        const text = readFileSync(code, "utf8");
        expect(text).toMatch(/^code \d+\n$/u);
        return text;
      },
      { timeout: 30_000 },
    );
    rmSync(folder, { recursive: true });
    // As interrupted, or by the SIGHUP that comes along.
    expect(["code 130\n", "code 129\n"]).toContain(ended);
  });
});

describeWith(["script", "bash"], "a question that was stopped with Ctrl-Z", () => {
  it.concurrent.each([
    ["is answered", enter, 0],
    ["is left", ctrlC, 130],
  ])("%s after it was taken up again", async (_, key, exitCode) => {
    const shell = ["--norc", "--noprofile", "-i"];
    const shown = await inTerminal(
      "bash",
      shell,
      [
        { waitFor: /ready> /u, type: `node '${driver.path}' line${enter}` },
        { waitFor: /\? Name/u, type: `An${ctrlZ}` },
        { waitFor: /Stopped[^]*ready> /u, type: `fg${enter}` },
        { waitFor: /node .* line/u, type: "a" },
        // Drawn again: only now does the question listen to keys, and not the terminal itself.
        { waitFor: /\? Name.*Ana/u, type: key },
        { waitFor: /ready> /u, type: `exit $?${enter}` },
      ],
      { env: { PS1: "ready> " } },
    );
    expect(shown.exitCode).toBe(exitCode);
    if (exitCode === 0) expect(answerOf(shown)).toBe("Ana");
  });
});
