/** The tour as a newcomer sees it: real processes, one screen and a half, and a vault to play with. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home, Ran } from "../support/real-pledge.ts";
import { samplePeople } from "../templates/sample.ts";

describe("pledge demo", () => {
  let home: Home;
  let tour: Ran;
  beforeAll(() => {
    home = createHome();
    mkdirSync(join(home.folder, "demo-output"));
    home.file("demo-output/mine", "kept");
    tour = home.pledge(["demo"]);
  });

  it("plays to its end without a question or a word on stderr", () => {
    expect(tour).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("takes at most ninety-two lines", () => {
    expect(tour.stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(92);
  });

  it("shows the three acts, the letter's first paragraph, and what the employer gets", () => {
    expect(tour.stdout).toMatch(/^1\. THREE ORGANIZERS/u);
    expect(tour.stdout).toMatch(/ {2}sign .* \d+-\d+ .* away$/mu);
    expect(tour.stdout).toMatch(/From 3 organizers: rowan \(you\), alder today, juniper today/u);
    expect(tour.stdout).toMatch(/sign: \d+ more brings? in \d+ who waits?/u);
    expect(tour.stdout).toMatch(/we demand/u);
    expect(tour.stdout).toMatch(/for 24 names: 0 found/u);
    expect(tour.stdout).toMatch(
      /3 tallies with 23 lines, and a staff list of 10,000: 0 names found/u,
    );
    expect(tour.stdout).toMatch(/flipped\.tally: refused/u);
    expect(tour.stdout).toMatch(/alder\.tally: .* here already/u);
    expect(tour.stdout).toMatch(/the passphrase does not open this vault/u);
    expect(tour.stdout).toMatch(/BAD +the database is damaged/u);
  });

  it("leaves a vault with its passphrase, for its owner alone, and commands that work", () => {
    const left = join(home.folder, "demo-output-2");
    expect(statSync(left).mode & 0o077).toBe(0);
    expect(statSync(join(left, "passphrase")).mode & 0o077).toBe(0);
    const commands = tour.stdout.trimEnd().split("\n").slice(-5);
    expect(commands).toHaveLength(5);
    const ran = spawnSync("sh", ["-ec", commands.join("\n")], {
      cwd: home.folder,
      env: { PATH: home.env["PATH"], HOME: home.folder, NO_COLOR: "1" },
      encoding: "utf8",
    });
    expect(ran.status).toBe(0);
    const [list] = ran.stdout.split("Sample campaign");
    const ofRowan = samplePeople().filter(({ team }) => team === "cloud" || team === undefined);
    expect(ofRowan.length).toBeGreaterThan(5);
    for (const { name } of ofRowan) expect(list).toContain(name.split(" ")[0]);
    expect(ran.stdout).toMatch(/A member who also has the staff list:/u);
  });

  it("leaves nothing else behind, and no name outside the letters it wrote", () => {
    expect(existsSync(join(home.folder, "tmp"))).toBe(true);
    const leftInTemporary = spawnSync("ls", ["-A", join(home.folder, "tmp")], {
      encoding: "utf8",
    }).stdout;
    expect(leftInTemporary).toBe("");
    const html = readFileSync(join(home.folder, "demo-output-2/letter.html"), "utf8");
    for (const { name, display } of samplePeople())
      if (display !== "named") expect(html).not.toContain(name);
  });

  it("never touches a folder of that name that is somebody else's", () => {
    expect(readdirSync(join(home.folder, "demo-output"))).toEqual(["mine"]);
    expect(readFileSync(join(home.folder, "demo-output/mine"), "utf8")).toBe("kept");
  });
});

describe("pledge --help", () => {
  it("fits a screen of forty lines, in four groups", () => {
    const { stdout, exitCode } = createHome().pledge(["--help"]);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
    const groups = [...stdout.matchAll(/^(?<name>[A-Z][a-z ]+):$/gmu)].map(
      (match) => match.groups?.["name"],
    );
    expect(groups).toEqual(["Every day", "Letters", "Committee", "Vault"]);
  });

  it("goes through a pipe that closes early in two lines and with the disk's code", () => {
    const home = createHome();
    home.file(
      "people.jsonl",
      Array.from({ length: 3000 }, (_, n) => JSON.stringify({ name: `Sample ${n}` })).join("\n"),
    );
    home.file(
      "campaign.json",
      JSON.stringify({ campaign: "c", employer: "e", organizer: "rowan", unit: { size: 9 } }),
    );
    expect(home.pledge(["init", "--kdf", "light", "--from", "campaign.json"]).exitCode).toBe(0);
    expect(home.pledge(["add", "--from", "people.jsonl"]).exitCode).toBe(0);
    const piped = `'${process.execPath}' '${cliPath}' list; echo "exit $?" >&2`;
    const ran = spawnSync("bash", ["-c", `{ ${piped}; } | head -1`], {
      cwd: home.folder,
      env: home.env,
      encoding: "utf8",
    });
    expect(ran.stdout.split("\n")).toHaveLength(2);
    expect(ran.stderr).toMatchInlineSnapshot(`
      "3,000 people. All about one of them: pledge show ID
      pledge: error: whatever read our output stopped before the end
      pledge: hint: run it again without the pipe to see everything; what the command did to the vault is done
      exit 6
      "
    `);
  });
});
