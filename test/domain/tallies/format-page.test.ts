/** docs/tally-format.md, held to its word: every number of its examples is computed again from the page. */
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { parsePledgeCode } from "../../../src/domain/pledges/code.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { roundedUp } from "../../../src/domain/pledges/rounding.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { commitmentOf, merkleRoot } from "../../../src/domain/tallies/commitment.ts";
import { parseTally } from "../../../src/domain/tallies/parse-tally.ts";
import type { TallyHeader } from "../../../src/domain/tallies/tally.ts";
import { largestTally, mostPeople } from "../../../src/domain/tallies/tally-shape.ts";
import { toldTeams } from "../../../src/domain/tallies/told-teams.ts";
import { proofOf, tokenOf } from "../../../src/domain/tallies/token.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { grouped } from "../../../src/domain/text/words.ts";

const page = readFileSync(new URL("../../../docs/tally-format.md", import.meta.url), "utf8");

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();

const sectionUnder = (heading: string): string => {
  const [, section = ""] = page.split(`# ${heading}\n`);
  return section.split(/\n#+ /u)[0] ?? "";
};

/** The lines of the first block without a language under a heading. */
const exampleUnder = (heading: string): readonly string[] => {
  const [, block = ""] = /^```\n(.*?)\n```$/msu.exec(sectionUnder(heading)) ?? [];
  expect(block, heading).not.toBe("");
  return block.split("\n");
};

/** An example of names and values. */
const valuesUnder = (heading: string): { readonly [name: string]: string } =>
  Object.fromEntries(
    exampleUnder(heading).map((line) => {
      const [name = "", ...value] = line.split(/ {2,}/u);
      return [name, value.join("  ")];
    }),
  );

/** An example that is a table, without its first line. */
const rowsUnder = (heading: string): readonly (readonly string[])[] =>
  exampleUnder(heading)
    .slice(1)
    .map((line) => line.split(/ {2,}/u));

const payloadLines = (/^```json\n(.*?)\n```$/msu.exec(page)?.[1] ?? "").split("\n");
const lines = payloadLines.slice(1);
const header = JSON.parse(payloadLines[0] ?? "") as TallyHeader;

/** The other lines' codes, salts and names. */
const others = [...sectionUnder("Root").matchAll(/^\| `(.*)` \| `(.*)` \| (.*) \|$/gmu)].map(
  ([, code = "", salt = "", name = ""]) => ({ code, salt, name }),
);
const people = [
  { code: valuesUnder("Token")["code"] ?? "", ...valuesUnder("Commitment") },
  ...others,
] as readonly { readonly code: string; readonly salt: string; readonly name: string }[];

describe("the examples of the format page", () => {
  it("has a token that anybody can compute", () => {
    const { campaign = "", code = "", text = "", sha256: digest, token } = valuesUnder("Token");
    expect(JSON.parse(text)).toEqual(["pledge/v1/token", campaign, code]);
    expect(sha256(text).toString("hex")).toBe(digest);
    expect(sha256(text).subarray(0, 16).toString("base64url")).toBe(token);
    expect(tokenOf(hashes, campaign, code as PledgeCode)).toBe(token);
  });

  it("has a proof that anybody with the code can compute", () => {
    const { code = "", text = "", hmac, proof } = valuesUnder("Proof");
    const { from, incarnation } = header;
    expect(JSON.parse(text)).toEqual(["pledge/v1/proof", from, incarnation]);
    const digest = createHmac("sha256", code).update(text).digest();
    expect(digest.toString("hex")).toBe(hmac);
    expect(digest.subarray(0, 16).toString("base64url")).toBe(proof);
    expect(proofOf(hashes, code as PledgeCode, header)).toBe(proof);
  });

  it("has a commitment that whoever has salt and name can compute", () => {
    const { salt = "", line = "", name = "", text = "", commitment } = valuesUnder("Commitment");
    expect(line).toBe(lines[0]);
    expect(JSON.parse(text)).toEqual(["pledge/v1/commitment", salt, line, name]);
    expect(sha256(text).toString("hex")).toBe(commitment);
    const ours = commitmentOf(hashes, { salt: Buffer.from(salt, "base64url"), line, name });
    expect(Buffer.from(ours).toString("hex")).toBe(commitment);
  });

  it("has a root that follows from three commitments", () => {
    const values = valuesUnder("Root");
    const commitments = people.map(({ salt, name }, index) =>
      commitmentOf(hashes, {
        salt: Buffer.from(salt, "base64url"),
        line: lines[index] ?? "",
        name,
      }),
    );
    for (const [index, commitment] of commitments.entries()) {
      expect(Buffer.from(commitment).toString("hex")).toBe(values[`commitment${index + 1}`]);
      expect(sha256(Uint8Array.of(0), commitment).toString("hex")).toBe(values[`leaf${index + 1}`]);
    }
    const [leaf1, leaf2, leaf3] = [1, 2, 3].map((n) =>
      Buffer.from(values[`leaf${n}`] ?? "", "hex"),
    );
    const first2 = sha256(Uint8Array.of(1), leaf1 ?? "", leaf2 ?? "");
    expect(first2.toString("hex")).toBe(values["first2"]);
    expect(sha256(Uint8Array.of(1), first2, leaf3 ?? "").toString("hex")).toBe(values["root"]);
    expect(Buffer.from(merkleRoot(hashes.sha256, commitments)).toString("hex")).toBe(
      values["root"],
    );
    expect(header.root).toBe(values["root"]);
    expect(page).toContain(`SHA-256 of nothing: \`${sha256("").toString("hex")}\``);
  });

  it("has a whole payload, by hand and by us", () => {
    const body = payloadLines.map((line) => `${line}\n`).join("");
    const [, zeros = "", bytes = "", hash] =
      /a pad of ([\d,]+) zeros are ([\d,]+) bytes with the hash `([0-9a-f]{64})`/u.exec(page) ?? [];
    const pad = "0".repeat(Number(zeros.replaceAll(",", "")));
    const payload = Buffer.from(`${body}{"pad":"${pad}"}\n`);
    expect(payload).toHaveLength(Number(bytes.replaceAll(",", "")));
    expect(sha256(payload).toString("hex")).toBe(hash);
    const read = parseTally(payload);
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(Buffer.from(writeTally(read.value))).toEqual(payload);
    for (const [index, { code }] of people.entries()) {
      expect(parsePledgeCode(code)).toBe(code);
      expect(lines[index]).toContain(
        `"token":"${tokenOf(hashes, header.campaign, code as PledgeCode)}"`,
      );
      expect(lines[index]).toContain(`"proof":"${proofOf(hashes, code as PledgeCode, header)}"`);
    }
  });

  it("has pads that fill the payload up", () => {
    const rows = rowsUnder("Pad").map((row) => row.map(Number));
    expect(rows).toHaveLength(4);
    for (const [written = 0, bytes = 0, zeros, length] of rows) {
      // One line of that many bytes, its quotes and its LF included.
      const payload = writeLines([`"${"x".repeat(written - 3)}"`]);
      expect(bytes).toBe(written + 11);
      expect(payload).toHaveLength(length ?? 0);
      expect(payload.length - bytes).toBe(zeros);
    }
  });

  it("has roundings", () => {
    const rows = rowsUnder("Rounding");
    expect(rows).toHaveLength(7);
    for (const [said = "", sent = ""] of rows) {
      const percent = said.endsWith("%");
      const [before, after] = [said, sent].map((one) => Number(one.replace("%", "")));
      expect(
        percent
          ? roundedUp({ kind: "at-least-percent", percent: before ?? 0 })
          : roundedUp({ kind: "at-least", people: before ?? 0 }),
      ).toMatchObject(percent ? { percent: after } : { people: after });
    }
  });

  it("has teams that are named and teams that are not", () => {
    const rows = rowsUnder("When a team is named");
    expect(rows).toHaveLength(4);
    for (const [size, count, named] of rows) {
      const key = "cloud" as never;
      const told = toldTeams(
        {
          teams: [{ key, name: "Cloud", size: Number(size) }],
          settings: { smallestTeam: 10, oldAfterDays: 14 },
        },
        new Map([[key, Number(count)]]),
      );
      expect(told.has(key) ? "yes" : "no", `${size} ${count}`).toBe(named);
    }
  });
});

describe("the tables of the format page", () => {
  const membersIn = (heading: string): readonly string[] =>
    [...sectionUnder(heading).matchAll(/^\| `([a-zA-Z]+)` \|/gmu)].map(([, name = ""]) => name);

  it("name every member of the first line, and no other", () => {
    expect(membersIn("The first line").toSorted()).toEqual(Object.keys(header).toSorted());
  });

  it("name every member of a person's line and of an action", () => {
    const members =
      "token proof team supporter actions action state atLeast atLeastPercent atLeastInTeam waits text";
    expect(membersIn("A person's line")).toEqual(members.split(" "));
  });

  it("have the bounds that we keep", () => {
    expect(page).toContain(`how many lines of people follow, 0 to ${grouped(mostPeople)}`);
    expect(page).toContain(`At most ${largestTally / 1024 / 1024} MiB, no line over 1 MiB.`);
  });
});
