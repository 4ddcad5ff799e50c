import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { answerOf, buildTerminalDriver } from "../../support/build-terminal-driver.ts";
import type { TerminalDriver } from "../../support/build-terminal-driver.ts";
import { describeWith } from "../../support/programs.ts";
import { keys } from "../../support/pseudo-terminal.ts";

const { enter, down, ctrlC, ctrlU } = keys;
const [alternateScreen, normalScreen] = ["\u001B[?1049h", "\u001B[?1049l"];

// Hang guards, not measurements: a question takes a tenth of a second.
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 8 });

let driver: TerminalDriver;
beforeAll(() => {
  driver = buildTerminalDriver();
});
afterAll(() => driver.remove());

const first = /> number 0\s[^]*Ctrl-C leaves/u;
const on73 = /> number 73\s+Type/u;

describeWith(["script"], "choosing by typing", () => {
  it.concurrent.each([
    [
      73,
      "what was typed",
      [
        [first, "7"],
        [/> number 7\s/u, "3"],
      ],
      on73,
    ],
    [0, "Enter alone, the first", [], first],
    [
      29,
      "an arrow key among those that are left",
      [
        [first, "9"],
        [/> number 9\s/u, down],
        [/> number 19\s/u, down],
      ],
      /> number 29\s/u,
    ],
    [
      73,
      "a label that Tab has put there",
      [
        [first, "7"],
        [/> number 7\s/u, "3"],
        [on73, "\t"],
      ],
      /number\? number 73\s+> number 73\s+Type/u,
    ],
    [
      5,
      "what is left after a part that nothing fits",
      [
        [first, "x"],
        [/Nothing fits/u, "y"],
        [/number\? xy\s[^]*Nothing fits/u, ctrlU],
        [first, "5"],
      ],
      /> number 5\s/u,
    ],
  ] as const)("takes %i by %s", async (expected, _, typed, waitFor) => {
    // A key at a time, as a person types: each once what the one before leads to is on the screen.
    const shown = await driver.ask("search", [
      ...typed.map(([before, type]) => ({ waitFor: before, type })),
      { waitFor, type: enter },
    ]);
    expect(answerOf(shown)).toBe(expected);
  });

  it.concurrent("shows at most twelve, how many more there are, and what to do where nothing fits", async () => {
    const { screen, exitCode } = await driver.ask("search", [
      { waitFor: /number 11\D[^]* and 88 more: type on[^]*Ctrl-C leaves/u, type: "x" },
      { waitFor: /Nothing fits that\. Type less/u, type: ctrlC },
    ]);
    expect(exitCode).toBe(130);
    expect(stripVTControlCharacters(screen)).not.toContain("number 12");
  });

  it.concurrent("keeps within a small screen", async () => {
    const { screen } = await driver.ask("search", [{ waitFor: first, type: ctrlC }], { rows: 10 });
    const whole = stripVTControlCharacters(screen);
    const list = whole.slice(whole.lastIndexOf("?"), whole.lastIndexOf("leaves"));
    expect(list).toContain("and 96 more");
    expect(list.split("\n").length).toBeLessThanOrEqual(10);
  });

  it.concurrent.each([
    ["an answer", enter],
    ["Ctrl-C", ctrlC],
  ])("leaves nothing of it on the screen after %s", async (_, type) => {
    const { screen } = await driver.ask("search", [{ waitFor: first, type }]);
    const [before = "", on = ""] = screen.split(alternateScreen);
    expect(before).not.toContain("number");
    expect(on).toContain("number 0");
    expect(on.slice(on.lastIndexOf(normalScreen))).not.toContain("number");
  });

  it.concurrent("is asked on the one screen that a terminal has which has no other", async () => {
    const typed = [{ waitFor: first, type: enter }];
    const shown = await driver.ask("search", typed, { env: { TERM: "dumb" } });
    expect(answerOf(shown)).toBe(0);
    expect(shown.screen).not.toContain("1049");
  });
});
