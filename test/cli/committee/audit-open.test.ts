/** What an organizer's vault refuses before it names anybody, and what it keeps of a draw. Sample people. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { Draw, SpokenWords } from "../../../src/domain/audits/draw.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryDraws, draw, openWith, plan, sendTally } from "./auditing.ts";
import { drawFile, drawIn, sealedBy } from "./forge-audit.ts";
import { insideOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee(plan, async (worlds) => {
  const of = (handle: string): TestWorld => worlds[handle] as TestWorld;
  await sendTally(of, 12);
  await draw(of);
  for (const handle of ["rowan", "wren"]) {
    const { folder } = of(handle);
    saved.set(handle, new Uint8Array(readFileSync(join(folder, `${handle}.audit`))));
  }
});

/** The files of the draw that was made at the beginning. */
const saved = new Map<string, Uint8Array>();

let heron: TestWorld;
beforeEach(() => {
  heron = member("heron");
  for (const handle of ["rowan", "wren"])
    put(member(handle), `${handle}.audit`, saved.get(handle) ?? "");
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

const refusal = async (files: readonly string[], ...options: readonly string[]) => {
  const { exitCode, stdout, stderr } = await heron.pledge(...openWith(files, "--show", ...options));
  expect(stdout).toBe("");
  expect(stderr).not.toContain("Sample Name");
  return `${flat(stderr.replaceAll(/^pledge: /gmu, ""))} [exit ${exitCode}]`;
};

const inside = (handle: string): Promise<CommitteeInUse> => insideOf(member(handle));

/** The draw, changed, signed by these and given in one file. */
const forged = async (
  signers: readonly string[],
  change: (draw: Draw) => Draw = (one) => one,
): Promise<string> => {
  const those = await Promise.all(signers.map(inside));
  const [file] = carryDraws(member);
  const made = await drawIn(await inside("heron"), new Uint8Array(readFileSync(file ?? "")));
  return put(heron, "forged.audit", await drawFile(those, change(made)));
};

const otherWords =
  (at: number) =>
  (one: Draw): Draw => ({
    ...one,
    auditors: one.auditors.map((auditor, n) =>
      n === at ? { ...auditor, words: "able able able able able able" as SpokenWords } : auditor,
    ),
  });

describe("a draw that names nobody", () => {
  it("is one that a single auditor signed, however often", async () => {
    const [file = ""] = carryDraws(member);
    const alone =
      "error: of the other auditors only rowan has signed this draw, and one alone is not believed hint: give both auditors' files at once: pledge tally audit open FILE FILE -o OUT; nobody was named [exit 5]";
    expect(await refusal([file])).toBe(alone);
    expect(await refusal([file, file])).toBe(alone);
    expect(await refusal([await forged(["rowan", "rowan"])])).toBe(alone);
  });

  it("is one that the organizer herself signed as the second", async () => {
    expect(await refusal([await forged(["wren", "heron"])])).toContain("only wren has signed");
    const own = async (one: Draw): Promise<Draw> => {
      const { identity } = await inside("heron");
      const words = "able able able able able able" as SpokenWords;
      return {
        ...one,
        auditors: [...one.auditors, { member: identity.fingerprint, words }].toSorted((a, b) =>
          a.member < b.member ? -1 : 1,
        ),
      };
    };
    const [file] = carryDraws(member);
    const made = await own(
      await drawIn(await inside("heron"), new Uint8Array(readFileSync(file ?? ""))),
    );
    const signers = await Promise.all(["wren", "heron"].map(inside));
    expect(await refusal([put(heron, "own", await drawFile(signers, made))])).toContain(
      "only wren has signed",
    );
  });

  it("is one that somebody signed who added no words", async () => {
    const without = await forged(["rowan", "wren"], (one) => ({
      ...one,
      auditors: one.auditors.map((auditor, n) =>
        n === 0 ? { ...auditor, member: "0".repeat(40) as typeof auditor.member } : auditor,
      ),
    }));
    expect(await refusal([without])).toContain("names another writer than the one who signed it");
  });

  it("is two that differ in a word", async () => {
    const [file = ""] = carryDraws(member);
    expect(await refusal([file, await forged(["wren"], otherWords(1))])).toContain(
      "error: the files hold different draws",
    );
  });

  it("is one over another tally, or as if it had other lines", async () => {
    const change = (members: object) =>
      forged(["rowan", "wren"], (one) => ({
        ...one,
        sources: one.sources.map((source) => ({ ...source, ...members })),
      }));
    for (const members of [{ root: "0".repeat(64) }, { people: 13 }, { live: 11 }])
      expect(await refusal([await change(members)])).toContain(
        "is over your tally number 1 as the auditors have it, and the last that this vault wrote is number 1",
      );
    await done(heron, "tally", "export", "-o", join(heron.folder, "next"), "--yes");
    expect(await refusal(carryDraws(member))).toBe(
      'error: the draw is over your tally number 1 as the auditors have it, and the last that this vault wrote is number 2 hint: give the auditors your last tally ("pledge tally export --again"), and let them draw again; nobody was named [exit 5]',
    );
  });

  it("is one of nothing of hers, of another campaign, or by another number of the committee file", async () => {
    const other = (change: (one: Draw) => Draw) => forged(["rowan", "wren"], change);
    const life = "11111111-1111-4111-8111-111111111111" as never;
    const elsewhere = await other((one) => ({
      ...one,
      sources: one.sources.map((source) => ({ ...source, incarnation: life })),
    }));
    expect(await refusal([elsewhere])).toContain("error: nothing of yours is in this draw");
    expect(await refusal([await other((one) => ({ ...one, campaign: life }))])).toContain(
      "the file is of another campaign",
    );
    const by = await other((one) => ({
      ...one,
      committee: { number: 7, hash: "7".repeat(64) as never },
    }));
    expect(await refusal([by])).toContain(
      "error: the draw is by number 7 of the committee file, and this vault goes by number 1",
    );
  });

  it("is none at all, or signed by nobody", async () => {
    const tally = carry(heron, heron, "passphrase", "no-draw");
    expect(await refusal([tally])).toContain("the file is damaged, or none of ours");
    const [file = ""] = carryDraws(member);
    const payload = new TextEncoder().encode("nothing of ours\n");
    const signers = [await inside("rowan")];
    expect(await refusal([put(heron, "odd", await sealedBy(signers, payload))])).toContain(
      "the file cannot be used: line 1",
    );
    expect(await refusal([file, join(heron.folder, "missing")])).toContain("no file");
  });
});
