/** A long letter on a real terminal: in `less`, on a screen that is gone afterwards. */
import { chmodSync, readdirSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";

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
  const zoe = { name, alias: "zoe", display: "named", actions: ["sign"] };
  must("add", "--from", home.file("people.json", JSON.stringify(zoe)));
  must("letter", "start", "employer-demands", "--name", "first");
  must("letter", "freeze", "first", "--yes");
  must("confirm", "zoe");
});

/** Previews the letter in a terminal of 15 rows, and says whether it is as it was before. */
const preview = (
  steps: readonly Step[],
  env: Readonly<Record<string, string>> = {},
): Promise<Shown> =>
  inTerminal(
    "sh",
    [
      "-c",
      `trap : INT; before=$(stty -g); node "$1" letter preview first; code=$?
       [ "$before" = "$(stty -g)" ] && echo in order; exit $code`,
      "sh",
      cliPath,
    ],
    steps,
    { env: { ...home.env, ...env }, cwd: home.folder, rows: 15 },
  );

describeWith(["script", "less", "stty"], "a letter that is longer than the terminal", () => {
  it("is read in less, which Ctrl-C does not end, and leaves no name and no file behind", async () => {
    const before = readdirSync(home.folder).toSorted();
    const { screen, exitCode } = await preview([
      { waitFor: /Dear Dana Roe[^]*q leaves/u, type: keys.ctrlC },
      { waitFor: /q leaves/u, type: "G" },
      { waitFor: /Voorbeeld[^]*q leaves/u, type: "q" },
    ]);
    expect(exitCode).toBe(0);
    expect(screen).toContain("in order");
    expect(screen.split(name)).toHaveLength(2);
    const at = screen.indexOf(name);
    expect(screen.slice(0, at)).toContain(alternateScreen);
    expect(screen.slice(0, at)).not.toContain(normalScreen);
    const afterwards = screen.slice(screen.lastIndexOf(normalScreen));
    expect(afterwards).toContain("1 person signed it");
    expect(readdirSync(home.folder).toSorted()).toEqual(before);
    expect(readdirSync(`${home.folder}/tmp`)).toEqual([]);
  });

  it("is printed, on a terminal in order, where the pager is killed or is not wanted", async () => {
    const dying = ["printf '\\033[?1049h' >/dev/tty", "stty raw -echo </dev/tty", "kill -9 $$"];
    const killed = home.file("killed", ["#!/bin/sh", ...dying, ""].join("\n"));
    chmodSync(killed, 0o700);
    for (const PAGER of [killed, "", "cat"]) {
      const { screen, exitCode } = await preview([], { PAGER });
      expect(exitCode, PAGER).toBe(0);
      expect(screen, PAGER).toContain("in order");
      expect(screen.split(name), PAGER).toHaveLength(2);
      expect(screen.includes(alternateScreen), PAGER).toBe(PAGER === killed);
      expect(screen.slice(screen.indexOf(name)), PAGER).not.toMatch(/\[\?1049/u);
      expect(screen.lastIndexOf(normalScreen)).toBeGreaterThanOrEqual(
        screen.lastIndexOf(alternateScreen),
      );
    }
  });
});
