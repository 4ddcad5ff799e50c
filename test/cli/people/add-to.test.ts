/** `pledge add --to`: a worker without a vault tells an organizer, who takes it in with `add --from`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const organizer = async (): Promise<{ readonly world: TestWorld; readonly joinFile: string }> => {
  const world = await testWorld();
  await world.init();
  const joinFile = join(world.folder, "rowan.join");
  expect((await world.pledge("key", "export", "-o", joinFile)).exitCode).toBe(0);
  return { world, joinFile };
};

const worker = (): Promise<TestWorld> => testWorld({ seed: 5 });

const told = [
  {
    name: "Ana Sample",
    team: "Cloud",
    role: "SRE",
    actions: ["sign", { action: "walkout", atLeast: 30 }],
    display: "named",
  },
  { name: "Bo Sample", team: "the night shift", actions: ["strike"], note: "ask on Monday" },
];

const blockFrom = async (joinFile: string, people: readonly object[] = told): Promise<string> => {
  const world = await worker();
  const file = world.file("people.json", JSON.stringify(people));
  const { stdout, exitCode } = await world.pledge("add", "--to", joinFile, "--from", file);
  expect(exitCode).toBe(0);
  return stdout;
};

describe("add --to", () => {
  it("makes one block for a messenger, and leaves nothing behind", async () => {
    const { joinFile } = await organizer();
    const world = await worker();
    world.answers(["Ana Sample", "Cloud", ["sign", "walkout"], "30", "named", ""]);
    const { stdout, stderr, exitCode } = await world.pledge("add", "--to", joinFile);
    expect(exitCode).toBe(0);
    expect(stdout.length).toBeLessThan(2000);
    expect(stdout).toMatch(/^-----BEGIN PGP MESSAGE-----\n[^]+-----END PGP MESSAGE-----\n$/u);
    expect(stderr).toMatch(/^1 person, for rowan to read and for nobody else\.\n/u);
    expect(stderr).toMatch(/\n(?:[a-z]+ ){14}[a-z]+\n/u);
    expect(world.said().join("\n")).toMatch(/Pledge code [0-9A-Z-]{19}: theirs to keep/u);
    expect((await world.pledge("status")).exitCode).toBe(4);
  });

  it("asks at most five questions a person, three of them answered by Enter", async () => {
    const { joinFile } = await organizer();
    const world = await worker();
    world.answers(["Ana Sample", "", ["sign"], "", "", ""]);
    await world.pledge("add", "--to", joinFile);
    expect(world.questions()).toEqual([
      "Name (Enter alone ends; a + after the name asks for more)",
      "Team, as you call it (Enter = not said)",
      "What will they do? (none = no pledge yet)",
      "Once how many are in? (30, or 30% of the unit; Enter = no condition)",
      "How may the letter show them?",
      "Name (Enter alone ends; a + after the name asks for more)",
    ]);
  });

  it("gives no block where nobody was named", async () => {
    const { joinFile } = await organizer();
    const world = await worker();
    world.answers([""]);
    expect(await world.transcript("add", "--to", joinFile, "--json")).toMatch(
      /\{"v":1,"people":0,"block":null\}\n\[exit 0\]$/u,
    );
  });

  it("names every fault of a file at once", async () => {
    const { joinFile } = await organizer();
    const world = await worker();
    const file = world.file("people.json", '[{"team":"x"},{"name":"Bo","assessment":1}]');
    const { stdout, stderr, exitCode } = await world.pledge(
      "add",
      "--to",
      joinFile,
      "--from",
      file,
    );
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 5 });
    expect(stderr).toMatch(/name/u);
    expect(stderr).toMatch(/assessment/u);
  });

  it("refuses what is no certificate, and a file that is not there", async () => {
    const world = await worker();
    const file = world.file("people.json", JSON.stringify(told));
    const wrong = await world.pledge("add", "--to", file, "--from", file);
    expect(wrong.exitCode).toBe(5);
    const missing = await world.pledge("add", "--to", join(world.folder, "no.join"));
    expect(missing.exitCode).toBe(6);
  });
});

describe("add --from a block", () => {
  it("shows who is in it before anything is kept, and that nobody signed it", async () => {
    const { world, joinFile } = await organizer();
    const block = world.file("block.txt", await blockFrom(joinFile));
    world.answers([true]);
    const { stdout, exitCode } = await world.pledge("add", "--from", block);
    expect({ stdout, exitCode }).toEqual({ stdout: "2 people added.\n", exitCode: 0 });
    expect(world.said().join("\n")).toBe(
      [
        "2 people in this block. Nobody signed it: whoever has your join file could have made it.",
        "  Ana Sample (Cloud): sign, walkout once 30 are in",
        "  Bo Sample (the night shift): strike",
      ].join("\n"),
    );
    const summaries = await world.inVault((vault) => vault.people.summaries());
    expect(summaries.map(({ person }) => [person.name, person.team, person.note])).toEqual([
      ["Ana Sample", "cloud", undefined],
      ["Bo Sample", undefined, "ask on Monday\nTeam, as told: the night shift"],
    ]);
    expect(summaries[0]?.pledges.map(({ action, display }) => [action, display])).toEqual([
      ["sign", "named"],
      ["walkout", "named"],
    ]);
  });

  it("keeps nothing after a no, and asks nobody where nobody can be asked", async () => {
    const { world, joinFile } = await organizer();
    const block = world.file("block.txt", await blockFrom(joinFile));
    world.answers([false]);
    expect(await world.pledge("add", "--from", block)).toMatchObject({
      exitCode: 1,
      stdout: "Nothing was taken in.\n",
    });
    expect((await world.pledge("add", "--from", block)).exitCode).toBe(2);
    expect(await world.inVault((vault) => vault.people.count())).toBe(0);
    expect((await world.pledge("add", "--from", block, "--yes")).exitCode).toBe(0);
    expect(await world.inVault((vault) => vault.people.count())).toBe(2);
  });

  it("finds the block in what a messenger made of it", async () => {
    const { world, joinFile } = await organizer();
    const block = (await blockFrom(joinFile)).split("\n").map((line) => `> ${line}  `);
    const pasted = `On Friday somebody wrote:\r\n${block.join("\r\n")}\r\nSent from my phone`;
    const file = world.file("pasted.txt", pasted);
    expect((await world.pledge("add", "--from", file, "--yes")).exitCode).toBe(0);
    expect(await world.inVault((vault) => vault.people.count())).toBe(2);
  });

  it("refuses a block for somebody else, a damaged one, and one that is another kind of file", async () => {
    const { world, joinFile } = await organizer();
    const other = await organizer();
    const foreign = world.file("foreign.txt", await blockFrom(other.joinFile));
    const refused = await world.pledge("add", "--from", foreign, "--yes", "--json");
    expect(refused.exitCode).toBe(5);
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: "seal-not-for-us" } });
    const block = await blockFrom(joinFile);
    const lines = block.split("\n");
    const middle = Math.floor(lines.length / 2);
    const damaged = lines.map((line, at) => (at === middle ? line.replace(/^./u, "_") : line));
    const broken = world.file("broken.txt", damaged.join("\n"));
    expect((await world.pledge("add", "--from", broken, "--yes")).exitCode).toBe(5);
    expect(await world.inVault((vault) => vault.people.count())).toBe(0);
  });

  it("takes a date from east of here as today", async () => {
    const { world, joinFile } = await organizer();
    const block = await blockFrom(joinFile, [{ name: "Ana", date: "2026-11-23" }]);
    const file = world.file("block.txt", block);
    expect((await world.pledge("add", "--from", file, "--yes")).exitCode).toBe(0);
    const added = await world.inVault((vault) => vault.people.summaries()[0]?.person.addedOn);
    expect(added).toBe("2026-11-22");
    expect(readFileSync(file, "utf8")).toBe(block);
  });
});
