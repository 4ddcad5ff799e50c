/** docs/publication-format.md, held to its word: every number of its examples is computed again from the page. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { composeCount } from "../../../src/domain/counts/compose-count.ts";
import { heldNumber } from "../../../src/domain/counts/held-number.ts";
import { parseCount } from "../../../src/domain/counts/parse-count.ts";
import { entryOf, lengthFor } from "../../../src/domain/counts/receipts.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { tokenOf } from "../../../src/domain/tallies/token.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";
import { counting, lowOf } from "./sample-counts.ts";

const page = readFileSync(new URL("../../../docs/publication-format.md", import.meta.url), "utf8");

/** The block without a language that begins with this word. */
const blockOf = (word: string): string =>
  new RegExp(`^\`\`\`\\n(${word} [^]*?)\\n\`\`\`$`, "mu").exec(page)?.[1] ?? "";

const [numbers, receipt] = [blockOf("last"), blockOf("campaign")];

const [, example = ""] = /^```json\n(.*?)\n```$/msu.exec(page) ?? [];

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

describe("the examples of the format page", () => {
  it("has a count that pledge reads and makes, with its hash", () => {
    const text = `${example}\n`;
    const read = parseCount(text);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(page).toContain(sha256(text).toString("hex"));
    const made = composeCount(counting(lowOf({ cloud: 44, ads: 37, qa: 11, ops: 4 }, 12)));
    expect({ shown: read.value.shown, last: read.value.last }).toEqual({
      shown: made.shown,
      last: made.last,
    });
    for (const name of Object.keys(JSON.parse(example) as object))
      expect(page).toContain(`\`${name}\``);
  });

  it("has numbers that are held as it says", () => {
    const rows = numbers
      .split("\n")
      .slice(1)
      .map((row) => row.split(/ +/u));
    expect(rows).toHaveLength(6);
    for (const [last = "", people = "", says = ""] of rows)
      expect(heldNumber(last === "-" ? undefined : Number(last), Number(people))).toBe(
        Number(says),
      );
  });

  it("has a receipt that anybody with the code can compute", () => {
    const values = Object.fromEntries(receipt.split("\n").map((line) => line.split(/ {2,}/u)));
    const {
      campaign = "",
      code = "",
      token = "",
      list = "",
      entry = "",
    } = values as Record<string, string>;
    expect(tokenOf(hashes, campaign, code as PledgeCode)).toBe(token);
    expect(sha256(canonicalJson(["pledge/v1/receipt", list, token])).toString("base64url")).toBe(
      entry,
    );
    expect(entryOf(hashes, list, token as Token)).toBe(entry);
    expect([64, 65, 100_000].map((people) => lengthFor(people))).toEqual([128, 128, 131_072]);
  });
});
