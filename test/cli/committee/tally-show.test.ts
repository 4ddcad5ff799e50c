import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { Incarnation } from "../../../src/domain/tallies/tally.ts";
import { carry, done } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { fileOf, insideOf, lineOf, put } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });

let rowan: TestWorld;
let heron: TestWorld;

beforeEach(() => {
  [rowan, heron] = [member("rowan"), member("heron")];
  rowan.today("2026-11-22");
});

const anotherLife = "11111111-1111-4111-8111-111111111111" as Incarnation;

/** Writes a tally of one and merges it into the vault of the other. */
const send = async (from: TestWorld, to: TestWorld, ...more: readonly string[]): Promise<void> => {
  await done(from, "tally", "export", "-o", join(from.folder, "sent"), "--force", ...more);
  await done(to, "merge", carry(from, to, "sent", "received"));
};

const mergeForged = async (changes: Parameters<typeof fileOf>[1]): Promise<void> => {
  const { exitCode } = await rowan.pledge(
    "merge",
    put(rowan, "forged", await fileOf(await insideOf(heron), changes)),
  );
  expect(exitCode).toBeLessThan(2);
};

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

const sources = async (world: TestWorld): Promise<readonly string[]> => {
  const shown = JSON.parse(await done(world, "tally", "show", "--json")) as {
    readonly sources: readonly {
      readonly handle: string;
      readonly seq: number;
      readonly state: string;
    }[];
  };
  return shown.sources.map(({ handle, seq, state }) => `${handle} ${seq} ${state}`);
};

const vaultStands = async (world: TestWorld): Promise<unknown> =>
  (JSON.parse(await done(world, "tally", "show", "--json")) as { readonly vault: unknown }).vault;

describe("whose tallies are here", () => {
  it("is told a line each, ours first, with who has sent nothing yet", async () => {
    rowan.today("2026-12-10");
    await send(heron, rowan);
    await done(rowan, "add", "--from", rowan.file("people.json", signing(6)));
    await done(rowan, "tally", "export", "-o", "-");
    await done(rowan, "add", "--from", rowan.file("people.json", signing(6, "ads", 50)));
    expect(await rowan.transcript("tally", "show")).toBe(
      [
        "$ pledge tally show",
        "rowan (you): 12 people now; number 1 sent on 2026-12-10",
        "heron: 0 people, 18 days ago (2026-11-22), number 1; old, ask for a new one",
        "wren: nothing yet",
        "[exit 0]",
      ].join("\n"),
    );
  });

  it("has exactly the members of its format as JSON", async () => {
    await send(heron, rowan);
    const [us, them] = [await insideOf(rowan), await insideOf(heron)];
    const source = ({ identity }: typeof us, seq: number) => ({
      handle: identity.handle,
      fingerprint: identity.fingerprint,
      incarnation: identity.incarnation,
      seq,
      asOf: "2026-11-22",
      days: seq === 0 ? null : 0,
      old: false,
      people: 0,
      state: "live",
      you: identity.handle === "rowan",
    });
    expect(JSON.parse(await done(rowan, "tally", "show", "--json"))).toStrictEqual({
      v: 1,
      leftOut: [],
      sources: [source(us, 0), source(them, 1)],
      forks: [],
      contradictions: [],
      above: [],
      agreements: [],
      relayed: [],
      notYet: ["wren"],
      vault: "current",
      audits: [],
    });
  });

  it("needs a committee", async () => {
    const alone = await testWorld();
    await alone.init();
    for (const args of [
      ["tally", "show"],
      ["tally", "export", "-o", "a"],
      ["merge", alone.folder],
      ["exchange", alone.folder],
    ]) {
      const { exitCode, stderr } = await alone.pledge(...args);
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining("in no committee yet")]);
    }
  });
});

describe("what contradicts something", () => {
  it("is a fork with the hashes of both copies", async () => {
    await send(heron, rowan);
    await mergeForged({ lines: [lineOf("a")] });
    expect(await sources(rowan)).toEqual(["rowan 0 live", "heron 1 forked"]);
    const { forks } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
      readonly forks: readonly { readonly sha256: readonly string[] }[];
    };
    expect(forks).toMatchObject([{ handle: "heron", seq: 1 }]);
    const [fork] = forks;
    const hashes = (fork?.sha256 ?? []).map((hash) => hash.slice(0, 16));
    expect(hashes).toHaveLength(2);
    const text = flat(await done(rowan, "tally", "show"));
    expect(text).toContain(`different tallies under number 1: ${hashes.join(" and ")}.`);
  });

  it("is two copies of one vault side by side", async () => {
    await send(heron, rowan);
    await mergeForged({ incarnation: anotherLife });
    expect(await sources(rowan)).toEqual(["rowan 0 live", "heron 1 forked", "heron 1 forked"]);
    expect(flat(await done(rowan, "tally", "show"))).toContain(
      "heron: 2 copies of one vault are in use side by side, and what they agree on is counted.",
    );
  });

  it("is no life that a later one has taken the place of", async () => {
    await send(heron, rowan);
    const { identity } = await insideOf(heron);
    await mergeForged({ incarnation: anotherLife, supersedes: [identity.incarnation] });
    expect((await sources(rowan)).toSorted()).toEqual([
      "heron 1 live",
      "heron 1 superseded",
      "rowan 0 live",
    ]);
  });

  it("is two lists that say different things of the same people, by organizer", async () => {
    await done(rowan, "add", "--from", rowan.file("people.json", signing(4)));
    const codes = await rowan.inVault((vault) =>
      vault.people.summaries().map(({ person }) => person.code),
    );
    const same = codes.map((code, index) => ({
      name: `Somebody ${index}`,
      team: "ads",
      actions: ["sign"],
      code,
    }));
    await done(heron, "add", "--from", heron.file("people.json", JSON.stringify(same)));
    await send(heron, rowan);
    expect(await done(rowan, "tally", "show")).toContain(
      "you and heron say different things of 4 people: compare your lists.",
    );
    const { contradictions } = JSON.parse(await done(rowan, "tally", "show", "--json")) as Record<
      string,
      unknown
    >;
    expect(contradictions).toEqual([
      { handles: expect.arrayContaining(["heron", "rowan"]), people: 4 },
    ]);
  });
});

describe("a vault that was rolled back", () => {
  const saved = (): string => join(rowan.folder, "earlier");

  /** Rowan sends two tallies to heron, who answers; in between, rowan's vault is put back. */
  const rollBack = async (): Promise<void> => {
    await send(rowan, heron);
    cpSync(rowan.vaultFolder, saved(), { recursive: true });
    await done(rowan, "add", "--from", rowan.file("people.json", signing(6)));
    await send(rowan, heron);
    await send(heron, rowan);
    expect(await vaultStands(rowan)).toBe("current");
    rmSync(rowan.vaultFolder, { recursive: true });
    cpSync(saved(), rowan.vaultFolder, { recursive: true });
  };

  it("says so wherever tallies are shown or taken in, with the way out", async () => {
    await rollBack();
    expect(await vaultStands(rowan)).toBe("current");
    const note =
      'A tally of heron speaks of tallies of yours that this vault does not know of: an old copy of it was put back, or somebody has your key. Begin a new life, which takes the place of this one: "pledge backup FILE", then "pledge restore FILE --vault NEW".';
    carry(heron, rowan, "sent");
    for (const args of [["merge", join(rowan.folder, "sent")], ["status"], ["tally", "show"]]) {
      const { exitCode, stderr } = await rowan.pledge(...args);
      expect([exitCode, flat(stderr)]).toEqual([0, expect.stringContaining(note)]);
    }
    expect(await vaultStands(rowan)).toBe("rolled-back");
    // Nothing is refused.
    const sent = await rowan.pledge("tally", "export", "-o", join(rowan.folder, "next"));
    expect([sent.exitCode, flat(sent.stderr)]).toEqual([0, note]);
  });

  it("begins a new life by a backup, which the others take in its place", async () => {
    await rollBack();
    const [backup, life] = [join(rowan.folder, "backup"), join(rowan.folder, "new-life")];
    await done(rowan, "backup", backup);
    await done(rowan, "restore", backup, "--vault", life);
    const file = join(heron.folder, "from-new-life");
    await done(rowan, "tally", "export", "-o", file, "--vault", life);
    await done(heron, "merge", file);
    expect((await sources(heron)).toSorted()).toEqual([
      "heron 1 live",
      "rowan 1 live",
      "rowan 2 superseded",
    ]);
    // What is left of the old life hears of it, too, and counts its people no more.
    await done(rowan, "merge", file);
    expect(await vaultStands(rowan)).toBe("replaced");
    expect((await rowan.pledge("status")).stderr).toContain("has taken its place");
    const folder = join(rowan.folder, "shared");
    mkdirSync(folder);
    const ours = JSON.parse(await done(rowan, "exchange", folder, "--json")) as object;
    expect(ours).toMatchObject({ ours: { outcome: "replaced" } });
    const { ours: theirs } = JSON.parse(
      await done(rowan, "exchange", folder, "--json", "--vault", life),
    ) as { readonly ours: { readonly outcome: string } };
    expect(theirs.outcome).toBe("written");
  });

  it("is told from what somebody else wrote in our name", async () => {
    const inside = await insideOf(rowan);
    const forged = await fileOf(inside, { lines: [lineOf("x")] });
    const { stdout } = await rowan.pledge("merge", "--json", put(rowan, "forged", forged));
    expect(stdout).toContain('"outcome":"merged"');
    expect(await vaultStands(rowan)).toBe("rolled-back");
    await done(rowan, "tally", "export", "-o", join(rowan.folder, "own"));
    expect(flat(await done(rowan, "tally", "show"))).toContain(
      "another tally in your name contradicts it",
    );
  });
});
