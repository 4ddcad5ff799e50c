/** docs/audit-format.md, held to its word: every number of its examples and tables is computed again from the page. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { linesDrawn, mostDrawn, seedOf } from "../../../src/domain/audits/draw.ts";
import { parseDraw } from "../../../src/domain/audits/draw-file.ts";
import { roundDigest } from "../../../src/domain/audits/round.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { rootByPath } from "../../../src/domain/tallies/audit-path.ts";
import { fromHex, toHex } from "../../../src/domain/text/bytes.ts";
import { audits, caughtBy, lines, missed, percent, wrong } from "./chances.ts";

const page = readFileSync(new URL("../../../docs/audit-format.md", import.meta.url), "utf8");
const tallies = readFileSync(new URL("../../../docs/tally-format.md", import.meta.url), "utf8");

const sha256 = (text: string | Uint8Array): Buffer => createHash("sha256").update(text).digest();

/** SHA-256 over a list: none of what stands in these lists is sorted or escaped by RFC 8785. */
const over = (...list: readonly unknown[]): Buffer => sha256(JSON.stringify(list));

/** The names and values of the first block without a language under a heading. */
const valuesUnder = (heading: string): { readonly [name: string]: string } => {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const [, block = ""] = /^```\n(.*?)\n```$/msu.exec(section) ?? [];
  return Object.fromEntries(
    block.split("\n").map((line) => {
      const [name = "", ...value] = line.split(/ {2,}/u);
      return [name, value.join("  ")];
    }),
  );
};

/** BIP 39 by hand: each word for 11 bits, from the first on. */
const wordsOf = (bytes: Uint8Array, count: number): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: count }, (_, at) => {
    const place = Number.parseInt(bits.slice(11 * at, 11 * at + 11), 2);
    return wordlist[place];
  }).join(" ");
};

const tableIn = (mark: string): readonly (readonly string[])[] => {
  const [, table = ""] =
    new RegExp(`<!-- ${mark}: begin -->\n(.*?)\n<!-- ${mark}: end -->`, "su").exec(page) ?? [];
  return table
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

const round = valuesUnder("The round");
const sources = [round["source1"], round["source2"]].map(
  (text = "") => JSON.parse(text) as readonly [string, string, number, string, number, number],
);
const digest = round["digest"] ?? "";
const { member, words, sha256: promised, promise } = valuesUnder("A promise");
const { member2, words2, seed = "", first = "", drawn = "" } = valuesUnder("The draw");

describe("the examples of the format page", () => {
  it("have a round that anybody can compute", () => {
    const { campaign, number, hash } = round;
    const made = over("pledge/v1/audit-round", campaign, Number(number), hash, sources);
    expect(made.toString("hex")).toBe(digest);
    expect(wordsOf(made, 4)).toBe(round["words"]);
  });

  it("have a promise that anybody can compute once the words are said", () => {
    const made = over("pledge/v1/audit-promise", digest, member, words);
    expect(made.toString("hex")).toBe(promised);
    expect(wordsOf(made, 6)).toBe(promise);
  });

  it("have a draw that follows from the words", () => {
    const [from, incarnation, , , , live = 0] = sources[0] ?? [];
    const auditors = [
      [member, words],
      [member2, words2],
    ];
    const made = over("pledge/v1/audit-seed", digest, from, incarnation, auditors);
    expect(made.toString("hex")).toBe(seed);
    const numbers: number[] = [];
    for (let count = 0; new Set(numbers).size < mostDrawn; count += 1) {
      const value = over("pledge/v1/audit-draw", seed, count).readUIntBE(0, 6);
      if (value < 2 ** 48 - (2 ** 48 % live)) numbers.push(1 + (value % live));
    }
    expect(numbers.join(" ")).toBe(first);
    expect([...new Set(numbers)].toSorted((a, b) => a - b).join(" ")).toBe(drawn);
  });

  it("have a file that says the same to the program", () => {
    const [, text = ""] = /^```json\n(.*?)\n```$/msu.exec(page) ?? [];
    const payload = writeLines(text.split("\n"));
    expect(page).toContain(
      `With a pad these lines are 4,096 bytes with the hash \`${sha256(payload).toString("hex")}\``,
    );
    expect(payload).toHaveLength(4096);
    const draw = parseDraw(payload);
    if (!draw.ok) throw new Error(draw.failure.type);
    const [source] = draw.value.sources;
    if (source === undefined) throw new Error("the file has no source");
    expect(roundDigest(hashes, draw.value)).toBe(digest);
    expect(seedOf(hashes, draw.value, source)).toBe(seed);
    expect(linesDrawn(hashes, draw.value, source).join(" ")).toBe(drawn);
    expect(
      draw.value.sources.map((one) => [
        one.from,
        one.incarnation,
        one.seq,
        one.root,
        one.people,
        one.live,
      ]),
    ).toEqual(sources);
  });

  it("have a path from a line of the page of tallies to its root", () => {
    const { place, size, commitment = "", path = "", root } = valuesUnder("An opening");
    expect(tallies).toContain(`commitment3  ${commitment}`);
    expect(tallies).toContain(`root         ${root}`);
    const at = { index: Number(place) - 1, size: Number(size) };
    const hashesOfPath = (JSON.parse(path) as readonly string[]).map(fromHex);
    const made = rootByPath(hashes.sha256, fromHex(commitment), at, hashesOfPath);
    expect(toHex(made ?? new Uint8Array())).toBe(root);
  });
});

describe("what the page says that an audit is worth", () => {
  it("is the hypergeometric chance", () => {
    const table = tableIn("odds");
    expect(table.map(([live]) => live)).toEqual(["10", "20", "50", "100", "300", "1,000"]);
    for (const [live = "", ...chances] of table) {
      const many = Number(live.replace(",", ""));
      const expected = [0.05, 0.1, 0.2, 0.3, 0.5].map((share) =>
        String(percent(1 - missed(many, Math.round(many * share), mostDrawn))),
      );
      expect(chances, live).toEqual(expected);
    }
  });

  it("is what the program finds in 2,000 audits, whoever cheats", () => {
    const cheats = [
      { roots: 1, words: 1 },
      { roots: 20, words: 1 },
      { roots: 1, words: 2 },
      { roots: 1, words: 4 },
      { roots: 1, words: 100 },
    ];
    const missedOnce = missed(lines, wrong, mostDrawn);
    const told = tableIn("tried").map(([, found]) => Number(found));
    expect(told).toHaveLength(cheats.length);
    for (const [at, cheat] of cheats.entries()) {
      const found = caughtBy(cheat, at + 1);
      expect(Math.round(found * 1000) / 10, `${at}`).toBe(told[at]);
      // What trees she tries makes no difference, and what words she can choose from all of it.
      const chance = (1 - missedOnce) ** cheat.words;
      const deviation = Math.sqrt((chance * (1 - chance)) / audits);
      expect(Math.abs(found - chance), `${at}`).toBeLessThanOrEqual(4 * deviation + 0.001);
    }
  });

  it("is what four sets of words behind one promise change for one certain line", () => {
    const chosen = 1 - (1 - mostDrawn / 100) ** 4;
    expect(page).toContain(`four sets, ${percent(chosen)} % instead of 10 %`);
  });

  it("is what the screen says of ten shown lines", () => {
    // Of very many lines: "once in nine times".
    expect(Math.round(1 / 0.8 ** 10)).toBe(9);
  });
});
