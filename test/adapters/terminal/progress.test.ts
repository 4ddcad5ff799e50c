import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgress } from "../../../src/adapters/terminal/progress.ts";
import { buildTerminalDriver } from "../../support/build-terminal-driver.ts";
import type { TerminalDriver } from "../../support/build-terminal-driver.ts";
import { describeWith } from "../../support/programs.ts";
import { inTerminal } from "../../support/pseudo-terminal.ts";

const collect = (properties: { readonly isTTY?: boolean; readonly columns?: number }) => {
  const shown: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      shown.push(text);
      done();
    },
  });
  return {
    stream: Object.assign(stream, properties) as unknown as NodeJS.WriteStream,
    screen: () => shown.join(""),
  };
};

const clock = () => {
  let time = 5000;
  return {
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
};

const terminal = { isTTY: true, columns: 80 };

describe("progress", () => {
  it("is silent where stderr is no terminal", async () => {
    const { stream, screen } = collect({});
    const { now, pass } = clock();
    const progress = await createProgress(stream, now);
    progress.start("Reading people", 200);
    pass(60_000);
    progress.step(100);
    progress.stop();
    expect(screen()).toBe("");
  });

  it("is silent for a task of less than a second", async () => {
    const { stream, screen } = collect(terminal);
    const { now, pass } = clock();
    const progress = await createProgress(stream, now);
    for (const round of [1, 2, 3]) {
      progress.start("Reading people", round);
      pass(999);
      progress.step(round);
      progress.stop();
    }
    expect(screen()).toBe("");
  });

  it("shows after a second how far the task is, and clears the line at the end", async () => {
    const { stream, screen } = collect(terminal);
    const { now, pass } = clock();
    const progress = await createProgress(stream, now);
    progress.start("Reading people", 200);
    pass(1000);
    progress.step(50);
    expect(stripVTControlCharacters(screen())).toBe(
      "Reading people [======------------------] 50 of 200",
    );
    progress.stop();
    expect(screen().endsWith("\u001B[1G\u001B[2K")).toBe(true);
  });

  it("has no colour, hides no cursor and changes no mode of the terminal", async () => {
    const { stream, screen } = collect(terminal);
    const { now, pass } = clock();
    const progress = await createProgress(stream, now);
    progress.start("Reading people", 200);
    pass(1000);
    progress.step(50);
    progress.step(200);
    progress.stop();
    expect(screen()).toContain("Reading people");
    // oxlint-disable-next-line no-control-regex -- control sequences are what is looked for
    expect(screen()).not.toMatch(/\u001B\[[\d;]*m|\u001B\[\?/u);
  });

  it("takes no more than a line of a narrow terminal", async () => {
    const { stream, screen } = collect({ isTTY: true, columns: 20 });
    const { now, pass } = clock();
    const progress = await createProgress(stream, now);
    progress.start("Reading people", 200);
    pass(1000);
    progress.step(50);
    progress.stop();
    for (const line of stripVTControlCharacters(screen()).split(/\r|(?=Reading)/u)) {
      expect(line.length).toBeLessThanOrEqual(20);
    }
  });

  it("takes a step or a stop without a start for nothing", async () => {
    const { stream, screen } = collect(terminal);
    const progress = await createProgress(stream, clock().now);
    progress.step(1);
    progress.stop();
    expect(screen()).toBe("");
  });
});

describeWith(["script"], "progress on a terminal", () => {
  let driver: TerminalDriver;
  beforeAll(() => {
    driver = buildTerminalDriver();
  });
  afterAll(() => driver.remove());

  it("lets the process end when a task never stops it", async () => {
    const shown = await inTerminal("node", [driver.path, "progress"], []);
    expect(stripVTControlCharacters(shown.screen)).toContain("Reading people [");
    expect(shown.exitCode).toBe(0);
  });

  it("leaves stderr clean when that is a file", async () => {
    const script = `node "$1" progress 2>&1 | cat`;
    const shown = await inTerminal("sh", ["-c", script, "sh", driver.path], []);
    expect(shown.screen).toBe("");
  });
});
