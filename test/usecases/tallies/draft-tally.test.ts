import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import { commitmentOf, merkleRoot } from "../../../src/domain/tallies/commitment.ts";
import type { Incarnation, Tally, TallyLine, Token } from "../../../src/domain/tallies/tally.ts";
import { tallyLineText } from "../../../src/domain/tallies/write-tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { committeeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { changedLines, draftTally } from "../../../src/usecases/tallies/draft-tally.ts";
import { exportTally } from "../../../src/usecases/tallies/export-tally.ts";
import { createTallyReader } from "../../../src/usecases/tallies/read-tallies.ts";
import { chooseReaders } from "../../../src/usecases/tallies/tally-readers.ts";
import { fileOf, insideOf, lineOf, openpgp, put, today } from "../../cli/committee/forge.ts";
import { freshCommittee, signing } from "../../cli/committee/fresh-committee.ts";
import { done } from "../../support/committee-world.ts";
import { idsOf } from "../../support/sample-people.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron"] }, async ({ rowan }) => {
  if (rowan !== undefined)
    await done(rowan, "add", "--from", rowan.file("people.json", signing(7)));
});

const depsOf = (vault: Vault) => ({
  vault,
  hashes,
  openpgp,
  random: seededRandomness(7),
  universalDay: today,
});

const draftOf = (vault: Vault) => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) throw new Error(inUse.failure.type);
  const readers = chooseReaders(inUse.value, {});
  if (!readers.ok) throw new Error(readers.failure.type);
  return { inUse: inUse.value, draft: draftTally(depsOf(vault), inUse.value, readers.value) };
};

/** The root that the openings and the names in the vault give. */
const rootOf = (vault: Vault, lines: Tally["lines"]): string => {
  const openings = new Map(vault.tallies.openings().map((one) => [one.token, one]));
  const leaves = lines.map((line) => {
    const opening = openings.get(line.token);
    if (opening === undefined) throw new Error("a line without an opening");
    const name = vault.people.byId(opening.person)?.name ?? "";
    return commitmentOf(hashes, { salt: opening.salt, line: tallyLineText(line), name });
  });
  return toHex(merkleRoot(hashes.sha256, leaves));
};

describe("what a tally commits to", () => {
  it("is one person a line, and what opens it is kept for the last one that was sent", async () => {
    const rowan = member("rowan");
    for (const seq of [1, 2]) {
      await done(rowan, "tally", "export", "-o", "-");
      await rowan.inVault((vault) => {
        const own = vault.tallies.own();
        if (own === undefined) throw new Error("nothing was kept");
        const tally = createTallyReader(vault).read(own);
        expect([tally.seq, tally.lines.length]).toEqual([seq, 7]);
        expect(tally.root).toBe(rootOf(vault, tally.lines));
        expect(vault.tallies.openings()).toHaveLength(7);
      });
    }
  });

  it("cannot be opened any more for somebody who was forgotten", async () => {
    const rowan = member("rowan");
    await done(rowan, "tally", "export", "-o", "-");
    const [id = ""] = Object.values(await idsOf(rowan));
    await done(rowan, "forget", id, "--yes");
    const left = await rowan.inVault((vault) => vault.tallies.openings());
    expect(left).toHaveLength(6);
    expect(left.map(({ person }) => person)).not.toContain(id);
  });

  it("is salted anew each time: the same lines have another root", async () => {
    const roots = await member("rowan").inVault((vault) => {
      const { inUse, draft } = draftOf(vault);
      const deps = { ...depsOf(vault), random: seededRandomness(8) };
      return [draft.tally.root, draftTally(deps, inUse, draft.readers).tally.root];
    });
    expect(new Set(roots).size).toBe(2);
  });
});

describe("what a tally has seen", () => {
  it("is the latest of each source that is held, and not our own", async () => {
    const rowan = member("rowan");
    const [us, heron] = [await insideOf(rowan), await insideOf(member("heron"))];
    await done(rowan, "merge", put(rowan, "a", await fileOf(heron)));
    // In our own name, but not ours: evidence, and nothing that we have seen of anybody.
    await done(rowan, "merge", put(rowan, "b", await fileOf(us, { lines: [lineOf("x")] })));
    const { draft } = await rowan.inVault((vault) => draftOf(vault));
    expect(draft.tally.seen).toMatchObject([
      { from: heron.identity.fingerprint, incarnation: heron.identity.incarnation, seq: 1 },
    ]);
  });
});

describe("a draft that was overtaken", () => {
  const outdated = { ok: false, failure: { type: "draft-outdated" } };

  it("takes no number where another pledge has sent a tally since", async () => {
    const rowan = member("rowan");
    const { inUse, draft } = await rowan.inVault((vault) => draftOf(vault));
    await done(rowan, "tally", "export", "-o", "-");
    const late = await rowan.inVault((vault) => exportTally(depsOf(vault), inUse, draft, false));
    expect(late).toEqual(outdated);
    expect(await rowan.inVault((vault) => vault.tallies.own()?.seq)).toBe(1);
  });

  it("takes no number where somebody was erased since", async () => {
    const rowan = member("rowan");
    const { inUse, draft } = await rowan.inVault((vault) => draftOf(vault));
    await done(rowan, "forget", (await idsOf(rowan))["Sample Name 0"] ?? "", "--yes");
    const late = await rowan.inVault((vault) => exportTally(depsOf(vault), inUse, draft, false));
    expect(late).toEqual(outdated);
    expect(await rowan.inVault((vault) => vault.tallies.own())).toBeUndefined();
  });
});

describe("a tally that nobody could read", () => {
  const uuid = (n: number) =>
    `00000000-0000-4000-8000-${String(n).padStart(12, "0")}` as Incarnation;
  const token = (n: number) => `${String(n).padStart(21, "0")}A` as Token;
  const many = <Item>(length: number, item: (n: number) => Item): readonly Item[] =>
    Array.from({ length }, (_, n) => item(n));
  const lines = (count: number, actions: TallyLine["actions"]): readonly TallyLine[] =>
    many(count, (n) => ({ ...lineOf("a"), token: token(n), actions }));
  const actions = (count: number): TallyLine["actions"] =>
    many(count, (n) => ({
      action: `walkout-number-${String(n).padStart(2, "0")}` as ActionKey,
      state: "pledged",
      condition: { kind: "none" },
    }));

  it.each<[string, Partial<Tally>, string]>([
    ["100,001 people", { lines: lines(100_001, actions(1)) }, "there are too many people in it"],
    ["17 MiB", { lines: lines(30_000, actions(16)) }, "line 1: no tally is as long as this"],
    [
      "257 readers",
      { to: many(257, (n) => String(n).padStart(40, "0") as Fingerprint) },
      'line 1: its "to" is not a list of 1 to 256',
    ],
    [
      "65 lives before it",
      { supersedes: many(65, uuid) },
      'line 1: its "supersedes" is not a list of 0 to 64',
    ],
  ])("takes no number: %s", async (_, changes, what) => {
    await member("rowan").inVault(async (vault) => {
      const { inUse, draft } = draftOf(vault);
      const tally = { ...draft.tally, ...changes };
      const beyond = { ...draft, tally, texts: tally.lines.map(tallyLineText) };
      const sent = await exportTally(depsOf(vault), inUse, beyond, false);
      expect(sent.ok ? "sent" : sent.failure).toEqual({
        type: "file-beyond-format",
        kind: "tally",
        what,
      });
      expect(vault.tallies.own()).toBeUndefined();
    });
  });
});

describe("people who changed", () => {
  const line = (name: string, state: "pledged" | "withdrawn" = "pledged"): TallyLine => {
    const one = lineOf(name);
    return { ...one, actions: one.actions.map((action) => ({ ...action, state })) };
  };

  const inOrder = (lines: readonly TallyLine[]): readonly TallyLine[] =>
    lines.toSorted((a, b) => (a.token < b.token ? -1 : 1));

  it.each([
    [[], [], 0],
    [["a", "b"], ["a", "b"], 0],
    [["a"], ["a", "b"], 1],
    [["a", "b"], ["a"], 1],
    [["a", "b"], ["c", "d"], 4],
    [["b", "c"], ["a", "c", "d"], 3],
  ])("from %j to %j are %i", (before, after, changed) => {
    const lines = (names: readonly string[]) => inOrder(names.map((name) => line(name)));
    expect(changedLines(lines(before), lines(after))).toBe(changed);
  });

  it("are those of whom another thing is said, once", () => {
    const after = inOrder([line("a", "withdrawn"), line("b")]);
    expect(changedLines(inOrder([line("a"), line("b")]), after)).toBe(1);
  });
});
