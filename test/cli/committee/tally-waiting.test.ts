import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import { idsOf } from "../../support/sample-people.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

let rowan: TestWorld;

const member = freshCommittee({ founder: "rowan", joiners: ["heron"] }, async ({ rowan }) => {
  if (rowan === undefined) throw new Error("no founder");
  await done(rowan, "add", "--from", rowan.file("people.json", signing(9)));
  // The first one, however few are in it, has none before it to be compared with.
  await done(rowan, "tally", "export", "-o", "-");
});

beforeEach(() => {
  rowan = member("rowan");
});

const add = (count: number): Promise<string> =>
  done(rowan, "add", "--from", rowan.file("more.json", signing(count, "cloud", 100)));

const at = (name: string): string => join(rowan.folder, name);
const args = (...more: readonly string[]) => ["tally", "export", "-o", at("a"), ...more];
const seq = (): Promise<number> => rowan.inVault((vault) => vault.tallies.own()?.seq ?? 0);

describe("a tally in which few people changed", () => {
  it.each([1, 2, 3, 4])(
    "waits for more where %i did, unless somebody says otherwise",
    async (n) => {
      await add(n);
      rowan.answers([""]);
      const { exitCode, stdout } = await rowan.pledge(...args());
      expect([exitCode, stdout]).toEqual([1, "Waiting; nothing was written.\n"]);
      expect(rowan.questions().at(-1)).toBe(
        `Only ${n === 1 ? "1 person" : `${n} people`} changed since your last tally; whoever compares the two files may work out who. Wait until more have?`,
      );
      expect([existsSync(at("a")), await seq()]).toEqual([false, 1]);
      rowan.answers([false]);
      expect((await rowan.pledge(...args())).exitCode).toBe(0);
      expect([existsSync(at("a")), await seq()]).toEqual([true, 2]);
    },
  );

  it("goes out with --yes, and without a terminal needs that", async () => {
    await add(2);
    expect(await rowan.transcript(...args())).toBe(
      [
        "$ pledge tally export -o ~/a",
        "! Only 2 people changed since your last tally; whoever compares the two files may work out who.",
        "! pledge: error: this needs a yes, and there is nobody to ask",
        "! pledge: hint: say it beforehand with --yes",
        "[exit 2]",
      ].join("\n"),
    );
    expect(await seq()).toBe(1);
    expect((await rowan.pledge(...args("--yes"))).exitCode).toBe(0);
    expect(await seq()).toBe(2);
  });

  it("says under --json that it waits", async () => {
    await add(2);
    rowan.answers([true]);
    const { exitCode, stdout } = await rowan.pledge(...args("--json"));
    expect([exitCode, stdout]).toEqual([1, '{"v":1,"waiting":true}\n']);
  });

  it("goes out at once where five did, or nobody", async () => {
    await done(rowan, ...args());
    expect(await seq()).toBe(2);
    await add(5);
    await done(rowan, ...args("--force"));
    expect(await seq()).toBe(3);
  });

  it("counts who came, who went and whose line is another one, each once", async () => {
    const ids = Object.values(await idsOf(rowan));
    await done(rowan, "forget", ids[0] ?? "", "--yes");
    await done(rowan, "withdraw", ids[1] ?? "", "--yes");
    await add(1);
    rowan.answers([true]);
    await rowan.pledge(...args());
    expect(rowan.questions().at(-1)).toContain("Only 3 people changed");
  });

  it("is not interrupted halfway: Ctrl-C at the question writes nothing", async () => {
    await add(2);
    rowan.answers(["^C"]);
    expect((await rowan.pledge(...args())).exitCode).toBe(130);
    expect([existsSync(at("a")), await seq()]).toEqual([false, 1]);
  });
});
