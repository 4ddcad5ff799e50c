import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerOf, buildTerminalDriver } from "../../support/build-terminal-driver.ts";
import type { TerminalDriver } from "../../support/build-terminal-driver.ts";
import { describeWith } from "../../support/programs.ts";
import { keys } from "../../support/pseudo-terminal.ts";
import type { Step } from "../../support/pseudo-terminal.ts";

const { enter, down, ctrlT, ctrlU } = keys;

// Hang guards, not measurements: a question takes a tenth of a second.
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 8 });

let driver: TerminalDriver;
beforeAll(() => {
  driver = buildTerminalDriver();
});
afterAll(() => driver.remove());

describeWith(["script"], "a question on a terminal", () => {
  it.concurrent("takes a line as it was typed", async () => {
    const shown = await driver.ask("line", [{ waitFor: /Name/u, type: `Ana  Gómez ${enter}` }]);
    expect(answerOf(shown)).toBe("Ana  Gómez ");
    expect(shown.exitCode).toBe(0);
  });

  it.concurrent("takes what is offered at Enter, and shows it in the question", async () => {
    const shown = await driver.ask("offered", [{ waitFor: /Team.*cloud/u, type: enter }]);
    expect(answerOf(shown)).toBe("cloud");
  });

  it.concurrent("takes what is typed instead of what is offered", async () => {
    const shown = await driver.ask("offered", [{ waitFor: /Team/u, type: `ads${enter}` }]);
    expect(answerOf(shown)).toBe("ads");
  });

  it.concurrent("says what is wrong with a line and lets it be put right", async () => {
    const shown = await driver.ask("checked", [
      { waitFor: /Handle/u, type: `Rowan${enter}` },
      { waitFor: /Small letters only\./u, type: `${ctrlU}rowan${enter}` },
    ]);
    expect(answerOf(shown)).toBe("rowan");
  });

  it.concurrent("shows nothing of a secret, not even its length, and offers no key that would", async () => {
    // Letters that the question does not use.
    const shown = await driver.ask("secret", [
      { waitFor: /not shown/u, type: "qzx" },
      { waitFor: /not shown/u, type: `${ctrlT}kjb${enter}` },
    ]);
    const [asked = ""] = stripVTControlCharacters(shown.screen).split("answer=");
    expect(answerOf(shown)).toBe("qzxkjb");
    expect(asked).not.toMatch(/[qzxkjb*]|toggle/u);
  });

  it.concurrent("starts a refused secret afresh instead of adding to what nobody sees", async () => {
    const shown = await driver.ask("checked-secret", [
      { waitFor: /not shown/u, type: `short${enter}` },
      { waitFor: /Nine characters or more\.\s+\? Passphrase/u, type: `long enough${enter}` },
    ]);
    expect(answerOf(shown)).toBe("long enough");
  });

  it.concurrent.each([
    ["y", true],
    ["Yes", true],
    ["no", false],
    ["", false],
  ])("takes %j for yes or no as %j", async (typed, expected) => {
    const shown = await driver.ask("yes", [{ waitFor: /Enter for: no/u, type: typed + enter }]);
    expect(answerOf(shown)).toBe(expected);
  });

  it.concurrent("asks again for a yes or a no when it gets something else", async () => {
    const shown = await driver.ask("yes", [
      { waitFor: /Go on/u, type: `perhaps${enter}` },
      { waitFor: /Please answer yes or no\./u, type: `${ctrlU}y${enter}` },
    ]);
    expect(answerOf(shown)).toBe(true);
  });

  it.concurrent.each([
    ["Enter", enter, "refuse"],
    ["an arrow key", down + enter, "walkout"],
    ["a number", `1${enter}`, "sign"],
  ])("chooses one by %s", async (_, typed, expected) => {
    const shown = await driver.ask("one", [
      { waitFor: /> 2\. Refuse[^]*Enter chooses/u, type: typed },
    ]);
    expect(answerOf(shown)).toBe(expected);
  });

  it.concurrent("keeps a long list within the screen, at what is offered", async () => {
    const shown = await driver.ask("one-of-many", [{ waitFor: /Enter chooses/u, type: enter }], {
      rows: 12,
    });
    const [asked = ""] = stripVTControlCharacters(shown.screen).split("Enter chooses");
    expect(answerOf(shown)).toBe(70);
    expect(asked.split("\n").length).toBeLessThanOrEqual(12);
  });

  it.concurrent.each([
    ["Enter alone, as offered", enter, ["sign"]],
    ["Space and the arrow keys", ` ${down}${down} ${enter}`, ["walkout"]],
    ["numbers, in the order of the list", `32${enter}`, ["sign", "refuse", "walkout"]],
    ["Space, down to none", ` ${enter}`, []],
    ["keys that are named, not by stray letters", `ai${enter}`, ["sign"]],
  ])("ticks several by %s", async (_, typed, expected) => {
    const shown = await driver.ask("several", [{ waitFor: /Space .*none is fine/u, type: typed }]);
    expect(answerOf(shown)).toEqual(expected);
  });

  it.concurrent("asks one question after another, with a line said before", async () => {
    const shown = await driver.ask("two-lines", [
      { waitFor: /Two questions follow\.[^]*First/u, type: `a${enter}` },
      { waitFor: /Second/u, type: `b${enter}` },
    ]);
    expect(answerOf(shown)).toEqual(["a", "b"]);
  });

  it.concurrent("leaves no descriptor and no listener behind", async () => {
    const shown = await driver.ask("leak", [
      { waitFor: /First/u, type: enter },
      { waitFor: /Second/u, type: enter },
    ]);
    expect(answerOf(shown)).toEqual({ more: 0, listeners: 0 });
  });
});

describeWith(["script"], "what is piped in", () => {
  it.concurrent("is not taken for typing", async () => {
    const script = `echo piped | node "$1" "$2"`;
    const shown = await driver.askFrom(script, "line", [
      { waitFor: /Name/u, type: `typed${enter}` },
    ]);
    expect(answerOf(shown)).toBe("typed");
  });

  it.concurrent("does not end the question when it ends", async () => {
    const script = `node "$1" "$2" < /dev/null`;
    const shown = await driver.askFrom(script, "secret", [
      { waitFor: /not shown/u, type: `s${enter}` },
    ]);
    expect(answerOf(shown)).toBe("s");
  });

  it.concurrent("stays for whoever reads it, as stdout stays free of the question", async () => {
    const script = `echo piped | { node "$1" "$2" | sed 's/^/stdout:/'; sed 's/^/stdin:/'; }`;
    const shown = await driver.askFrom(script, "line", [
      { waitFor: /Name/u, type: `typed${enter}` },
    ]);
    expect(stripVTControlCharacters(shown.screen)).toContain(
      'stdout:answer="typed"\r\nstdin:piped',
    );
    expect(stripVTControlCharacters(shown.screen)).not.toMatch(/stdout:.*Name/u);
  });
});

describe("without a terminal", () => {
  it("there is no question, but the option to use instead", async () => {
    // A new session has no controlling terminal, whatever the tests were started from.
    const child = spawn("node", [driver.path, "line"], { detached: true, stdio: "pipe" });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stdin.end("piped\n");
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect(JSON.parse(stdout)).toEqual({ type: "no-terminal", instead: "--from FILE" });
    expect(exitCode).toBe(2);
  });
});

describeWith(["script"], "colour", () => {
  // oxlint-disable-next-line no-control-regex -- colours are control sequences
  const painted = /\u001B\[[\d;]*m/u;
  const asked: readonly (readonly [string, readonly Step[]])[] = [
    ["offered", [{ waitFor: /Team/u, type: enter }]],
    [
      "checked",
      [
        { waitFor: /Handle/u, type: `R${enter}` },
        { waitFor: /Small letters/u, type: `${ctrlU}r${enter}` },
      ],
    ],
    [
      "checked-secret",
      [
        { waitFor: /not shown/u, type: `short${enter}` },
        { waitFor: /Nine[^]*not shown/u, type: `long enough${enter}` },
      ],
    ],
    ["yes", [{ waitFor: /Go on/u, type: enter }]],
    ["one", [{ waitFor: /Enter chooses/u, type: enter }]],
    ["several", [{ waitFor: /none is fine/u, type: ` ${enter}` }]],
  ];

  it.concurrent.each(asked)("is absent at %j unless it is wanted", async (kind, steps) => {
    const plain = await driver.ask(kind, steps, { env: { FORCE_COLOR: "1" } });
    const color = await driver.ask(kind, steps, { color: true });
    expect(plain.screen).not.toMatch(painted);
    expect(color.screen).toMatch(painted);
    expect(answerOf(plain)).toEqual(answerOf(color));
  });
});
