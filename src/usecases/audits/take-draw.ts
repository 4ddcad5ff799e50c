/**
 * Takes a draw over our own tally into the vault, with what opens the lines that are drawn: a later tally of ours has other salts, and asking
 * ten people takes days. One draw for each number of the committee file can have names opened.
 */
import type { AuditFailure } from "../../domain/audits/failures.ts";
import { livePlaces } from "../../domain/audits/round.ts";
import type { AuditedPerson, TakenDraw } from "../../domain/audits/store.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { auditPath, rootByPath } from "../../domain/tallies/audit-path.ts";
import { commitmentOf } from "../../domain/tallies/commitment.ts";
import type { Hash, Tally } from "../../domain/tallies/tally.ts";
import { tallyLineText } from "../../domain/tallies/write-tally.ts";
import { fromHex, toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import type { TallyReader } from "../tallies/read-tallies.ts";
import { roundSource } from "./current-round.ts";
import type { OpenedDraw } from "./open-draw.ts";

export interface TakeDeps {
  readonly vault: Vault;
  readonly reader: TallyReader;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** Our last tally, if the draw is over it. */
const tallyOf = (
  { vault, reader }: Pick<TakeDeps, "vault" | "reader">,
  { source }: OpenedDraw,
): Result<Tally, AuditFailure> => {
  const own = vault.tallies.own();
  const tally = own === undefined ? undefined : reader.read(own);
  const { seq, root, people, live } = source;
  const ours = tally === undefined ? undefined : roundSource(tally);
  return tally !== undefined &&
    ours?.seq === seq &&
    ours.root === root &&
    ours.people === people &&
    ours.live === live
    ? ok(tally)
    : fail({ type: "audit-outdated", seq, ours: ours?.seq ?? 0 });
};

/** Those of the drawn lines that can be opened still. */
const peopleAt = (
  { vault, hashes }: TakeDeps,
  tally: Tally,
  places: readonly number[],
): Result<readonly AuditedPerson[], AuditFailure> => {
  const commitments = vault.tallies.commitments();
  if (commitments?.length !== tally.lines.length) return fail({ type: "audit-unopenable" });
  const openings = new Map(vault.tallies.openings().map((one) => [one.token, one]));
  return ok(
    places.flatMap((place): readonly AuditedPerson[] => {
      const line = tally.lines[place - 1];
      const opening = line === undefined ? undefined : openings.get(line.token);
      if (line === undefined || opening === undefined) return [];
      const path = auditPath(hashes.sha256, commitments, place - 1);
      return [
        {
          place,
          person: opening.person,
          line: tallyLineText(line),
          salt: opening.salt,
          path: path.map((hash) => toHex(hash) as Hash),
          answer: "not-yet",
        },
      ];
    }),
  );
};

/** Why no other draw by that number of the committee file is taken in any more. */
const usedUp = (vault: Vault, { committee }: OpenedDraw["draw"]): AuditFailure | undefined => {
  const before = vault.audits.taken(committee.hash);
  return before === undefined || before.opened === 0
    ? undefined
    : { type: "audit-again", number: before.committee.number, on: before.takenOn };
};

/** Takes the draw in, or finds it as it was taken in before, with the answers until now. */
export const takeDraw = (
  deps: TakeDeps,
  { reference }: CommitteeInUse,
  opened: OpenedDraw,
): Result<TakenDraw, AuditFailure> => {
  const { vault, universalDay } = deps;
  const { draw, hash, source, numbers } = opened;
  const last = vault.audits.allTaken().at(-1);
  if (last?.draw === hash) return ok(last);
  const other = usedUp(vault, draw);
  if (other !== undefined) return fail(other);
  if (draw.committee.hash !== reference.hash) {
    const { number } = draw.committee;
    return fail({ type: "audit-committee-other", number, ours: reference.number });
  }
  const tally = tallyOf(deps, opened);
  if (!tally.ok) return tally;
  const live = livePlaces(tally.value.lines);
  const places = numbers.flatMap((number) => live[number - 1] ?? []);
  const people = peopleAt(deps, tally.value, places);
  if (!people.ok) return people;
  const { seq, root } = source;
  const taken: TakenDraw = {
    draw: hash,
    committee: draw.committee,
    seq,
    root,
    places,
    takenOn: universalDay,
    opened: 0,
  };
  return vault.transaction((): Result<TakenDraw, AuditFailure> => {
    // Once more inside: another pledge may have taken a draw in meanwhile.
    const other = usedUp(vault, draw);
    if (other !== undefined) return fail(other);
    vault.audits.take(taken, people.value);
    return ok(taken);
  });
};

/** Somebody who was drawn, as the vault knows her now. */
export interface Drawn extends AuditedPerson {
  readonly name: string;
  /** False where her name is no longer the one that the line was made for: then nobody can be shown that it is hers. */
  readonly openable: boolean;
}

/** Those of the draw who are in the vault still, by place. */
export const drawnPeople = (
  { vault, hashes }: Pick<TakeDeps, "vault" | "hashes">,
  { source }: OpenedDraw,
): readonly Drawn[] =>
  vault.audits.people().flatMap((one): readonly Drawn[] => {
    const person = vault.people.byId(one.person);
    if (person === undefined) return [];
    const { name } = person;
    const path = one.path.map(fromHex);
    const place = { index: one.place - 1, size: source.people };
    const root = rootByPath(hashes.sha256, commitmentOf(hashes, { ...one, name }), place, path);
    return [{ ...one, name, openable: root !== undefined && toHex(root) === source.root }];
  });
