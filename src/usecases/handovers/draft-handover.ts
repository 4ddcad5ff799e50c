/** Whom a handover would take, and to whom: nothing is kept of a draft, and no number is taken by it. */
import type { TeamKey } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { HandoverFailure } from "../../domain/handovers/failures.ts";
import { handedRecord } from "../../domain/handovers/handover.ts";
import type { HandedPerson, Handover } from "../../domain/handovers/handover.ts";
import type { TeamUnknown } from "../../domain/people/find-person.ts";
import type { Person } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { otherMembers } from "../tallies/tally-readers.ts";

export interface HandoverDraft {
  readonly handover: Handover;
  readonly reader: Member;
  /** The vault that it was made from. */
  readonly generation: number;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface Going {
  readonly person: Person;
  readonly team: TeamKey;
}

/** Everybody of ours in these teams, sorted by id; whoever went before is not ours any more. */
const goingFrom = (vault: Vault, teams: ReadonlySet<TeamKey>): readonly Going[] => {
  const gone = vault.handovers.gone();
  return vault.people
    .summaries()
    .flatMap(({ person }): readonly Going[] => {
      const { id, team } = person;
      return team === undefined || !teams.has(team) || gone.has(id) ? [] : [{ person, team }];
    })
    .toSorted((a, b) => byCodeUnits(a.person.id, b.person.id));
};

const handedFrom = (vault: Vault, going: readonly Going[]): readonly HandedPerson[] => {
  const along = new Set(going.map(({ person }) => person.id));
  return going.map(({ person, team }) => {
    const { id } = person;
    return {
      record: handedRecord(person, team, along),
      otherCodes: vault.duplicates.otherCodes(id),
      told: vault.duplicates.told(id),
      assessments: vault.people.assessments(id),
      pledges: vault.pledges.of(id),
      changes: vault.pledges.history(id),
      signatures: vault.letters.signaturesOf(id).toSorted((a, b) => byCodeUnits(a.text, b.text)),
    };
  });
};

/**
 * What would go to the member of that handle. Fails with `team-unknown`, with `handle-unknown` for nobody else in the
 * committee, and with `handover-nobody` where none of ours is in the teams.
 */
export const draftHandover = (
  { vault, universalDay }: { readonly vault: Vault; readonly universalDay: Day },
  inUse: CommitteeInUse,
  wanted: { readonly teams: readonly string[]; readonly to: string },
): Result<HandoverDraft, CommitteeFailure | HandoverFailure | TeamUnknown> => {
  const { committee, identity, reference } = inUse;
  const known = committee.definition.teams.map(({ key }) => key);
  const teams = known.filter((key) => wanted.teams.includes(key));
  if (teams.length < new Set(wanted.teams).size) return fail({ type: "team-unknown", known });
  const others = otherMembers(inUse);
  const reader = others.find(({ handle }) => handle === wanted.to);
  if (reader === undefined)
    return fail({ type: "handle-unknown", known: others.map(({ handle }) => handle) });
  const generation = vault.generation();
  const people = handedFrom(vault, goingFrom(vault, new Set(teams)));
  if (people.length === 0) return fail({ type: "handover-nobody" });
  const handover: Handover = {
    campaign: committee.definition.id,
    committee: reference,
    from: identity.fingerprint,
    to: [reader.fingerprint],
    incarnation: identity.incarnation,
    number: (vault.handovers.given().at(-1)?.number ?? 0) + 1,
    asOf: universalDay,
    teams: teams.toSorted(byCodeUnits),
    people,
  };
  return ok({ handover, reader, generation });
};
