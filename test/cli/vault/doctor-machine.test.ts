/** What `pledge doctor` says of the machine, and of names that lie about on it. Sample people. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { carry, committeeOf, done } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const started = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await world.init();
  const people = [{ name: "Ana Gómez", contacts: [{ kind: "signal", value: "+15550100" }] }];
  await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
  await world.pledge("backup", join(world.folder, "a.backup"));
  await world.pledge("recovery", "new", "--yes");
  return world;
};

const unwell = async (world: TestWorld): Promise<string> =>
  (await world.transcript("doctor"))
    .split("\n")
    .filter((line) => !line.startsWith("ok "))
    .join("\n");

describe("pledge doctor", () => {
  it("finds nothing on a machine where nothing is wrong", async () => {
    expect(await unwell(await started())).toBe("$ pledge doctor\n[exit 0]");
  });

  it("says who runs the machine, where names lie about, and what to do about each; never a name", async () => {
    const world = await started();
    world.withMachine({
      swap: () => ({ state: "plain", on: ["/dev/sda2"] }),
      coreDumps: () => "on",
      agents: () => ["CrowdStrike Falcon", "Jamf"],
      histories: () => [
        { path: "/home/sample/.bash_history", text: "ls\npledge find Ana Gómez\ncall 15550100\n" },
        { path: "/home/sample/.zsh_history", text: "ls\n" },
      ],
      lists: () => [
        { path: "/home/sample/people.csv", text: "Name,Phone\nana gomez,1" },
        { path: "/home/sample/other.csv", text: "Name,Phone\nSomebody Else,1" },
      ],
    });
    const said = await unwell(world);
    expect(said).toMatchInlineSnapshot(`
      "$ pledge doctor
      note what is in memory may be written to /dev/sda2, which is not known to be
           encrypted
           encrypt the disk and its swap (LUKS), or turn swap off: swapoff -a, as root
      note a crash would write memory to a disk
           turn that off in the shell from which you start pledge: ulimit -c 0
      BAD  somebody runs or watches this machine, by CrowdStrike Falcon and Jamf:
           whoever does sees what you type, and nothing in pledge helps against that
           carry a backup to a machine of your own, then destroy what is here: pledge
           purge
      BAD  somebody in the vault is named in /home/sample/.bash_history (line 2 and 1
           more)
           close other shells, delete these lines in an editor, and never type a name
           after a command: pledge asks for it
      BAD  people in the vault are named in plain text in /home/sample/people.csv
           delete what is not needed any more, also from the bin; on an SSD that
           leaves traces, which an encrypted disk hides
      [exit 1]"
    `);
    expect(said).not.toMatch(/g[oó]mez|15550100/iu);
    const { stdout } = await world.pledge("doctor", "--json");
    expect(stdout).not.toMatch(/g[oó]mez|15550100/iu);
    expect(stdout).toContain('"in":[{"path":"/home/sample/.bash_history","lines":[2,3]}]');
  });

  it("says so where something cannot be seen", async () => {
    const world = await started();
    world.withMachine({ swap: () => ({ state: "unknown" }), coreDumps: () => "unknown" });
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      note whether memory is swapped to a disk in plain text cannot be seen here
           encrypt the whole disk
      note whether a crash writes memory to a disk cannot be seen here
           to be sure: ulimit -c 0 in the shell from which you start pledge
      [exit 0]"
    `);
  });

  it("warns of a git work tree and of a folder that is copied elsewhere", async () => {
    const world = await testWorld();
    for (const place of [".git", "Dropbox"]) {
      const folder = join(world.folder, place, "vault");
      const campaign = world.file(
        "c.json",
        JSON.stringify((await import("../../support/world.ts")).sampleCampaign),
      );
      await world.pledge("--vault", folder, "init", "--from", campaign);
      const { stdout, exitCode } = await world.pledge("--vault", folder, "doctor");
      expect(exitCode).toBe(1);
      expect(stdout).toContain(place === ".git" ? "a git work tree" : "that Dropbox copies");
    }
  });

  it("looks at nothing but the vault and its files with --quick", async () => {
    const world = await started();
    world.withMachine({
      agents: () => {
        throw new Error("looked at");
      },
    });
    const { stdout, exitCode } = await world.pledge("doctor", "--quick");
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\([a-z ]+\)/u, "(WORDS)")).toMatchInlineSnapshot(`
      "ok   the vault opens
      ok   nothing is left of who was forgotten
      ok   vault.json has its copy
      ok   only you can read its files
      ok   its files are yours
      ok   no killed command left anything behind
      ok   there is a way in without the passphrase: words, or shares
      ok   it stands at change 3 (WORDS): to be noted elsewhere
      "
    `);
  });

  it("offers the purge whose day has come, and says what is held", async () => {
    const world = await started();
    await world.pledge("purge", "--after", "2026-12-01");
    world.today("2026-12-02");
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      note What is here was to be kept until 2026-12-01. To destroy it: "pledge
           purge"; the names alone: "pledge purge --names"; to keep it longer: "pledge
           purge --after DAY".
      [exit 0]"
    `);
    await world.pledge("hold", "on");
    expect(await unwell(world)).toMatchInlineSnapshot(`
      "$ pledge doctor
      note nothing may be deleted here since 2026-12-02
      [exit 0]"
    `);
  });

  it("notices by others' tallies that an older copy of the vault was put back", async () => {
    const { rowan, heron } = await committeeOf({ founder: "rowan", joiners: ["heron"] });
    if (rowan === undefined || heron === undefined) throw new Error("no committee");
    const before = join(rowan.folder, "before.backup");
    await done(rowan, "backup", before);
    const life = (stdout: string): unknown =>
      (
        JSON.parse(stdout) as { readonly findings: readonly { readonly check: string }[] }
      ).findings.find(({ check }) => check === "life");
    const { cpSync } = await import("node:fs");
    const old = join(rowan.folder, "old");
    cpSync(rowan.vaultFolder, old, { recursive: true });
    await done(rowan, "tally", "export", "-o", join(rowan.folder, "rowan.tally"), "--yes");
    await done(heron, "merge", carry(rowan, heron, "rowan.tally"));
    await done(heron, "tally", "export", "-o", join(heron.folder, "heron.tally"), "--yes");
    const theirs = carry(heron, rowan, "heron.tally");
    await rowan.pledge("merge", theirs);
    expect(life((await rowan.pledge("doctor", "--json")).stdout)).toEqual({
      check: "life",
      state: "good",
    });
    await rowan.pledge("--vault", old, "merge", theirs);
    const put = await rowan.pledge("--vault", old, "doctor", "--json");
    expect(life(put.stdout)).toEqual({ check: "life", state: "rolled-back" });
    expect(put.exitCode).toBe(1);
  });
});
