/** What taking a handover would do, before anything of it is done. */
import type { Day } from "../../domain/day.ts";
import type { HandoverFailure } from "../../domain/handovers/failures.ts";
import type { HandedPerson } from "../../domain/handovers/handover.ts";
import type { Person, PersonId } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { OpenedHandover } from "./open-handover.ts";

/** Somebody of the file, and who she is here. */
export interface Placed {
  readonly handed: HandedPerson;
  /** By a code of hers; nothing for somebody new. */
  readonly known?: PersonId;
}

export interface PlannedTake {
  readonly opened: OpenedHandover;
  /** The day on which the same file was taken in, where it was: then there is nothing to do. */
  readonly takenOn?: Day;
  readonly people: readonly Placed[];
  readonly newcomers: number;
  /** Here already by a code of theirs: united with the record that is here. */
  readonly known: number;
  /** Of the known ones, those whom we had handed over: they are ours again. */
  readonly comingBack: number;
  /** New ones beside whom somebody of that name and team is here already. */
  readonly alike: number;
  /** Whose alias somebody else has here: they come without it. */
  readonly withoutAlias: number;
  /** Signatures under texts that are not here: they stay out. */
  readonly signaturesLeftOut: number;
  /** The vault that it was made for. */
  readonly generation: number;
}

/** Under each of her codes who has it here. */
const holders = (vault: Vault, { record, otherCodes }: HandedPerson): readonly Person[] => {
  const found = [record.code, ...otherCodes].flatMap((code) => vault.people.byCode(code) ?? []);
  return [...new Map(found.map((person) => [person.id, person])).values()];
};

/** The texts that people can have signed here. */
export const textsHere = (vault: Vault): ReadonlySet<string> =>
  new Set(vault.letters.all().flatMap(({ frozen }) => frozen?.hash ?? []));

/** Looks only. Fails with `handover-two-records` for somebody whose codes two people have here. */
export const planHandover = (
  vault: Vault,
  opened: OpenedHandover,
): Result<PlannedTake, HandoverFailure> => {
  const generation = vault.generation();
  const gone = vault.handovers.gone();
  const texts = textsHere(vault);
  const taken = vault.handovers.taken().find(({ sha256 }) => sha256 === opened.sha256);
  const people: Placed[] = [];
  let [comingBack, alike, withoutAlias, signaturesLeftOut] = [0, 0, 0, 0];
  for (const handed of opened.handover.people) {
    const [known, ...more] = holders(vault, handed);
    if (known !== undefined && more.length > 0)
      return fail({ type: "handover-two-records", people: [known, ...more].map(({ id }) => id) });
    people.push(known === undefined ? { handed } : { handed, known: known.id });
    const { name, team, alias } = handed.record;
    if (known !== undefined && gone.has(known.id)) comingBack += 1;
    if (known === undefined && vault.people.sameName(name, team).length > 0) alike += 1;
    if (alias !== undefined && vault.people.aliasTaken(alias, known?.id)) withoutAlias += 1;
    signaturesLeftOut += handed.signatures.filter(({ text }) => !texts.has(text)).length;
  }
  const known = people.filter((one) => one.known !== undefined).length;
  return ok({
    opened,
    ...(taken === undefined ? {} : { takenOn: taken.takenOn }),
    people,
    newcomers: people.length - known,
    known,
    comingBack,
    alike,
    withoutAlias,
    signaturesLeftOut,
    generation,
  });
};
