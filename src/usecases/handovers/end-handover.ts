/** Ends a handover that stands: its people are ours again, or are erased here. */
import type { Day } from "../../domain/day.ts";
import type { HandoverFailure } from "../../domain/handovers/failures.ts";
import type { GivenHandover } from "../../domain/handovers/store.ts";
import type { Person } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { blankTraces, tracesOf } from "../retention/traces.ts";
import type { Traces } from "../retention/traces.ts";

/** The handover of that number; without one the only one that stands. */
export const standingHandover = (
  vault: Vault,
  number: number | undefined,
): Result<GivenHandover, HandoverFailure> => {
  const standing = vault.handovers.given().filter(({ state }) => state === "given");
  const meant = standing.filter((one) => number === undefined || one.number === number);
  const [first, ...more] = meant;
  if (first === undefined) return fail({ type: "handover-unknown" });
  return more.length === 0
    ? ok(first)
    : fail({ type: "handover-unclear", numbers: meant.map((one) => one.number) });
};

/** Those of its people who are here and were not come back since, by id. */
export const peopleGoneBy = (
  vault: Vault,
  { number }: Pick<GivenHandover, "number">,
): readonly Person[] =>
  [...vault.handovers.gone()].flatMap(([id, by]) =>
    by === number ? (vault.people.byId(id) ?? []) : [],
  );

/** Its people count with us again. Gives how many. */
export const takeBackHandover = (vault: Vault, given: GivenHandover, today: Day): number => {
  const people = peopleGoneBy(vault, given).length;
  vault.transaction(() => ok(vault.handovers.end(given.number, "taken-back", today)));
  return people;
};

/** Erases its people as `forget` does one; returns when nothing of them is left in the vault's file but what cannot be changed. */
export const eraseHandover = (
  vault: Vault,
  given: GivenHandover,
  today: Day,
): { readonly people: number; readonly traces: Traces } => {
  const done = vault.transaction(() => {
    const people = peopleGoneBy(vault, given);
    const traces = tracesOf(vault, people);
    blankTraces(vault, traces);
    for (const { id } of people) vault.people.remove(id);
    vault.handovers.end(given.number, "erased", today);
    return ok({ people: people.length, traces });
  });
  vault.scrub();
  if (!done.ok) throw new Error("erasing fails in no other way than by throwing");
  return done.value;
};
