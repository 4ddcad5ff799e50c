import { describe, expect, it } from "vitest";

import { hashes } from "../../src/adapters/system/hashes.ts";
import type { PledgeCode } from "../../src/domain/pledges/code.ts";
import type { Tally, TallyLine } from "../../src/domain/tallies/tally.ts";
import { proofOf, tokenOf } from "../../src/domain/tallies/token.ts";
import { toBase64url } from "../../src/domain/text/bytes.ts";
import { namesGuessed } from "../../src/usecases/guess-names.ts";
import { sampleTally } from "../domain/tallies/any-tally.ts";

const staff = ["Ana Gómez", "Bo Sample", "Chi Sample"];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const short = (digest: Uint8Array): string => toBase64url(digest.subarray(0, 16));
const { sha256, hmacSha256 } = hashes;

const withLine = (changes: Readonly<Record<string, string>>): Tally => ({
  ...sampleTally,
  lines: sampleTally.lines.map((line, index): TallyLine =>
    index === 0 ? { ...line, ...changes } : line,
  ),
});

const found = (changes: Readonly<Record<string, string>>): readonly string[] =>
  namesGuessed(hashes, [sampleTally, withLine(changes)], staff);

const { campaign, committee, from, incarnation } = sampleTally;
const name = "Ana Gómez";

describe("guessing names behind lines", () => {
  it("finds nobody in a tally whose tokens and proofs are made from codes", () => {
    const code = "K7QF-2M9T-XR4D-8WNA" as PledgeCode;
    const own = {
      token: tokenOf(hashes, campaign, code),
      proof: proofOf(hashes, code, sampleTally),
    };
    expect(found(own)).toEqual([]);
  });

  it.each([
    ["as it is", name],
    ["in lower case", "ana gómez"],
    ["without accents", "ana gomez"],
    ["in one word", "anagomez"],
    ["with a dot", "ana.gomez"],
    ["as an address", "ana.gomez@example.com"],
    ["turned around", "gomez ana"],
    ["as a login", "agomez"],
  ])("finds the hash of a name %s", (_, spelled) => {
    expect(found({ token: short(sha256(bytes(spelled))) })).toEqual([name]);
    expect(found({ proof: short(sha256(bytes(spelled))) })).toEqual([name]);
  });

  it.each([
    ["campaign", campaign],
    ["committee file", committee.hash],
    ["key", from],
    ["life of the vault", incarnation],
  ])("finds a name that is hashed with the %s", (_, key) => {
    expect(found({ token: short(hmacSha256(bytes(key), bytes(name))) })).toEqual([name]);
    expect(found({ token: short(sha256(bytes(key + name))) })).toEqual([name]);
  });

  it("finds a name that was put in the place of the pledge code", () => {
    const code = name as PledgeCode;
    expect(found({ token: tokenOf(hashes, campaign, code) })).toEqual([name]);
    expect(found({ proof: proofOf(hashes, code, sampleTally) })).toEqual([name]);
  });
});
