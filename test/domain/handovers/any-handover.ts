/** Handovers for the laws: one by hand, and arbitrary ones with every member that a line can have. */
import * as fc from "fast-check";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { handedRecord } from "../../../src/domain/handovers/handover.ts";
import type { HandedPerson, Handover } from "../../../src/domain/handovers/handover.ts";
import type { ExportedPerson } from "../../../src/domain/people/export/exported.ts";
import type { Told } from "../../../src/domain/people/duplicates/told-codes.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { day } from "../../support/campaigns.ts";
import { anyExported } from "../people/export/any-exported.ts";
import { fingerprint, hash, incarnation, seq } from "../tallies/any-tally.ts";

const teams = ["ads", "cloud"] as readonly string[] as readonly TeamKey[];

const isOnce = (all: readonly string[]): boolean => new Set(all).size === all.length;

const code: fc.Arbitrary<PledgeCode> = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => newPledgeCode({ bytes: () => bytes }));

/** Somebody of a vault, with the codes that she may have besides. */
export interface Whole {
  readonly exported: ExportedPerson;
  readonly team: TeamKey;
  readonly otherCodes: readonly PledgeCode[];
  /** Which of her codes carries an action that several of them tell. */
  readonly carrier: number;
}

/** A contact or a consent that is there twice would be there once after two records became one. */
const isSettled = ({ person: { contacts, consents } }: ExportedPerson): boolean =>
  isOnce(contacts.map(({ kind, value }) => `${kind} ${value.toLowerCase()}`)) &&
  isOnce(consents.map(({ to, on }) => `${on} ${to}`)) &&
  consents.every(({ on }, at) => at === 0 || (consents[at - 1]?.on ?? "") <= on);

const whole: fc.Arbitrary<Whole> = fc.record({
  exported: anyExported.filter(isSettled),
  team: fc.constantFrom(...teams),
  otherCodes: fc
    .uniqueArray(code, { maxLength: 2 })
    .map((codes): readonly PledgeCode[] => codes.toSorted()),
  carrier: fc.nat(2),
});

/** Ids, codes and aliases each stand for one person. */
export const wholes: fc.Arbitrary<readonly Whole[]> = fc
  .uniqueArray(whole, { minLength: 1, maxLength: 4, selector: (one) => one.exported.person.id })
  .filter((all) => isOnce(all.flatMap(({ exported }) => exported.person.alias ?? [])))
  .filter((all) =>
    isOnce(all.flatMap(({ exported, otherCodes }) => [exported.person.code, ...otherCodes])),
  );

/** Every action of hers, told under each of her codes; nothing for whoever has one. */
export const toldOf = ({ exported, otherCodes, carrier }: Whole): readonly Told[] => {
  const codes = [exported.person.code, ...otherCodes].toSorted();
  return otherCodes.length === 0
    ? []
    : exported.pledges.flatMap(({ action }) =>
        codes.map((one, at) => ({ action, code: one, carries: at === carrier % codes.length })),
      );
};

const bySomething = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const handedOf = (one: Whole, along: ReadonlySet<PersonId>): HandedPerson => {
  const { person, assessments, pledges, changes, signatures } = one.exported;
  const { coveredBy, ...rest } = person;
  const isOther = coveredBy !== undefined && coveredBy !== person.id;
  return {
    record: handedRecord(isOther ? person : rest, one.team, along),
    otherCodes: one.otherCodes,
    told: toldOf(one),
    assessments,
    pledges,
    changes,
    signatures: [...new Map(signatures.map((signed) => [signed.text, signed])).values()].toSorted(
      (a, b) => bySomething(a.text, b.text),
    ),
  };
};

export const handovers: fc.Arbitrary<Handover> = fc
  .record({
    campaign: fc.uuid({ version: 4 }),
    committee: fc.record({ number: seq, hash }),
    keys: fc.uniqueArray(fingerprint, { minLength: 2, maxLength: 2 }),
    incarnation,
    number: seq,
    asOf: day,
    people: wholes,
  })
  .map(({ keys: [from, to], people, ...one }) => {
    const along = new Set(people.map(({ exported }) => exported.person.id));
    return {
      ...one,
      from: from as never,
      to: [to as never],
      teams,
      people: people
        .map((each) => handedOf(each, along))
        .toSorted((a, b) => bySomething(a.record.id, b.record.id)),
    };
  });

const digits = (digit: string, length: number): never => digit.repeat(length) as never;

export const sampleHandover: Handover = {
  campaign: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01",
  committee: { number: 3, hash: digits("e", 64) },
  from: digits("a", 40),
  to: [digits("b", 40)],
  incarnation: "00000000-0000-4000-8000-000000000001" as never,
  number: 1,
  asOf: "2026-11-22" as never,
  teams,
  people: [],
};
