import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { tallyLineText } from "../../../src/domain/tallies/write-tally.ts";
import { parseTally } from "../../../src/domain/tallies/parse-tally.ts";
import type { Tally } from "../../../src/domain/tallies/tally.ts";
import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, openpgp } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

let rowan: TestWorld;
let heron: TestWorld;
let wren: TestWorld;

const people = (count: number, first = 0): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      name: `Sample Name ${first + index}`,
      alias: `alias-${first + index}`,
      team: "cloud",
      role: "Sample role",
      contacts: [{ kind: "signal", value: "+15550100" }],
      assessment: 1,
      note: "Sample note",
      actions: ["sign", { action: "walkout", atLeast: 17 }],
    })),
  );

const add = (world: TestWorld, count: number, first = 0): Promise<string> =>
  done(world, "add", "--from", world.file("people.json", people(count, first)));

const at = (name: string): string => join(rowan.folder, name);

/** What a reader finds in a file of rowan's scratch folder. */
const opened = async (world: TestWorld, name: string): Promise<Tally> => {
  const { identity } = await insideOf(world);
  const unsealed = await openpgp.unseal(readFileSync(at(name)), identity.secret);
  if (!unsealed.ok) throw new Error(unsealed.failure.type);
  const tally = parseTally(unsealed.value.payload);
  if (!tally.ok) throw new Error(tally.failure.type);
  return tally.value;
};

const lastSeq = (): Promise<number> => rowan.inVault((vault) => vault.tallies.own()?.seq ?? 0);

const member = freshCommittee({
  founder: "rowan",
  joiners: ["heron", "wren"],
  turf: { heron: ["cloud"] },
});

beforeEach(() => {
  [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
});

describe("a tally on its way out", () => {
  it("is one file for everybody in the committee, and says so", async () => {
    await add(rowan, 6);
    expect(await rowan.transcript("tally", "export", "-o", at("rowan.tally"))).toBe(
      [
        "$ pledge tally export -o ~/rowan.tally",
        "Tally number 1, 6 people, for heron, wren and you.",
        "[exit 0]",
      ].join("\n"),
    );
    expect(statSync(at("rowan.tally")).mode & 0o777).toBe(0o600);
    for (const world of [rowan, heron, wren]) {
      const tally = await opened(world, "rowan.tally");
      expect([tally.seq, tally.prev, tally.asOf, tally.lines.length]).toEqual([
        1,
        undefined,
        "2026-11-22",
        6,
      ]);
    }
  });

  it("holds no name, contact, note, role, alias, assessment or exact condition", async () => {
    await add(rowan, 6);
    await done(rowan, "tally", "export", "-o", at("rowan.tally"));
    const payload = await rowan.inVault((vault) =>
      Buffer.from(vault.tallies.own()?.payload ?? []).toString("utf8"),
    );
    expect(payload).toContain('"atLeast":25');
    for (const secret of ["Sample", "alias-", "5550100", "assessment", '"atLeast":17']) {
      expect(payload).not.toContain(secret);
    }
  });

  it("goes to some only, and always to ourselves", async () => {
    await add(rowan, 6);
    const some = await done(rowan, "tally", "export", "--to", "heron", "-o", at("a"), "--json");
    expect(JSON.parse(some)).toEqual({
      v: 1,
      seq: 1,
      people: 6,
      readers: ["heron", "rowan"],
      file: at("a"),
    });
    const rest = await done(rowan, "tally", "export", "--without", "heron", "-o", at("b"));
    expect(rest).toBe("Tally number 2, 6 people, for wren and you.\n");
    expect((await opened(heron, "a")).to).toHaveLength(2);
    await expect(opened(wren, "a")).rejects.toThrow("seal-not-for-us");
    await expect(opened(heron, "b")).rejects.toThrow("seal-not-for-us");
    expect((await opened(wren, "b")).prev).not.toBeUndefined();
  });

  it("is for nobody whom the committee does not know", async () => {
    expect(await rowan.transcript("tally", "export", "--to", "kestrel", "-o", at("a"))).toBe(
      [
        "$ pledge tally export --to kestrel -o ~/a",
        "! pledge: error: nobody here has that handle",
        "! pledge: hint: the handles are heron and wren",
        "[exit 2]",
      ].join("\n"),
    );
    // Nobody can go without reading her own.
    const without = await rowan.pledge("tally", "export", "--without", "rowan", "-o", at("a"));
    expect(without.exitCode).toBe(2);
    expect([existsSync(at("a")), await lastSeq()]).toEqual([false, 0]);
  });

  it("is armored where its name ends in .asc, and on standard output", async () => {
    await done(rowan, "tally", "export", "-o", at("rowan.asc"));
    expect(rowan.read("rowan.asc")).toMatch(/^-----BEGIN PGP MESSAGE-----\n/u);
    const printed = await done(rowan, "tally", "export", "-o", "-");
    expect(printed).toMatch(/^-----BEGIN PGP MESSAGE-----\n[^]*-----END PGP MESSAGE-----\n$/u);
    const json = JSON.parse(await done(rowan, "tally", "export", "-o", "-", "--json")) as {
      readonly content: string;
    };
    expect(json.content).toMatch(/^-----BEGIN PGP MESSAGE-----\n/u);
    expect(await openpgp.dearmor(readFileSync(at("rowan.asc")))).toBeDefined();
  });

  it("shows its readers on the outside with --named only", async () => {
    await done(rowan, "tally", "export", "-o", at("hidden"));
    await done(rowan, "tally", "export", "--named", "-o", at("named"));
    const readers = async (name: string) =>
      (await openpgp.outside(readFileSync(at(name))))?.readers.filter((id) => id !== undefined);
    expect(await readers("hidden")).toHaveLength(0);
    expect(await readers("named")).toHaveLength(3);
  });

  it("takes no number and asks nothing where its file cannot be written", async () => {
    rowan.file("there", "something");
    const { exitCode, stderr } = await rowan.pledge("tally", "export", "-o", at("there"));
    expect([exitCode, stderr]).toEqual([6, expect.stringContaining("is there already")]);
    expect((await rowan.pledge("tally", "export", "-o", at("no/where"))).exitCode).toBe(6);
    expect(await lastSeq()).toBe(0);
    await done(rowan, "tally", "export", "--force", "-o", at("there"));
    expect((await opened(heron, "there")).seq).toBe(1);
  });
});

describe("a tally that was written before", () => {
  it("is written again under its number and to its readers, whatever changed since", async () => {
    await add(rowan, 6);
    await done(rowan, "tally", "export", "--to", "heron", "-o", at("first"));
    await add(rowan, 9, 100);
    expect(await done(rowan, "tally", "export", "--again", "-o", at("again"))).toBe(
      "Tally number 1, 6 people, for heron and you.\n",
    );
    expect(await opened(heron, "again")).toEqual(await opened(heron, "first"));
    await expect(opened(wren, "again")).rejects.toThrow("seal-not-for-us");
    // The file was lost after the number was taken: nothing of it is.
    const failed = await rowan.pledge("tally", "export", "--force", "-o", "/dev/full");
    expect(failed.exitCode).toBe(6);
    await done(rowan, "tally", "export", "--again", "-o", at("second"));
    const second = await opened(wren, "second");
    expect([second.seq, second.lines.length]).toEqual([2, 15]);
  });

  it("is what --named and --again were before unless they say otherwise", async () => {
    await done(rowan, "tally", "export", "--named", "-o", at("named"));
    await done(rowan, "tally", "export", "--again", "-o", at("again"));
    const outside = await openpgp.outside(readFileSync(at("again")));
    expect(outside?.readers.every((id) => id !== undefined)).toBe(true);
  });

  it("needs to be there, and goes with no other readers", async () => {
    expect(await rowan.transcript("tally", "export", "--again", "-o", at("a"))).toBe(
      [
        "$ pledge tally export --again -o ~/a",
        "! pledge: error: no tally has been written yet",
        '! pledge: hint: write one: "pledge tally export -o FILE"',
        "[exit 2]",
      ].join("\n"),
    );
    const other = await rowan.pledge("tally", "export", "--again", "--to", "heron", "-o", at("a"));
    expect([other.exitCode, other.stderr]).toEqual([2, expect.stringContaining("--again")]);
  });
});

describe("what would leave", () => {
  it("is printed in clear as it is sent, and nothing is written or counted", async () => {
    await add(rowan, 5);
    const args = ["tally", "export", "--show", "--to", "heron", "-o", at("a")];
    const { exitCode, stdout, stderr } = await rowan.pledge(...args);
    expect([exitCode, stderr]).toEqual([0, "Nothing was written: --show only shows.\n"]);
    expect([existsSync(at("a")), await lastSeq()]).toEqual([false, 0]);
    await done(rowan, "tally", "export", "--to", "heron", "-o", at("a"));
    const lines = (await opened(heron, "a")).lines.map((line) => tallyLineText(line));
    expect(stdout).toBe(
      [
        "Tally number 1 of rowan, as of 2026-11-22, by number 1 of the committee file.",
        "To be read by heron and you, and by nobody else.",
        "It tells of 5 people without a name, a line each, exactly so:",
        ...lines,
        "",
      ].join("\n"),
    );
  });

  it("is one JSON document, as it is sent", async () => {
    await add(rowan, 5);
    const shown = JSON.parse(await done(rowan, "tally", "export", "--show", "--json")) as {
      readonly header: Record<string, unknown>;
      readonly lines: readonly unknown[];
    };
    await done(rowan, "tally", "export", "-o", at("a"));
    const payload = await rowan.inVault((vault) =>
      Buffer.from(vault.tallies.own()?.payload ?? []).toString("utf8"),
    );
    const [header, ...lines] = payload.split("\n").slice(0, 6);
    expect(shown.lines).toEqual(lines.map((line) => JSON.parse(line) as unknown));
    const { root, ...sent } = JSON.parse(header ?? "") as Record<string, unknown>;
    // The commitments are salted anew each time.
    expect(shown.header["root"]).not.toBe(root);
    expect(shown.header).toMatchObject(sent);
  });
});
