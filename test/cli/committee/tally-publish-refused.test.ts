/** Counts that do not go out, and files that are not gone on from. All people are made up. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { openpgp, today } from "./forge.ts";
import {
  addIn,
  at,
  carryCount,
  exchanged,
  plain,
  published,
  publishingCommittee,
} from "./publishing.ts";

const worldOf = publishingCommittee();

/** Two lines of why, and the exit code; nothing may have been written or kept. */
const refusal = async (world: TestWorld, ...args: readonly string[]): Promise<string> => {
  const before = readdirSync(world.folder);
  const kept = await world.inVault((vault) => vault.counts.last()?.sha256);
  const { exitCode, stderr, stdout } = await world.pledge("tally", "publish", ...args, "--yes");
  expect(readdirSync(world.folder)).toEqual(before);
  expect(await world.inVault((vault) => vault.counts.last()?.sha256)).toBe(kept);
  expect(stdout).toBe("");
  return plain(`${stderr.replaceAll(world.folder, "~")}[exit ${exitCode}]`);
};

const first = async (): Promise<{ rowan: TestWorld; heron: TestWorld; signature: string }> => {
  const [rowan, heron] = [worldOf("rowan"), worldOf("heron")];
  const { signature } = await published(rowan, "--first", "-o", at(rowan, "1.json"));
  await exchanged(rowan, heron);
  return { rowan, heron, signature };
};

describe("a count is refused", () => {
  it("until it is said whether there was one before, or where nobody is counted", async () => {
    const rowan = worldOf("rowan");
    const out = at(rowan, "c.json");
    expect(await refusal(rowan, "-o", out)).toMatchInlineSnapshot(`
      "pledge: error: this vault does not know whether a count was published before
      pledge: hint: if another member published one, name its JSON file: --after FILE; if nobody has: --first
      [exit 2]"
    `);
    expect(await refusal(rowan, "--first", "--after", out, "-o", out)).toMatchInlineSnapshot(`
      "pledge: error: --first says that there is no count before, and --after names one
      pledge: hint: leave one of them out
      [exit 2]"
    `);
    expect(await refusal(rowan, "--first", "-o", at(rowan, "count"))).toMatchInlineSnapshot(`
      "pledge: error: --format is missing
      pledge: hint: say --format md, json, csv or html
      [exit 2]"
    `);
    expect(await refusal(worldOf("heron"), "--first", "-o", out)).toMatchInlineSnapshot(`
      "pledge: error: there is nothing to publish: fewer people than can be shown stand behind each action
      pledge: hint: a number needs five people, more while no team has five, ten where something was published before; "sign" shows no more than the last letter that was written
      [exit 1]"
    `);
  });

  it("as the first where this vault knows one", async () => {
    const { rowan } = await first();
    expect(await refusal(rowan, "--first", "-o", at(rowan, "c.json"))).toMatchInlineSnapshot(`
      "pledge: error: this vault knows count number 1, so this is not the first
      pledge: hint: leave --first out: the new count goes on from that one
      [exit 1]"
    `);
  });

  it("where a file is there", async () => {
    const { rowan } = await first();
    expect(await refusal(rowan, "-o", at(rowan, "1.json"))).toContain("is there already");
  });

  it("after a file that nobody in the committee stands behind", async () => {
    const { rowan, heron, signature } = await first();
    const unsigned = carry(rowan, heron, "1.json");
    const after = ["--after", unsigned, "-o", at(heron, "c.json")];
    expect(await refusal(heron, ...after)).toMatchInlineSnapshot(`
      "pledge: error: ~/1.json has no signature beside it
      pledge: hint: put the signature of the member who published it beside it, as ~/1.json.(8 digits).asc (its own eight digits)
      [exit 5]"
    `);
    const { secret } = await openpgp.makeAttestationKey(today);
    const text = readFileSync(unsigned, "utf8");
    heron.file("1.json.00000000.asc", await openpgp.signText(text, secret, today));
    expect(await refusal(heron, ...after)).toContain(
      "signed by no key that the committee file names",
    );
    carryCount(rowan, heron, "1.json", signature);
    writeFileSync(
      unsigned,
      text.replace('"atLeast":150', '"atLeast":155').replace('"atLeast":150', '"atLeast":155'),
    );
    expect(await refusal(heron, ...after)).toMatchInlineSnapshot(`
      "pledge: error: ~/1.json is not what was signed: it, or the signature, was changed
      pledge: hint: put the signature of the member who published it beside it, as ~/1.json.(8 digits).asc (its own eight digits)
      [exit 5]"
    `);
  });

  it("after a file that is none, or of a later pledge, or of another campaign", async () => {
    const { rowan, heron, signature } = await first();
    const path = carryCount(rowan, heron, "1.json", signature);
    const after = ["--after", path, "-o", at(heron, "c.json")];
    const text = readFileSync(path, "utf8");
    writeFileSync(path, "# a count in Markdown\n");
    expect(await refusal(heron, ...after)).toMatchInlineSnapshot(`
      "pledge: error: the file is no published count in JSON: it does not begin as a published count does
      pledge: hint: only the JSON file of a count can be read again; ask whoever published it
      [exit 5]"
    `);
    writeFileSync(path, text.replace('"v":1', '"v":2'));
    expect(await refusal(heron, ...after)).toContain("by a later pledge (version 2)");
    const id = /"campaign":"([^"]*)"/u.exec(text)?.[1] ?? "";
    writeFileSync(path, text.replace(id, `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`));
    expect(await refusal(heron, ...after)).toContain("of another campaign");
  });

  it("after a file that is no later than what is known", async () => {
    const { rowan, heron, signature } = await first();
    await addIn(heron, { ads: 70 }, "two");
    const own = await published(heron, "--first", "-o", at(heron, "own.json"));
    const side = ["--after", carryCount(rowan, heron, "1.json", signature)];
    expect(await refusal(heron, ...side, "-o", at(heron, "c.json"))).toMatchInlineSnapshot(`
      "pledge: error: it is another count number 1 than the one that this vault goes on from: two members published side by side
      pledge: hint: go on from the one that is known: leave --after out; and agree who publishes
      [exit 1]"
    `);
    heron.today("2026-11-23");
    await published(heron, "-o", at(heron, "2.json"));
    const old = ["--after", at(heron, "own.json"), "-o", at(heron, "c.json")];
    heron.today("2026-11-22");
    expect(own).toMatchObject({ number: 1 });
    expect(await refusal(heron, ...old)).toMatchInlineSnapshot(`
      "pledge: error: it is count number 1, and this vault knows number 2 already
      pledge: hint: go on from the one that is known: leave --after out; and agree who publishes
      [exit 1]"
    `);
  });
});

describe("a list of receipts is refused", () => {
  it("without files of its own", async () => {
    const rowan = worldOf("rowan");
    const both = at(rowan, "c.json");
    expect(await refusal(rowan, "--first", "--format", "md", "--receipts", both)).toContain(
      "name both",
    );
    expect(await refusal(rowan, "--first", "-o", both, "--receipts", both)).toContain(
      "have one name",
    );
    expect(await refusal(rowan, "--first", "-o", both, "--receipts-after", both)).toContain(
      "is for a new list",
    );
  });

  it("when one to four came or went since the last one", async () => {
    const rowan = worldOf("rowan");
    const files = (n: number) => [
      "-o",
      at(rowan, `${n}.json`),
      "--receipts",
      at(rowan, `r${n}.json`),
    ];
    await published(rowan, "--first", ...files(1));
    await addIn(rowan, { cloud: 4 }, "two");
    expect(await refusal(rowan, ...files(2))).toMatchInlineSnapshot(`
      "pledge: error: only 4 people came or went since the last list of receipts
      pledge: hint: whoever holds some codes and both lists could tell who; publish without --receipts, or wait until five have
      [exit 1]"
    `);
    await addIn(rowan, { cloud: 1 }, "three");
    expect(await published(rowan, ...files(2))).toMatchObject({ receipts: { entries: 256 } });
  });

  it("when another member wrote the last one, and it is not here", async () => {
    const [rowan, heron] = [worldOf("rowan"), worldOf("heron")];
    const list = at(rowan, "r1.json");
    const { signature } = await published(
      rowan,
      "--first",
      "-o",
      at(rowan, "1.json"),
      "--receipts",
      list,
    );
    await exchanged(rowan, heron);
    const after = ["--after", carryCount(rowan, heron, "1.json", signature)];
    const out = [...after, "-o", at(heron, "2.json"), "--receipts", at(heron, "r2.json")];
    expect(await refusal(heron, ...out)).toMatchInlineSnapshot(`
      "pledge: error: another member wrote the last list of receipts, and it is not known here who was in it
      pledge: hint: ask for the list and name it: --receipts-after FILE; or publish without --receipts
      [exit 2]"
    `);
    const brought = carry(rowan, heron, "r1.json");
    const other = heron.file("other.json", `${readFileSync(brought, "utf8")} `);
    expect(await refusal(heron, ...out, "--receipts-after", other)).toContain("not the last list");
    await addIn(heron, { cloud: 2 }, "two");
    expect(await refusal(heron, ...out, "--receipts-after", brought)).toContain("only 2 people");
    await addIn(heron, { cloud: 3 }, "three");
    expect(await published(heron, ...out, "--receipts-after", brought)).toMatchObject({
      number: 2,
    });
    expect(await done(heron, "tally", "attested", at(heron, "r2.json"))).toContain("heron");
  });
});
