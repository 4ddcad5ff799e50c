/** People on a real terminal: on a screen that is gone afterwards, whichever way one leaves it. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { inTerminal, keys } from "../support/pseudo-terminal.ts";
import type { Shown, Step } from "../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { sampleCampaign } from "../support/sample.ts";

const name = "Zoë Voorbeeld";
const [alternateScreen, normalScreen] = ["\u001B[?1049h", "\u001B[?1049l"];

let home: Home;

const must = (...args: readonly string[]): void => {
  const { exitCode, stderr } = home.pledge(args);
  if (exitCode !== 0) throw new Error(stderr);
};

beforeAll(() => {
  home = createHome();
  must("init", "--from", home.file("campaign.json", JSON.stringify(sampleCampaign)));
  const people = [
    { name, alias: "zoe", actions: ["sign", "walkout"] },
    { name: "مريم الفاسي" },
    ...Array.from({ length: 8 }, (_, n) => ({ name: `Sample Person ${n}` })),
  ];
  must("add", "--from", home.file("people.json", JSON.stringify(people)));
});

/** Runs pledge in a terminal and says whether that is as it was before. */
const run = (
  args: readonly string[],
  steps: readonly Step[],
  { rows = 30, env = {} }: { readonly rows?: number; readonly env?: Record<string, string> } = {},
): Promise<Shown> =>
  inTerminal(
    "sh",
    [
      "-c",
      `trap : INT; before=$(stty -g); sh -c 'echo "pid=$$."; exec node "$@"' sh "$@"; code=$?
       [ "$before" = "$(stty -g)" ] && echo in order; exit $code`,
      "sh",
      cliPath,
      ...args,
    ],
    steps,
    { env: { ...home.env, ...env }, cwd: home.folder, rows },
  );

const expectGone = ({ screen }: Shown): void => {
  expect(screen).toContain("in order");
  const [before = "", ...shown] = screen.split(alternateScreen);
  expect(before).not.toContain("Voorbeeld");
  expect(shown.join("")).toContain("Voorbeeld");
  for (const one of shown) {
    expect(one).toContain(normalScreen);
    expect(one.slice(one.indexOf(normalScreen))).not.toContain("Voorbeeld");
  }
};

describeWith(["script", "stty"], "people on a terminal", () => {
  it.each([
    ["list", ["list"]],
    ["one person", ["show", "zoe"]],
  ])("are gone when one has seen them: %s", async (_, args) => {
    for (const type of [keys.enter, "q", keys.ctrlC]) {
      const shown = await run(args, [{ waitFor: /Voorbeeld[^]*Enter leaves/u, type }]);
      expect(shown.exitCode).toBe(0);
      expectGone(shown);
    }
  });

  it("are gone when a signal ends it", async () => {
    for (const [signal, exitCode] of [
      ["SIGTERM", 143],
      ["SIGHUP", 129],
      ["SIGINT", 0],
    ] as const) {
      const shown = await run(
        ["show", "zoe"],
        [
          {
            waitFor: /pid=(\d+)\.[^]*Enter leaves/u,
            act: ([, pid]) => process.kill(Number(pid), signal),
          },
        ],
      );
      expect(shown.exitCode, signal).toBe(exitCode);
      expectGone(shown);
    }
  });

  it("are turned page by page where they are longer than the screen and there is no pager", async () => {
    const shown = await run(
      ["list"],
      [
        { waitFor: /id {8}name[^]*Page 1 of 2: Enter goes on/u, type: keys.enter },
        { waitFor: /Voorbeeld[^]*Page 2 of 2: Enter leaves/u, type: "b" },
        { waitFor: /Sample Person 0[^]*Page 1 of 2/u, type: " " },
        { waitFor: /Page 2 of 2/u, type: keys.enter },
      ],
      { rows: 10, env: { PAGER: "nonesuch" } },
    );
    expect(shown.exitCode).toBe(0);
    expectGone(shown);
  });

  it("stay where that is wanted, where it is no terminal that can do more, and where nobody is to be asked", async () => {
    for (const [args, env] of [
      [["list"], { PAGER: "cat" }],
      [["list"], { PAGER: "" }],
      [["list"], { TERM: "dumb" }],
      [["list", "--no-input"], {}],
      [["list", "--json"], {}],
    ] as const) {
      const { screen, exitCode } = await run(args, [], { env });
      expect(exitCode).toBe(0);
      expect(screen).toContain(name);
      expect(screen).not.toContain("1049");
    }
  });

  it("are asked for by what one remembers, and chosen from a list where no id is named", async () => {
    const found = await run(
      ["find"],
      [
        { waitFor: /Who\?/u, type: `voor ZOE${keys.enter}` },
        { waitFor: /Voorbeeld[^]*code {5}[^]*Enter leaves/u, type: keys.enter },
      ],
    );
    expect([found.exitCode, found.screen]).toEqual([0, expect.stringContaining("in order")]);
    const assessed = await run(
      ["assess", "--level", "2"],
      [
        { waitFor: /Who is it\?[^]*Ctrl-C leaves/u, type: "voorb" },
        { waitFor: /> Zoë Voorbeeld \(zoe\)/u, type: keys.enter },
      ],
    );
    expect([assessed.exitCode, assessed.screen]).toEqual([
      0,
      expect.stringContaining("stands at 2"),
    ]);
    const stopped = await run(["forget"], [{ waitFor: /Ctrl-C leaves/u, type: keys.ctrlC }]);
    expect(stopped.exitCode).toBe(130);
    expectGone(stopped);
  });
});

describeWith(["tmux"], "the scrollback of a terminal", () => {
  const socket = (): string => join(home.folder, "tmux");
  const tmux = (...args: readonly string[]): string =>
    execFileSync("tmux", ["-S", socket(), "-f", "/dev/null", ...args], { encoding: "utf8" });

  afterAll(() => {
    tmux("kill-server");
  });

  const shows = async (text: string): Promise<void> => {
    for (let turn = 0; turn < 200; turn += 1) {
      if (tmux("capture-pane", "-p").includes(text)) return;
      await pause(100);
    }
    throw new Error(`"${text}" did not come; there is ${tmux("capture-pane", "-p")}`);
  };

  it("holds no name afterwards, neither of a short list nor of a long one", async () => {
    const env = Object.entries({ ...home.env, TERM: "screen" }).map(
      ([key, value]) => `${key}=${value}`,
    );
    const node = `exec node '${cliPath}' "$@"`;
    home.file("p", node);
    const shell = ["env", "-i", ...env, "PS1=ready ", "sh"];
    tmux("new-session", "-d", "-c", home.folder, "-x", "80", "-y", "20", ...shell);
    for (const [rows, key] of [
      ["20", "Enter"],
      ["8", "q"],
    ] as const) {
      tmux("resize-window", "-y", rows);
      await shows("ready");
      tmux("send-keys", "sh p list; echo left $?", "Enter");
      await shows("Sample Person 3");
      tmux("send-keys", key);
      await shows("left 0");
      const screen = tmux("capture-pane", "-p", "-S", "-");
      expect(screen).toContain("10 people.");
      expect(screen).not.toMatch(/Voorbeeld|Sample Person/u);
      tmux("send-keys", "clear", "Enter");
      tmux("clear-history");
    }
  });
});
