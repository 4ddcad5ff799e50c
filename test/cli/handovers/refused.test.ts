/** Handovers that are not given, and files that are not taken: nothing changes, and the reason is said. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { carry, committeeOf, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import type { Handover } from "../../../src/domain/handovers/handover.ts";
import { writeHandover } from "../../../src/domain/handovers/write-handover.ts";
import { draftHandover } from "../../../src/usecases/handovers/draft-handover.ts";
import { insideOf, put, sealedBy, today } from "../committee/forge.ts";
import { carried, give, handing } from "./handing.ts";
import type { Handing } from "./handing.ts";

/** The code of the failure, and the exit code. */
const failureOf = async (world: TestWorld, ...args: readonly string[]): Promise<string> => {
  const { exitCode, stderr } = await world.pledge(...args, "--json");
  const { error } = JSON.parse(stderr) as { readonly error: { readonly code: string } };
  return `${error.code} ${exitCode}`;
};

describe("giving", () => {
  let worlds: Handing;
  let file: string;

  beforeAll(async () => {
    worlds = await handing();
    file = join(worlds.rowan.folder, "cloud.pledge");
  });

  const giving = (...more: readonly string[]): readonly string[] => [
    "handover",
    "give",
    ...more,
    "-o",
    file,
  ];

  it.each<readonly [readonly string[], string]>([
    [["--to", "heron"], "usage 2"],
    [["--team", "cloud"], "usage 2"],
    [["--team", "cloud", "--to", "finch", "--yes", "--confirm", "finch"], "handle-unknown 2"],
    [["--team", "cloud", "--to", "rowan", "--yes", "--confirm", "rowan"], "handle-unknown 2"],
    [["--team", "data", "--to", "heron", "--yes", "--confirm", "heron"], "team-unknown 2"],
    [["--team", "cloud", "--to", "heron"], "confirmation-needed 2"],
    [["--team", "cloud", "--to", "heron", "--yes"], "no-terminal 2"],
    [["--team", "cloud", "--to", "heron", "--confirm", "heron"], "confirmation-needed 2"],
    [
      ["--team", "cloud", "--to", "heron", "--yes", "--confirm", "wren"],
      "handover-confirm-other 2",
    ],
  ])("%j", async (more, failure) => {
    expect(await failureOf(worlds.rowan, ...giving(...more))).toBe(failure);
    expect(existsSync(file)).toBe(false);
    expect(await done(worlds.rowan, "handover", "list")).toContain("Nobody");
  });

  it("stops at the first no, and where no handle is typed", async () => {
    const { rowan } = worlds;
    const args = giving("--team", "cloud", "--to", "heron");
    rowan.answers([false]);
    expect((await rowan.pledge(...args)).exitCode).toBe(1);
    rowan.answers([true, ""]);
    expect((await rowan.pledge(...args)).exitCode).toBe(1);
    rowan.answers([true, "wren", ""]);
    expect((await rowan.pledge(...args)).exitCode).toBe(1);
    expect(rowan.said().join(" ")).toContain("That is another handle");
    expect(existsSync(file)).toBe(false);
    expect(await done(rowan, "handover", "list")).toContain("Nobody");
  });

  it("marks nobody where the file cannot be written", async () => {
    const { rowan } = worlds;
    const nowhere = join(rowan.folder, "not-there", "cloud.pledge");
    const args = ["--team", "cloud", "--to", "heron", "--yes", "--confirm", "heron", "-o", nowhere];
    expect((await rowan.pledge("handover", "give", ...args)).exitCode).not.toBe(0);
    expect(await done(rowan, "handover", "list")).toContain("Nobody");
  });

  it("does not give the same people twice", async () => {
    const { rowan } = worlds;
    await give(worlds, "heron");
    const args = ["--team", "cloud", "--to", "wren", "--yes", "--confirm", "wren"];
    expect(await failureOf(rowan, "handover", "give", ...args)).toBe("handover-nobody 1");
    await done(rowan, "handover", "take-back");
  });

  it("says that a hold stands before anything is asked", async () => {
    const { rowan } = worlds;
    await done(rowan, "hold", "on");
    rowan.answers([false]);
    const { stderr } = await rowan.pledge("handover", "give", "--team", "cloud", "--to", "heron");
    expect(stderr.replaceAll(/\s+/gu, " ")).toContain("Nothing may be deleted here since");
  });
});

describe("taking", () => {
  let worlds: Handing;

  beforeEach(async () => {
    worlds = await handing();
  });

  /** What rowan would give heron, changed, and sealed by somebody for heron. */
  const forged = async (
    changes: (handover: Handover) => Handover,
    by: "rowan" | "wren" = "rowan",
    secret?: Uint8Array,
  ): Promise<string> => {
    const { rowan, heron } = worlds;
    const inside = await insideOf(rowan);
    const draft = await rowan.inVault((vault) =>
      draftHandover({ vault, universalDay: today }, inside, { teams: ["cloud"], to: "heron" }),
    );
    if (!draft.ok) throw new Error(draft.failure.type);
    const payload = writeHandover(changes(draft.value.handover));
    const signer = await insideOf(worlds[by]);
    const sealing = secret === undefined ? {} : { signers: [secret] };
    return put(heron, "forged.pledge", await sealedBy(signer, payload, sealing));
  };

  const taking = async (file: string): Promise<string> => {
    const { heron } = worlds;
    const failure = await failureOf(heron, "handover", "take", file, "--yes");
    expect(await done(heron, "list")).toContain("Nobody");
    return failure;
  };

  it("is refused to whoever it is not for", async () => {
    const { rowan, wren } = worlds;
    await give(worlds, "heron");
    const file = carried(rowan, wren);
    expect(await failureOf(wren, "handover", "take", file, "--yes")).toBe("seal-not-for-us 5");
  });

  it.each<readonly [string, (handover: Handover) => Handover, string]>([
    ["for another reader", (one) => ({ ...one, to: ["c".repeat(40) as never] }), "reader-other 5"],
    [
      "of another campaign",
      (one) => ({ ...one, campaign: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01" }),
      "campaign-other 5",
    ],
    ["dated ahead", (one) => ({ ...one, asOf: "2026-12-24" as never }), "dated-ahead 5"],
    [
      "by a later number of the committee file",
      (one) => ({ ...one, committee: { ...one.committee, number: 9 } }),
      "handover-committee-newer 5",
    ],
    [
      "with somebody whose team does not go",
      (one) => ({ ...one, teams: ["ads" as never] }),
      "payload-malformed 5",
    ],
  ])("is refused %s", async (_, changes, failure) => {
    expect(await taking(await forged(changes))).toBe(failure);
  });

  it("is refused from another than it says, from a stranger, and from who is no member any more", async () => {
    expect(await taking(await forged((one) => one, "wren"))).toBe("signer-other 5");
    const { rowan, heron, wren } = worlds;
    const { rowan: stranger } = (await committeeOf({
      founder: "rowan",
      joiners: ["heron"],
    })) as Handing;
    const { secret } = (await insideOf(stranger)).identity;
    expect(await taking(await forged((one) => one, "rowan", secret))).toBe("signer-unknown 5");
    const { fingerprint: from } = (await insideOf(wren)).identity;
    const file = await forged((one) => ({ ...one, from }), "wren");
    const next = join(rowan.folder, "next.pledge");
    await done(rowan, "committee", "remove", "wren", "-o", next, "--yes");
    await done(heron, "merge", carry(rowan, heron, "next.pledge"));
    expect(await taking(file)).toBe("signer-removed 5");
  });

  it("is refused where a byte was changed on the way", async () => {
    const { rowan, heron } = worlds;
    const path = await give(worlds, "heron");
    const bytes = readFileSync(path);
    for (const place of [0, 40, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Uint8Array.from(bytes).with(place, (bytes[place] ?? 0) ^ 1);
      const file = put(heron, "changed.pledge", changed);
      expect(await taking(file)).toMatch(/^seal-/u);
    }
    expect(await done(heron, "handover", "take", carried(rowan, heron), "--yes")).toContain(
      "3 people taken in from rowan",
    );
  });
});
