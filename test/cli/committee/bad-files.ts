/** A committee of three whose first member is sent bad files beside good ones. */
import { beforeAll, expect } from "vitest";

import type { Hash } from "../../../src/domain/tallies/tally.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { fileOf, insideOf, lineOf, outcomesOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

export interface BadFiles {
  /** What each member has to make files with. */
  readonly inside: (handle: "rowan" | "heron" | "wren") => CommitteeInUse;
  /** Refused alone, with nothing changed; then beside a good file, which is taken in. */
  readonly expectRefused: (file: Uint8Array | string, reason: string) => Promise<void>;
  /** Taken in before the next one. */
  readonly expectMerged: (file: Uint8Array) => Promise<void>;
}

/** To be called at the top of a file. The files are sent to rowan. */
export const badFiles = (): BadFiles => {
  const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });
  const insides = new Map<string, CommitteeInUse>();
  beforeAll(async () => {
    for (const handle of ["rowan", "heron", "wren"])
      insides.set(handle, await insideOf(member(handle)));
  });
  const inside: BadFiles["inside"] = (handle) => {
    const one = insides.get(handle);
    if (one === undefined) throw new Error("asked for before the tests");
    return one;
  };

  let goodFiles = 0;
  /** A new tally of wren's each time. */
  const goodFile = (): Promise<Uint8Array> => {
    goodFiles += 1;
    // Odd numbers: what each names as the one before is never here.
    const seq = 2 * goodFiles + 1;
    const prev = "b".repeat(64) as Hash;
    return fileOf(inside("wren"), { seq, prev, lines: [lineOf("good")] });
  };

  return {
    inside,
    expectRefused: async (file, reason) => {
      const rowan = member("rowan");
      const bad = put(rowan, "bad", file);
      const before = folderDigest(rowan.vaultFolder);
      const alone = await rowan.pledge("merge", "--json", bad);
      expect([alone.exitCode, ...outcomesOf(alone.stdout)]).toEqual([5, `bad refused ${reason}`]);
      expect(folderDigest(rowan.vaultFolder)).toBe(before);
      const good = put(rowan, "good", await goodFile());
      const { exitCode, stdout } = await rowan.pledge("merge", "--json", bad, good, bad);
      expect([exitCode, ...outcomesOf(stdout)]).toEqual([
        5,
        `bad refused ${reason}`,
        "good merged",
        `bad refused ${reason}`,
      ]);
    },
    expectMerged: async (file) => {
      const rowan = member("rowan");
      const { stdout } = await rowan.pledge("merge", "--json", put(rowan, "first", file));
      expect(outcomesOf(stdout)).toEqual(["first merged"]);
    },
  };
};
