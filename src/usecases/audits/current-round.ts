/** The round that could be drawn now: every tally here that counts, and in which somebody pledges something. */
import { auditorsOf, leastAuditors } from "../../domain/audits/draw.ts";
import type { Draw } from "../../domain/audits/draw.ts";
import { inRoundOrder, livePlaces } from "../../domain/audits/round.ts";
import type { Round, RoundSource } from "../../domain/audits/round.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Held, Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Source, Tally } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { allHeld } from "../relay/all-held.ts";
import type { TallyReader } from "../tallies/read-tallies.ts";
import type { SourceRow } from "../tallies/tally-sources.ts";

export interface CurrentRound {
  readonly round: Round;
  /** Members whose tallies contradict each other: nothing is drawn of them. */
  readonly forked: readonly Handle[];
}

/** The last tally of the source: as we sent it, or as it is among what is held, whoever brought it. */
export const lastSnapshot = (
  vault: Vault,
  held: readonly Held[],
  { from, incarnation }: Source,
  own: boolean,
): Snapshot | undefined =>
  own
    ? vault.tallies.own()
    : held.find((one) => one.from === from && one.incarnation === incarnation)?.tops[0];

export const roundSource = (tally: Tally): RoundSource => {
  const { from, incarnation, seq, root, lines } = tally;
  return { from, incarnation, seq, root, people: lines.length, live: livePlaces(lines).length };
};

/** `rows` as `tallySources` gives them; `without` are handles to leave out. */
export const currentRound = (
  { vault, reader }: { readonly vault: Vault; readonly reader: TallyReader },
  inUse: CommitteeInUse,
  rows: readonly SourceRow[],
  without: readonly string[],
): Result<CurrentRound, CommitteeFailure> => {
  const { committee, reference } = inUse;
  const known = committee.members.map(({ handle }) => handle);
  if (without.some((handle) => !known.some((one) => one === handle)))
    return fail({ type: "handle-unknown", known });
  const kept = rows.filter(({ handle }) => !without.some((one) => one === handle));
  const { held } = allHeld(vault, inUse, reader);
  const sources = kept
    .filter(({ state }) => state === "live")
    .flatMap((row) => {
      const snapshot = lastSnapshot(vault, held, row, row.own);
      return snapshot === undefined ? [] : [roundSource(reader.read(snapshot))];
    })
    .filter(({ live }) => live > 0);
  const forked = kept.filter(({ state }) => state === "forked");
  return ok({
    round: {
      campaign: committee.definition.id,
      committee: reference,
      sources: inRoundOrder(sources),
    },
    forked: [...new Set(forked.flatMap(({ handle }) => handle ?? []))],
  });
};

/** Whether these auditors can draw of anybody. */
export const hasDrawable = (round: Round, auditors: readonly Fingerprint[]): boolean => {
  const words = "" as Draw["auditors"][number]["words"];
  const draw = { auditors: auditors.map((member) => ({ member, words })) };
  return round.sources.some((source) => auditorsOf(draw, source).length >= leastAuditors);
};
