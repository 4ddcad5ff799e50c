/** Two real vaults of one committee, between which people go; the seals are left out, since nothing here is about them. */
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { parseHandover } from "../../../src/domain/handovers/parse-handover.ts";
import { handedPersonText, writeHandover } from "../../../src/domain/handovers/write-handover.ts";
import type { Member } from "../../../src/domain/committee/committee.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Handover } from "../../../src/domain/handovers/handover.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { ok } from "../../../src/domain/result.ts";
import { committeeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { draftHandover } from "../../../src/usecases/handovers/draft-handover.ts";
import { planHandover } from "../../../src/usecases/handovers/plan-handover.ts";
import type { PlannedTake } from "../../../src/usecases/handovers/plan-handover.ts";
import { takeHandover } from "../../../src/usecases/handovers/take-handover.ts";
import { hashes } from "../../../src/adapters/system/hashes.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import { toldOf } from "../../domain/handovers/any-handover.ts";
import type { Whole } from "../../domain/handovers/any-handover.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";

export const today = "2026-11-22" as Day;
const teams = ["cloud", "ads"] as readonly string[] as readonly TeamKey[];

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

let made = 0;

/** What the vault would hand over of both teams, as it would be read; each is another file. */
export const handoverFrom = (vault: Vault, to: string): Handover => {
  const inUse = valueOf(committeeInUse(vault));
  const { handover } = valueOf(draftHandover({ vault, universalDay: today }, inUse, { teams, to }));
  made += 1;
  return valueOf(parseHandover(writeHandover({ ...handover, number: made })));
};

/** The lines of everybody, as bytes say it. */
export const linesFrom = (handover: Handover): readonly string[] =>
  handover.people.map(handedPersonText);

export const planIn = (vault: Vault, handover: Handover): PlannedTake => {
  const { committee } = valueOf(committeeInUse(vault));
  const from = committee.members.find(({ fingerprint }) => fingerprint === handover.from) as Member;
  const sha256 = toHex(hashes.sha256(writeHandover(handover))) as Hash;
  return valueOf(planHandover(vault, { handover, from, sha256 }));
};

export const takeIn = (vault: Vault, handover: Handover, seed = 1): PlannedTake => {
  const plan = planIn(vault, handover);
  valueOf(takeHandover({ vault, random: seededRandomness(seed), today }, plan));
  return plan;
};

/** Marks whoever goes, as a written file does. */
export const mark = (vault: Vault, handover: Handover): void => {
  vault.transaction(() =>
    ok(
      vault.handovers.give(
        {
          number: handover.number,
          sha256: "0".repeat(64) as Hash,
          reader: handover.to[0] as never,
          handle: "heron" as never,
          teams: handover.teams,
          people: handover.people.length,
          givenOn: today,
        },
        handover.people.map(({ record }) => record.id),
      ),
    ),
  );
};

/** Puts people into a vault with all that hangs on them; nobody covers somebody who is not there. */
export const fill = (vault: Vault, all: readonly Whole[]): void => {
  const ids = new Set(all.map(({ exported }) => exported.person.id));
  vault.transaction(() => {
    const people = all.map(({ exported: { person }, team }) => {
      const { coveredBy, ...rest } = person;
      const isThere = coveredBy !== undefined && coveredBy !== person.id && ids.has(coveredBy);
      return { ...rest, team, ...(isThere ? { coveredBy } : {}) };
    });
    vault.people.addAll(people, 1);
    for (const one of all) {
      const { person, assessments, changes, pledges } = one.exported;
      vault.imports.putPast({ assessments, changes, pledges }, person.id);
      vault.duplicates.keepCodes(person.id, one.otherCodes, toldOf(one));
    }
    return ok(undefined);
  });
};

/** Takes everybody out again. */
export const empty = (vault: Vault): void => {
  vault.transaction(() => {
    for (const { person } of vault.people.summaries()) vault.people.remove(person.id);
    return ok(undefined);
  });
};
