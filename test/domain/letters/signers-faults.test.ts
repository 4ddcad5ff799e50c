/** Every rule of the format that one list of signers can break by itself, and the clause that says which. */
import { describe, expect, it } from "vitest";

import { parseSigners } from "../../../src/domain/letters/parse-signers.ts";
import { signersHeaderText } from "../../../src/domain/letters/write-signers.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { sampleSigners } from "./any-signers.ts";

type Members = { readonly [name: string]: Json | undefined };

const header = JSON.parse(signersHeaderText(sampleSigners)) as Members;

const read = (...lines: readonly Members[]) =>
  parseSigners(writeLines(lines.map((line) => canonicalJson(line))));

const fault = (line: number, what: string) => ({
  ok: false,
  failure: { type: "payload-malformed", line, what },
});

const A = "a".repeat(40);
const B = "b".repeat(40);
const HASH = "e".repeat(64);
const fingerprint = "a fingerprint: 40 digits of lower-case hex";
const hash = "a SHA-256: 64 digits of lower-case hex";
const uuid = "a UUID of version 4";
const unknown = "it has a member that the format does not know";
const people = "a number from 0 to 10000000";
const life = (digit: string): string => `00000000-0000-4000-8000-00000000000${digit}`;
const counted = { inTurf: 1, elsewhere: 2, supporters: 3 };

describe("the first line", () => {
  it.each<readonly [Members, string]>([
    [{ note: "x" }, unknown],
    [{ people: 3 }, unknown],
    [{ asOf: undefined }, 'its "asOf" is missing'],
    [{ asOf: "2026-02-30" }, 'its "asOf" is not a day'],
    [{ campaign: "x" }, `its "campaign" is not ${uuid}`],
    [{ committee: [] }, 'in its "committee": it is not an object'],
    [{ committee: { number: 3 } }, 'in its "committee": its "hash" is missing'],
    [
      { committee: { number: 0, hash: HASH } },
      'in its "committee": its "number" is not a whole number from 1',
    ],
    [{ from: A.toUpperCase() }, `its "from" is not ${fingerprint}`],
    [{ from: "c".repeat(40) }, 'its "to" does not name the writer'],
    [{ to: [] }, 'its "to" is not a list of 1 to 256'],
    [{ to: [B, A] }, 'its "to" is not sorted, each one once'],
    [{ to: [A, "x"] }, `in place 2 of its "to": it is not ${fingerprint}`],
    [{ incarnation: "" }, `its "incarnation" is not ${uuid}`],
    [{ supersedes: [life("1")] }, 'its "supersedes" names its own incarnation'],
    [{ supersedes: [life("3"), life("2")] }, 'its "supersedes" is not sorted, each one once'],
    [{ supersedes: [1] }, `in place 1 of its "supersedes": it is not ${uuid}`],
    [{ seq: 0 }, 'its "seq" is not a whole number from 1'],
    [{ seq: 1 }, 'its "prev" does not go with its "seq"'],
    [{ prev: null }, 'its "prev" does not go with its "seq"'],
    [{ prev: "x" }, `its "prev" is not ${hash}, or null`],
    [{ text: HASH.slice(48) }, `its "text" is not ${hash}`],
    [{ text: HASH.toUpperCase() }, `its "text" is not ${hash}`],
    [{ counted: 45 }, 'in its "counted": it is not an object'],
    [{ counted: { inTurf: 1, elsewhere: 2 } }, 'in its "counted": its "supporters" is missing'],
    [{ counted: { ...counted, inTurf: -1 } }, `in its "counted": its "inTurf" is not ${people}`],
    [
      { counted: { ...counted, elsewhere: 10_000_001 } },
      `in its "counted": its "elsewhere" is not ${people}`,
    ],
    [
      { counted: { ...counted, supporters: 0.5 } },
      `in its "counted": its "supporters" is not ${people}`,
    ],
    [{ counted: { ...counted, ads: 1 } }, `in its "counted": ${unknown}`],
  ])("is refused with %j", (members, what) => {
    expect(read({ ...header, ...members })).toEqual(fault(1, what));
  });

  it("is one of another kind, or of a later version, or none", () => {
    const beginning = fault(1, "it does not begin as a list of signers does");
    expect(read({ ...header, type: "pledge-tally" })).toEqual(beginning);
    expect(read({ ...header, v: "1" })).toEqual(beginning);
    expect(parseSigners(writeLines([]))).toEqual(beginning);
    expect(read({ ...header, v: 0 })).toEqual(fault(1, 'its "v" is not 1'));
    expect(read({ type: "pledge-signers", v: 2 })).toEqual({
      ok: false,
      failure: { type: "payload-newer", version: 2 },
    });
  });
});

const clean = "a clean line of at most 200 characters";

describe("somebody's line", () => {
  it.each<readonly [Members, string]>([
    [{}, "it has neither a name nor a role"],
    [{ team: "cloud" }, "it has neither a name nor a role"],
    [{ role: "SRE", supporter: true }, "it is of a supporter without a name"],
    [{ name: "Ana", supporter: true, team: "cloud" }, "it puts a supporter into a team"],
    [{ name: "Ana", supporter: false }, 'its "supporter" is not true'],
    [{ name: "Ana", contact: "x" }, unknown],
    [{ name: "Ana", display: "counted" }, unknown],
    [{ name: "" }, `its "name" is not ${clean}`],
    [{ name: " Ana" }, `its "name" is not ${clean}`],
    [{ name: "Ana\nBo" }, `its "name" is not ${clean}`],
    [{ name: "Ana\u001B[2J" }, `its "name" is not ${clean}`],
    [{ name: "Ana\u202E" }, `its "name" is not ${clean}`],
    [{ name: "Go\u0301mez" }, `its "name" is not ${clean}`],
    [{ name: "x".repeat(201) }, `its "name" is not ${clean}`],
    [{ name: null }, `its "name" is not ${clean}`],
    [{ role: "\t" }, `its "role" is not ${clean}`],
    [{ name: "Ana", team: "Cloud" }, 'its "team" is not the key of a team'],
    [{ name: "Ana", team: "*" }, 'its "team" is not the key of a team'],
    [{ name: "Ana", team: "x".repeat(25) }, 'its "team" is not the key of a team'],
  ])("is refused as %j", (line, what) => {
    expect(read(header, line)).toEqual(fault(2, what));
  });

  it("has one spelling and one place", () => {
    const text = signersHeaderText(sampleSigners);
    const form = "it is not written in the one form of the format";
    expect(parseSigners(writeLines([` ${text}`]))).toEqual(fault(1, form));
    expect(parseSigners(writeLines([text, '{"role":"SRE","name":"Ana"}']))).toEqual(fault(2, form));
    expect(parseSigners(writeLines([text, String.raw`{"name":"\u0041na"}`]))).toEqual(
      fault(2, form),
    );
    expect(parseSigners(writeLines([text, '{"name":"Bo","name":"Ana"}']))).toEqual(fault(2, form));
    expect(read(header, { name: "Bo" }, { name: "Ana" })).toEqual(
      fault(3, "the lines are not sorted"),
    );
    expect(parseSigners(writeLines([text, String.raw`{"name":"\ud800"}`]))).toEqual(
      fault(2, `its "name" is not ${clean}`),
    );
  });
});
