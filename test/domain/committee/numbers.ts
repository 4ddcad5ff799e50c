/** Numbers of a committee file without a file: for the laws of the chain, which only look at hashes and signers. */
import * as fc from "fast-check";

import type { Numbered } from "../../../src/domain/committee/chain.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { fingerprint, member, sampleCommittee } from "./any-committee.ts";

const hashOf = (name: string): Hash => Buffer.from(name).toString("hex").padEnd(64, "0") as Hash;

export const otherCampaign = "11111111-1111-4111-8111-111111111111";

interface Given {
  readonly number: number;
  /** The name of the number before; nothing for number 1. */
  readonly after?: string;
  /** One digit a member. */
  readonly members?: string;
  readonly needs?: number;
  /** One digit a signer. */
  readonly by?: string;
  readonly anchor?: boolean;
  readonly campaign?: string;
}

/** A number called `name`, of members 1, 2 and 3 and signed by 1 unless it is said otherwise. */
export const numbered = (
  name: string,
  { number, after, members = "123", needs = 1, by = "1", anchor = false, campaign }: Given,
): Numbered => ({
  sha256: hashOf(name),
  anchor,
  signers: [...by].map(fingerprint),
  committee: {
    ...sampleCommittee,
    number,
    prev: after === undefined ? undefined : hashOf(after),
    needs,
    definition: {
      ...sampleCommittee.definition,
      ...(campaign === undefined ? {} : { id: campaign }),
    },
    members: [...members].map((digit) => member(`m${digit}`, digit)),
  },
});

export const nameOf = ({ sha256 }: Pick<Numbered, "sha256">): string =>
  Buffer.from(sha256, "hex").toString("utf8").replaceAll("\0", "");

const digits = "12345";

const some = fc.subarray([...digits], { minLength: 1 });

interface Growth {
  readonly parent: number;
  readonly members: readonly string[];
  readonly needs: number;
  readonly by: readonly string[];
  readonly step: number;
  readonly astray: boolean;
}

const growth: fc.Arbitrary<Growth> = fc.record({
  parent: fc.nat(),
  members: some,
  needs: fc.nat(),
  by: fc.subarray([...digits]),
  // Mostly the next number; now and then one that leaves some out, or stands still.
  step: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 0, 2),
  astray: fc.constantFrom(false, false, false, false, false, false, false, true),
});

/** Numbers that grew from one another, some of them as they may, with the one that was adopted somewhere among the first. */
export const anyNumbers: fc.Arbitrary<readonly Numbered[]> = fc
  .tuple(fc.nat(2), fc.array(growth, { maxLength: 14 }))
  .map(([adopted, growths]) => {
    const all: Numbered[] = [numbered("0", { number: 1, by: "1", anchor: adopted === 0 })];
    for (const [index, { parent, members, needs, by, step, astray }] of growths.entries()) {
      const before = all[parent % all.length];
      if (before === undefined) continue;
      all.push(
        numbered(String(index + 1), {
          number: before.committee.number + step,
          after: nameOf(before),
          members: members.join(""),
          needs: 1 + (needs % members.length),
          by: by.join(""),
          anchor: adopted === index + 1,
          ...(astray ? { campaign: otherCampaign } : {}),
        }),
      );
    }
    return all.some((one) => one.anchor)
      ? all
      : all.map((one) => ({ ...one, anchor: one === all[0] }));
  });

export const signersOf = ({ signers }: Numbered): ReadonlySet<Fingerprint> => new Set(signers);
