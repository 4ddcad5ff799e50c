/** The shell and the menu in a real terminal: one unlock, and an empty screen afterwards. */
import { beforeAll, expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { inTerminal, keys } from "../support/pseudo-terminal.ts";
import type { Step } from "../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { passphrase, sampleCampaign } from "../support/sample.ts";

let home: Home;
let env: Readonly<Record<string, string>>;

beforeAll(() => {
  home = createHome();
  home.pledge(["init", "--from", home.file("campaign.json", JSON.stringify(sampleCampaign))]);
  // Typed here, not read from a file.
  const { PLEDGE_PASSPHRASE_FILE: _, ...rest } = home.env;
  env = rest;
});

const emptied = "\u001B[H\u001B[2J\u001B[3J";

const run = (args: readonly string[], steps: readonly Step[]) =>
  inTerminal("node", [cliPath, ...args], steps, { env, cwd: home.folder, rows: 24, columns: 80 });

const unlocking: Step = { waitFor: /Passphrase of the vault/u, type: `${passphrase}${keys.enter}` };

describeWith(["script"], "a terminal", () => {
  it("takes many commands in a shell on one unlock, and is empty afterwards", async () => {
    const list = home.file("people.json", '[{"name":"Ana","actions":["sign"]}]');
    const { screen, exitCode } = await run(
      ["shell"],
      [
        unlocking,
        { waitFor: /pledge> $/u, type: `add --from ${list}${keys.enter}` },
        { waitFor: /1 person added\.[^]*pledge> $/u, type: "ass\t" },
        { waitFor: /assess $/u, type: `x${keys.ctrlC}` },
        { waitFor: /\^C[^]*pledge> $/u, type: keys.ctrlC },
        { waitFor: /Ctrl-D or exit leaves\.[^]*pledge> $/u, type: "statu\t" },
        { waitFor: /status $/u, type: keys.enter },
        { waitFor: /as of[^]*pledge> $/u, type: keys.ctrlD },
      ],
    );
    expect(exitCode).toBe(0);
    expect(screen.trimEnd().endsWith(emptied)).toBe(true);
    expect(screen.match(/Unlocked\./gu)).toHaveLength(1);
    expect(screen).not.toContain(passphrase);
  });

  it("offers a menu to whoever types pledge alone", async () => {
    const { screen, exitCode } = await run(
      [],
      [
        unlocking,
        { waitFor: /What next\?[^]*14\. Leave/u, type: `7${keys.enter}` },
        { waitFor: /The same, typed: pledge status[^]*as of[^]*What next\?/u, type: keys.ctrlC },
      ],
    );
    expect(exitCode).toBe(0);
    expect(screen.trimEnd().endsWith(emptied)).toBe(true);
  });

  it("has no menu where output goes elsewhere", () => {
    const { stdout, exitCode } = home.pledge([]);
    expect(stdout).toContain("Usage: pledge");
    expect(exitCode).toBe(0);
  });
});
