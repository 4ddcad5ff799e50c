/** What an auditor's vault refuses of an opening, and what it never counts as shown. Sample people. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { Opening, OpenedLine } from "../../../src/domain/audits/opening.ts";
import { isCodeOf } from "../../../src/usecases/audits/note-shown.ts";
import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryOpening, codes, draw, open, plan, sendTally } from "./auditing.ts";
import { hashOf, openingFile, openingIn } from "./forge-audit.ts";
import { insideOf, put } from "./forge.ts";
import { freshCommittee } from "./fresh-committee.ts";

/** What heron opened at the beginning: all ten. */
let saved: Uint8Array = new Uint8Array();

const member = freshCommittee(plan, async (worlds) => {
  const of = (handle: string): TestWorld => worlds[handle] as TestWorld;
  await sendTally(of, 12);
  await draw(of);
  await open(of);
  saved = new Uint8Array(readFileSync(join(of("heron").folder, "heron.opening")));
});

let rowan: TestWorld;
beforeEach(() => {
  rowan = member("rowan");
  put(member("heron"), "heron.opening", saved);
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** The opening as heron, or somebody else with these keys, could have written it. */
const forged = async (change: (opening: Opening) => Opening, signer = "heron"): Promise<string> => {
  const opening = await openingIn(await insideOf(rowan), saved);
  const signers = [await insideOf(member(signer))];
  return put(rowan, "forged.opening", await openingFile(signers, change(opening)));
};

const opened = ({ lines }: Opening): readonly OpenedLine[] => lines as readonly OpenedLine[];

/** With these members in the place of those of the first line. */
const first =
  (members: Partial<OpenedLine>) =>
  (opening: Opening): Opening => ({
    ...opening,
    lines: opened(opening).map((line, at) => (at === 0 ? { ...line, ...members } : line)),
  });

/** Every code, by the place of its line. */
const allCodes = async (): Promise<readonly { readonly line: number; readonly code: string }[]> => {
  const known = [...(await codes(member)).values()];
  const opening = await openingIn(await insideOf(rowan), saved);
  return opened(opening).map(({ place, line }) => ({
    line: place,
    code: known.find((code) => isCodeOf(hashes, opening.campaign, { line }, code)) ?? "",
  }));
};

const check = async (file: string, given: unknown = []) => {
  const from = rowan.file("codes.json", JSON.stringify(given));
  const ran = await rowan.pledge("tally", "audit", "check", file, "--from", from);
  return { ...ran, stderr: flat(ran.stderr) };
};

/** What is kept of heron's audit. */
const kept = async (): Promise<string> => {
  const text = flat(await done(rowan, "tally", "show"));
  return /audit of heron, number 1, drawn on 2026-11-22: (.*)$/u.exec(text)?.[1] ?? "";
};

describe("an opening that counts for nothing", () => {
  it("has another name, salt, path or place than the tally was made with", async () => {
    const changes: readonly Partial<OpenedLine>[] = [
      { name: "Somebody Else" },
      { salt: "AAAAAAAAAAAAAAAAAAAAAA" },
      { path: [] },
      { path: [hashOf("a"), hashOf("b"), hashOf("c"), hashOf("d")] as never },
    ];
    for (const members of changes) {
      const { exitCode, stdout, stderr } = await check(
        await forged(first(members)),
        await allCodes(),
      );
      expect([exitCode, stdout, stderr]).toEqual([
        1,
        "",
        expect.stringMatching(
          /^pledge: error: what heron opens of line \d+ does not stand under the root of the tally /u,
        ),
      ]);
    }
    expect(await kept()).toBe("0 of 10 shown, 10 not opened");
  });

  it("commits to a line that says less than the one that was counted", async () => {
    const said = (line: string): string => line.replace('"action":"sign"', '"action":"strike"');
    const { exitCode, stderr } = await check(
      await forged((one) => first({ line: said(opened(one)[0]?.line ?? "") })(one)),
    );
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining("does not stand under the root"),
    ]);
  });

  it("has other lines than were drawn, or is of another tally", async () => {
    const less = (one: Opening): Opening => ({ ...one, lines: one.lines.slice(1) });
    const moved = (one: Opening): Opening => ({ ...one, seq: 2 });
    const other = (one: Opening): Opening => ({ ...one, root: hashOf("root") as never });
    for (const change of [less, moved, other]) {
      const { exitCode, stderr } = await check(await forged(change));
      expect([exitCode, stderr]).toEqual([
        1,
        "pledge: error: heron has opened another tally, or other lines, than were drawn pledge: hint: count nothing of it as shown, and tell the other auditors",
      ]);
    }
  });

  it("is by somebody else, for somebody else, or for no draw of this vault", async () => {
    const own = (await insideOf(rowan)).identity.fingerprint;
    const cases: readonly (readonly [() => Promise<string>, string])[] = [
      [() => forged((one) => one, "wren"), "names another writer than the one who signed it"],
      [
        () =>
          forged((one) => ({ ...one, to: one.to.slice(one.to[0] === own ? 1 : 0).slice(0, 1) })),
        "was written for others, and somebody has passed it on to you",
      ],
      [
        () => forged((one) => ({ ...one, draw: hashOf("draw") as never })),
        "this opening is not for a draw",
      ],
      [() => forged((one) => ({ ...one, asOf: "2027-01-01" as never })), "dated 2027-01-01"],
    ];
    for (const [file, said] of cases) {
      const { exitCode, stderr } = await check(await file());
      expect([exitCode, stderr]).toEqual([5, expect.stringContaining(said)]);
    }
  });

  it("is one that an earlier draw asked for, once there is another", async () => {
    const file = carryOpening(member, "rowan");
    await draw(member, "--new");
    const { exitCode, stderr } = await check(file);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining("heron has opened another tally, or other lines"),
    ]);
  });
});

describe("a line that is not shown", () => {
  it("is one without its code, with another's, or with a made-up one", async () => {
    const file = carryOpening(member, "rowan");
    const all = await allCodes();
    expect((await check(file)).stdout).toBe("heron: 0 of 10 shown, 10 opened without a code.\n");
    const turned = all.map(({ line }, at) => ({ line, code: all[(at + 1) % all.length]?.code }));
    expect((await check(file, turned)).stdout).toContain("0 of 10 shown");
    expect(
      (await check(file, [{ line: all[0]?.line, code: "K7QF-2M9T-XR4D-8WNA" }])).stdout,
    ).toContain("0 of 10 shown");
    expect((await check(file, all)).stdout).toBe("heron: 10 of 10 shown.\n");
  });

  it("stays shown only as long as it is opened", async () => {
    await check(carryOpening(member, "rowan"), await allCodes());
    expect(await kept()).toBe("10 of 10 shown");
    const closed = await forged((one) => ({
      ...one,
      lines: one.lines.map((line, at) =>
        at < 2 ? { outcome: "declined" as const, place: line.place } : line,
      ),
    }));
    expect((await check(closed)).stdout).toBe("heron: 8 of 10 shown, 2 declined.\n");
  });

  it("is one whose name stands on an earlier line", async () => {
    // Two records of one person, as somebody could make them to count her twice; eight others, so that all are drawn.
    const [heron, wren] = [member("heron"), member("wren")];
    const before = await heron.inVault(({ people }) =>
      people.summaries().map(({ person }) => person),
    );
    for (const { id } of before.slice(0, 4)) await done(heron, "forget", id, "--yes");
    const twice = [1, 2].map(() => ({ name: "Sample Twice", actions: ["sign"] }));
    await done(heron, "add", "--from", heron.file("twice.json", JSON.stringify(twice)));
    await done(heron, "tally", "export", "-o", join(heron.folder, "next"), "--yes");
    // A number of its own, since names have gone out by the one before.
    const change = heron.file("change.json", '{"campaign":"Another"}');
    await done(heron, "campaign", "edit", "--from", change, "-o", join(heron.folder, "number"));
    for (const to of [rowan, wren])
      for (const file of ["number", "next"]) await done(to, "merge", carry(heron, to, file));
    await draw(member, "--new");
    await open(member);
    const file = carryOpening(member, "rowan");
    const opening = await openingIn(await insideOf(rowan), new Uint8Array(readFileSync(file)));
    const people = await heron.inVault((vault) =>
      vault.people.summaries().map(({ person }) => person),
    );
    const given = opened(opening).map(({ place, line }) => ({
      line: place,
      code: people.find(({ code }) => isCodeOf(hashes, opening.campaign, { line }, code))?.code,
    }));
    const { stdout, stderr } = await check(file, given);
    expect(stdout).toBe("heron: 9 of 10 shown, 1 opened without a code.\n");
    expect(stderr).toContain(
      "1 line has a name that an earlier line has, too, and shows nobody more.",
    );
  });
});
