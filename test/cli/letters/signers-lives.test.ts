/** The lists of one organizer after one another: numbers, forks, restored vaults, and our own as they come back. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { Signers } from "../../../src/domain/letters/signers.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, outcomesOf } from "../committee/forge.ts";
import { line, mergeInto, signersFileOf, textOf } from "./forge-signers.ts";
import { listFor, named, notesOf, signatoriesOf, signingCommittee } from "./signing-world.ts";

const member = signingCommittee({
  rowan: [named("Ana Gómez")],
  heron: [named("Bo Sample"), named("Chi Sample", { alias: "chi" })],
  wren: [],
});

let rowan: TestWorld;
let heron: CommitteeInUse;
let text: Signers["text"];

beforeEach(async () => {
  rowan = member("rowan");
  heron = await insideOf(member("heron"));
  text = await textOf(rowan);
});

const fileOf = (changes: Partial<Signers> = {}): Promise<Uint8Array> =>
  signersFileOf(heron, { text, ...changes });

const merged = (...files: readonly Uint8Array[]): Promise<readonly string[]> =>
  mergeInto(rowan, ...files);

describe("the lists of one organizer", () => {
  it("have the highest number last, whatever comes after it", async () => {
    const first = await fileOf({ lines: [line("Old Sample")] });
    const prev = "d".repeat(64) as never;
    expect(await merged(await fileOf({ seq: 3, prev }), first)).toEqual([
      "1.signers merged",
      "2.signers stale",
    ]);
    expect(await signatoriesOf(rowan)).not.toContain("Old Sample");
  });

  it("are a fork under one number, and count as far as they agree", async () => {
    const both = [line("Bo Sample"), line("Eve Sample")];
    expect(
      await merged(await fileOf({ lines: both }), await fileOf({ lines: [line("Bo Sample")] })),
    ).toEqual(["1.signers merged", "2.signers fork"]);
    const letter = await signatoriesOf(rowan);
    expect(letter).toContain("Bo Sample");
    expect(letter).not.toContain("Eve Sample");
    expect(await notesOf(rowan)).toContain(
      "heron has sent lists that contradict each other; only what all of them say is in the letter.",
    );
  });

  it("are of the latest life only, once a backup was restored", async () => {
    const before = await listFor(member("heron"), rowan, "rowan", "before.signers");
    await done(rowan, "merge", before);
    const backup = join(member("heron").folder, "backup");
    const again = join(member("heron").folder, "again");
    await done(member("heron"), "backup", backup);
    await done(member("heron"), "--vault", again, "restore", backup);
    await done(member("heron"), "--vault", again, "withdraw", "chi", "--yes");
    const file = join(member("heron").folder, "after.signers");
    await done(
      member("heron"),
      "--vault",
      again,
      "letter",
      "signers",
      "first",
      "--to",
      "rowan",
      "-o",
      file,
      "--yes",
    );
    const after = carry(member("heron"), rowan, "after.signers");
    expect(outcomesOf(await done(rowan, "merge", after, "--json"))).toEqual([
      "after.signers merged",
    ]);
    const letter = await signatoriesOf(rowan);
    expect(letter).toContain("Bo Sample");
    expect(letter).not.toContain("Chi Sample");
    expect(await notesOf(rowan)).not.toContain("contradict");
  });

  it("tell no two people apart by teams that the campaign does not have", async () => {
    const roles = (team: string): Signers["lines"] =>
      Array.from({ length: 6 }, () => ({ role: "SRE", team: team as never, supporter: false }));
    const wren = await insideOf(member("wren"));
    await merged(
      await fileOf({ lines: roles("old-one") }),
      await signersFileOf(wren, { text, lines: roles("old-two") }),
    );
    // Ana, of whom only the name is known, may be one of six.
    expect(await signatoriesOf(rowan)).toContain("SRE (5)");
  });

  it("may be under a text that comes later", async () => {
    expect(await merged(await fileOf({ text: "e".repeat(64) as never }))).toEqual([
      "1.signers merged",
    ]);
    expect(await signatoriesOf(rowan)).not.toContain("Bo Sample");
  });

  it("are our own where they come back: the last one known, an earlier one old", async () => {
    const one = await listFor(rowan, rowan, "heron", "one.signers");
    carry(rowan, rowan, "one.signers", "first.signers");
    const two = await listFor(rowan, rowan, "heron", "one.signers");
    const earlier = join(rowan.folder, "first.signers");
    expect(two).toBe(one);
    expect(outcomesOf(await done(rowan, "merge", earlier, two, "--json"))).toEqual([
      "first.signers stale",
      "one.signers duplicate",
    ]);
    expect(await signatoriesOf(rowan)).toContain("Ana Gómez");
  });

  it("are a fork where one is in our name and this vault did not write it, until ours is beyond it", async () => {
    const ours = await insideOf(rowan);
    const next = (): Promise<string> => listFor(rowan, rowan, "heron", "ours.signers");
    const isForked = async (): Promise<boolean> =>
      (await notesOf(rowan)).includes(
        "There are lists in your name that this vault has not written",
      );
    await next();
    for (const seq of [1, 2]) {
      const prev = seq === 1 ? undefined : ("d".repeat(64) as never);
      expect(await merged(await signersFileOf(ours, { text, seq, prev }))).toEqual([
        "1.signers fork",
      ]);
      expect(await isForked()).toBe(true);
      expect(await signatoriesOf(rowan)).not.toMatch(/Bo Sample|Ana Gómez/u);
    }
    await next();
    expect(await isForked()).toBe(true);
    await next();
    expect(await isForked()).toBe(false);
    expect(await signatoriesOf(rowan)).toContain("Ana Gómez");
  });
});
