/** Lists of signers for the laws: one by hand, and arbitrary ones with every member that a line can have. */
import * as fc from "fast-check";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { TextHash } from "../../../src/domain/letters/letter.ts";
import type { SignerLine, Signers } from "../../../src/domain/letters/signers.ts";
import { sortedLines } from "../../../src/domain/letters/write-signers.ts";
import { cleanText, day, key } from "../../support/campaigns.ts";
import { fingerprint, hash, incarnation, seq } from "../tallies/any-tally.ts";

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const signerLine: fc.Arbitrary<SignerLine> = fc
  .record({
    name: optional(cleanText(30)),
    role: optional(cleanText(20)),
    team: optional(key(24) as fc.Arbitrary<TeamKey>),
    supporter: fc.boolean(),
  })
  .map(({ name, role, team, supporter }) => {
    const outside = supporter && name !== undefined;
    return {
      ...(name === undefined ? {} : { name }),
      ...(role === undefined ? (name === undefined ? { role: "SRE" } : {}) : { role }),
      ...(team === undefined || outside ? {} : { team }),
      supporter: outside,
    };
  });

const sortedOnce = <T extends string>(
  item: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<readonly T[]> => fc.uniqueArray(item, { maxLength }).map((list) => list.toSorted());

const people = fc.oneof(fc.nat(300), fc.constant(10_000_000));

export const signers: fc.Arbitrary<Signers> = fc
  .record({
    campaign: fc.uuid({ version: 4 }),
    committee: fc.record({ number: seq, hash }),
    from: fingerprint,
    others: sortedOnce(fingerprint, 4),
    incarnation,
    supersedes: sortedOnce(incarnation, 4),
    seq,
    before: hash,
    asOf: day,
    text: hash as unknown as fc.Arbitrary<TextHash>,
    counted: fc.record({ inTurf: people, elsewhere: people, supporters: people }),
    lines: fc.array(signerLine, { maxLength: 20 }),
    twice: fc.boolean(),
  })
  .map(({ others, before, lines, twice, ...one }) => ({
    ...one,
    to: [...new Set([one.from, ...others])].toSorted(),
    supersedes: one.supersedes.filter((life) => life !== one.incarnation),
    prev: one.seq === 1 ? undefined : before,
    // Two coworkers may have one name.
    lines: sortedLines(twice ? [...lines, ...lines.slice(0, 3)] : lines),
  }));

const digits = (digit: string, length: number): never => digit.repeat(length) as never;

export const sampleSigners: Signers = {
  campaign: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01",
  committee: { number: 3, hash: digits("e", 64) },
  from: digits("a", 40),
  to: [digits("a", 40), digits("b", 40)],
  incarnation: "00000000-0000-4000-8000-000000000001" as never,
  supersedes: [],
  seq: 2,
  prev: digits("d", 64),
  asOf: "2026-11-22" as never,
  text: digits("c", 64),
  counted: { inTurf: 12, elsewhere: 3, supporters: 1 },
  lines: sortedLines([
    { name: "Ana Gómez", role: "SRE", team: "cloud" as TeamKey, supporter: false },
    { role: "SRE", team: "cloud" as TeamKey, supporter: false },
    { name: "Grace Example", supporter: true },
  ]),
};
