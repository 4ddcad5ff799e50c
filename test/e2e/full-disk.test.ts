/** A full disk: exit 6 and two lines, nothing acknowledged lost, nothing half written, and all well once there is room. */
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { createHome } from "../support/real-pledge.ts";
import type { Home, Ran } from "../support/real-pledge.ts";
import { sampleCampaign } from "../support/sample.ts";
import { fillDisk, mountAsRoot, smallDisk } from "../support/small-disk.ts";

interface OnDisk {
  readonly home: Home;
  readonly disk: string;
  readonly vault: string;
  readonly pledge: (...args: readonly string[]) => Ran;
}

/** A vault on a small disk of its own. */
const vaultOnDisk = (): OnDisk => {
  const home = createHome();
  const disk = smallDisk(2);
  const vault = join(disk, "vault");
  const pledge = (...args: readonly string[]): Ran => home.pledge(["--vault", vault, ...args]);
  const campaign = home.file("campaign.json", JSON.stringify(sampleCampaign));
  expect(pledge("init", "--kdf", "light", "--from", campaign)).toMatchObject({
    exitCode: 0,
    stderr: "",
  });
  return { home, disk, vault, pledge };
};

const peopleFile = ({ home }: OnDisk, round: number, length: number): string =>
  home.file(
    "people.jsonl",
    Array.from(
      { length },
      (_, n) => `{"name":"Sample Person ${round}/${n}","note":"${"n".repeat(500)}"}`,
    ).join("\n"),
  );

const count = ({ pledge }: OnDisk): number => {
  const { exitCode, stdout } = pledge("list", "--json");
  expect(exitCode).toBe(0);
  return (JSON.parse(stdout) as { readonly people: readonly unknown[] }).people.length;
};

/** What was printed, without the names of temporary folders. */
const told = (ran: Ran, { home, disk }: OnDisk): string =>
  `${ran.stdout}${ran.stderr.replaceAll(disk, "/disk").replaceAll(home.folder, "~")}[exit ${ran.exitCode}]`;

describeWith([mountAsRoot], "on a full disk", () => {
  it("adding goes on until there is no room, and keeps all that was acknowledged", () => {
    const place = vaultOnDisk();
    let acknowledged = 0;
    let last: Ran | undefined;
    for (let round = 0; round < 50 && last?.exitCode !== 6; round += 1) {
      last = place.pledge("add", "--json", "--from", peopleFile(place, round, 150));
      if (last.exitCode === 0) acknowledged += 150;
    }
    expect(told({ ...(last as Ran), stdout: "" }, place)).toMatchInlineSnapshot(`
      "{"v":1,"error":{"code":"disk-full","message":"the disk is full, so nothing was written to /disk/vault/vault.db","hint":"make room and try again; what was there before is untouched"}}
      [exit 6]"
    `);
    expect(last?.stdout).toBe("");
    expect(acknowledged).toBeGreaterThan(0);
    expect(count(place)).toBe(acknowledged);
    // What found room in the log only is read from there.
    expect(place.pledge("doctor", "--json").stdout).toContain('{"check":"rows","state":"good"}');
  });

  it.each([
    ["no room at all", 0, ["vault.db", "vault.db", "vault.db", "vault.db"]],
    // 32 KiB for the index of SQLite's log, and a page for one of the two files that a new header takes.
    [
      "room for the log and little else",
      36 * 1024,
      ["vault.db", "vault.json", "vault.db", "vault.json"],
    ],
  ])(
    "nothing is changed by what finds %s, and all goes well once there is more",
    (_, room, files) => {
      const place = vaultOnDisk();
      const { pledge, home, disk, vault } = place;
      expect(pledge("add", "--from", peopleFile(place, 0, 20)).exitCode).toBe(0);
      const header = readFileSync(join(vault, "vault.json"));
      const filler = fillDisk(disk, room);
      const commands = [
        ["add", "--from", peopleFile(place, 1, 20)],
        ["recovery", "new", "--yes"],
        ["backup", join(disk, "campaign.backup")],
        [
          "passphrase",
          "change",
          "--new-passphrase-file",
          home.file("new", "another sample passphrase"),
        ],
      ];
      for (const [index, command] of commands.entries()) {
        expect(told(pledge(...command), place), command[0]).toBe(
          `pledge: error: the disk is full, so nothing was written to /disk/vault/${files[index]}\n` +
            "pledge: hint: make room and try again; what was there before is untouched\n[exit 6]",
        );
      }
      expect(readdirSync(disk).toSorted()).toEqual(["filler", "vault"]);
      expect(readdirSync(vault).filter((name) => name.endsWith(".part"))).toEqual([]);
      for (const name of ["vault.json", "vault.json.bak"])
        expect(readFileSync(join(vault, name))).toEqual(header);
      rmSync(filler);
      expect(count(place)).toBe(20);
      expect(readdirSync(vault).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
      for (const command of commands)
        expect(pledge(...command), command[0]).toMatchObject({ exitCode: 0 });
    },
  );

  it("no backup is left of one that found no room, and none of a vault", () => {
    const home = createHome();
    const campaign = home.file("campaign.json", JSON.stringify(sampleCampaign));
    expect(home.pledge(["init", "--kdf", "light", "--from", campaign])).toMatchObject({
      exitCode: 0,
    });
    const backup = join(home.folder, "campaign.backup");
    expect(home.pledge(["backup", backup])).toMatchObject({ exitCode: 0 });
    const disk = smallDisk(1);
    const filler = fillDisk(disk);
    const place = { home, disk };
    const tried = [
      home.pledge(["backup", join(disk, "campaign.backup")]),
      home.pledge(["--vault", join(disk, "vault"), "restore", backup]),
      home.pledge([
        "--vault",
        join(disk, "new", "vault"),
        "init",
        "--kdf",
        "light",
        "--from",
        campaign,
      ]),
    ];
    expect(tried.map((ran) => told(ran, place as OnDisk)).join("\n")).toMatchInlineSnapshot(`
      "pledge: error: the disk is full, so nothing was written to /disk/campaign.backup
      pledge: hint: make room and try again; what was there before is untouched
      [exit 6]
      pledge: error: the disk is full, so nothing was written to /disk/vault
      pledge: hint: make room and try again; what was there before is untouched
      [exit 6]
      pledge: error: the disk is full, so nothing was written to /disk/new/vault/vault.json
      pledge: hint: make room and try again; what was there before is untouched
      [exit 6]"
    `);
    expect(readdirSync(disk)).toEqual(["filler"]);
    rmSync(filler);
    expect(home.pledge(["--vault", join(disk, "vault"), "restore", backup])).toMatchObject({
      exitCode: 0,
    });
  });

  it("somebody is forgotten all the same, and the traces go once there is room", () => {
    const place = vaultOnDisk();
    const { pledge, disk } = place;
    const added = pledge("add", "--json", "--from", peopleFile(place, 0, 300));
    const { added: people } = JSON.parse(added.stdout) as {
      readonly added: readonly { readonly id: string }[];
    };
    expect(people).toHaveLength(300);
    // Room for what a deletion puts into the log, and none for a second copy of the file.
    const filler = fillDisk(disk, 200 * 1024);
    const ran = pledge("forget", people[0]?.id ?? "", "--yes");
    expect(told(ran, place).replaceAll(people[0]?.id ?? "", "ID")).toMatchInlineSnapshot(`
      "pledge: error: what was erased is out of the vault, but traces may be left in /disk/vault/vault.db
      pledge: hint: end every other pledge, make room on the disk, then run "pledge doctor", which finishes it
      [exit 6]"
    `);
    rmSync(filler);
    expect(pledge("doctor", "--json").stdout).toContain('{"check":"erasure","state":"good"}');
    expect(count(place)).toBe(299);
  });
});
