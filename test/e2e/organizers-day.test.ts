/**
 * An organizer's day in one sitting at a terminal, through the menu alone: five people, where one of them stands, a
 * list with columns nobody knows, which is taken back, two records that are one person, and a pledge that is taken back.
 */
import { beforeAll, expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { inTerminal, keys } from "../support/pseudo-terminal.ts";
import type { Step } from "../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { passphrase, sampleCampaign } from "../support/sample.ts";

let home: Home;

beforeAll(() => {
  home = createHome();
  home.pledge(["init", "--from", home.file("campaign.json", JSON.stringify(sampleCampaign))]);
});

const { enter } = keys;

const menu = (number: number): Step => ({
  waitFor: /What next\?[^]*14\. Leave[^]*Enter chooses\./u,
  type: `${number}${enter}`,
});

/** Somebody in the first team who signs, without a condition, as a number. */
const person = (name: string, index: number): readonly Step[] => [
  { waitFor: /\? Name[^\n]*$/u, type: `${name}${enter}` },
  // The team of the one before is offered.
  ...(index === 0 ? [{ waitFor: /> 1\. no team[^]*Enter chooses\./u, type: "2" }] : []),
  { waitFor: /> 2\. Cloud[^]*Enter chooses\./u, type: enter },
  { waitFor: /What will they do\?[^]*none is fine\./u, type: "1" },
  { waitFor: /\[x\] 1\./u, type: enter },
  { waitFor: /Once how many are in\?/u, type: enter },
  { waitFor: /How may the letter show them\?[^]*Enter chooses\./u, type: enter },
];

const choosing = (typed: string, found: RegExp): readonly Step[] => [
  { waitFor: /Who is it\?[^]*Ctrl-C leaves/u, type: typed },
  { waitFor: found, type: enter },
];

const people = ["Ana Gómez", "Gómez, Ana", "Bo Sample", "Cy Sample", "Di Sample"];

describeWith(["script"], "an organizer's day", () => {
  it("goes from an empty vault to what was meant, at one unlock", async () => {
    const list = home.file("list.csv", "Wer,Wo\nEd Sample,Oslo\nFi Sample,Rom\n");
    const { PLEDGE_PASSPHRASE_FILE: _, ...env } = home.env;
    const { screen, exitCode } = await inTerminal(
      "node",
      [cliPath],
      [
        { waitFor: /Passphrase of the vault/u, type: `${passphrase}${enter}` },
        menu(1),
        ...people.flatMap(person),
        { waitFor: /\? Name[^\n]*$/u, type: enter },
        // Where Bo stands: the second choice.
        menu(3),
        ...choosing("bo", /> Bo Sample/u),
        { waitFor: /Where do they stand[^]*Enter chooses\./u, type: `2${enter}` },
        { waitFor: /How do you know\?[^]*Enter chooses\./u, type: enter },
        menu(8),
        { waitFor: /What about lists\?[^]*Enter chooses\./u, type: `1${enter}` },
        { waitFor: /Which file is the list\?/u, type: `${list}${enter}` },
        { waitFor: /Which column holds the names\?[^]*Enter chooses\./u, type: enter },
        { waitFor: /Do the columns mean this\?[^]*Enter chooses\./u, type: enter },
        { waitFor: /Add 2 people\?/u, type: `yes${enter}` },
        menu(8),
        { waitFor: /What about lists\?[^]*Enter chooses\./u, type: `2${enter}` },
        { waitFor: /Take all of it back\?/u, type: `yes${enter}` },
        menu(8),
        { waitFor: /What about lists\?[^]*Enter chooses\./u, type: `3${enter}` },
        { waitFor: /Are they the same person\?[^]*Enter chooses\./u, type: `1${enter}` },
        menu(5),
        ...choosing("cy", /> Cy Sample/u),
        { waitFor: /takes back: sign\. Is that right\?/u, type: `yes${enter}` },
        menu(14),
      ],
      { env, cwd: home.folder, columns: 80, rows: 24, timeoutMs: 60_000 },
    );
    expect(exitCode).toBe(0);
    expect(screen).not.toContain(passphrase);
    expect(screen).toContain("2 people added, 0 people changed.");
    expect(screen).toContain("2 people taken out");
    const { people: kept } = JSON.parse(home.pledge(["list", "--json"]).stdout) as {
      readonly people: readonly Record<string, unknown>[];
    };
    expect(
      kept.map(({ name, assessment, pledges }) => [
        name,
        assessment ?? null,
        (pledges as readonly { state: string }[]).map(({ state }) => state).join(),
      ]),
    ).toEqual(
      // Which of the two records of Ana is the first one is chance, and so is where her name stands.
      expect.arrayContaining([
        [expect.stringMatching(/Ana/u), null, "pledged"],
        ["Bo Sample", 2, "pledged"],
        ["Cy Sample", null, "withdrawn"],
        ["Di Sample", null, "pledged"],
      ]),
    );
    expect(kept).toHaveLength(4);
  });
});
