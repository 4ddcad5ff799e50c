/** The draw of a round of which all words were said: kept with the lines that are drawn, signed, and encrypted to the members. */
import { linesDrawn } from "../../domain/audits/draw.ts";
import type { Auditor, Draw } from "../../domain/audits/draw.ts";
import { writeDraw } from "../../domain/audits/draw-file.ts";
import { livePlaces } from "../../domain/audits/round.ts";
import type { RoundSource } from "../../domain/audits/round.ts";
import type { BegunRound, DrawnSource } from "../../domain/audits/store.ts";
import type { AuditFailure } from "../../domain/audits/failures.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import { tallyLineText } from "../../domain/tallies/write-tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { allHeld } from "../relay/all-held.ts";
import type { TallyReader } from "../tallies/read-tallies.ts";
import { lastSnapshot } from "./current-round.ts";

export interface FinishDeps {
  readonly vault: Vault;
  readonly reader: TallyReader;
  readonly openpgp: Pick<OpenPgp, "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** The draw, once nobody's words are missing. */
export const drawOf = (
  { identity }: CommitteeInUse,
  { round, words, heard }: BegunRound,
): Draw | undefined => {
  if (heard.length === 0) return undefined;
  const auditors: Auditor[] = [{ member: identity.fingerprint, words }];
  for (const { member, words: theirs } of heard) {
    if (theirs === undefined) return undefined;
    auditors.push({ member, words: theirs });
  }
  return { ...round, auditors: auditors.toSorted((a, b) => (a.member < b.member ? -1 : 1)) };
};

/** The lines of the source that are drawn, as they stand in the tally of the round; nothing where another one is here now. */
const drawnIn = (
  { vault, reader, hashes }: Pick<FinishDeps, "vault" | "reader" | "hashes">,
  { identity }: CommitteeInUse,
  held: readonly Held[],
  draw: Draw,
  source: RoundSource,
): DrawnSource | undefined => {
  const numbers = linesDrawn(hashes, draw, source);
  if (numbers.length === 0) return { ...source, lines: [] };
  const own = source.from === identity.fingerprint && source.incarnation === identity.incarnation;
  const snapshot = lastSnapshot(vault, held, source, own);
  const tally = snapshot === undefined ? undefined : reader.read(snapshot);
  if (tally?.seq !== source.seq || tally.root !== source.root) return undefined;
  const live = livePlaces(tally.lines);
  const places = numbers.flatMap((number) => live[number - 1] ?? []);
  const lines = places.flatMap((place) => {
    const line = tally.lines[place - 1];
    return line === undefined
      ? []
      : [{ place, line: tallyLineText(line), outcome: "not-opened" as const }];
  });
  return { ...source, lines };
};

export interface Finished {
  readonly bytes: Uint8Array;
  /** Those of which lines are drawn. */
  readonly sources: readonly DrawnSource[];
}

const sourcesDrawn = (
  deps: FinishDeps,
  inUse: CommitteeInUse,
  draw: Draw,
): Result<readonly DrawnSource[], AuditFailure> => {
  const sources: DrawnSource[] = [];
  const { held } = allHeld(deps.vault, inUse, deps.reader);
  for (const source of draw.sources) {
    const drawn = drawnIn(deps, inUse, held, draw, source);
    if (drawn === undefined) return fail({ type: "audit-round-gone" });
    if (drawn.lines.length > 0) sources.push(drawn);
  }
  return ok(sources);
};

/**
 * Keeps the draw, of which nothing is opened yet, and gives the file; once more where it was kept before. Fails with
 * `audit-round-gone` where a tally of the round has been followed by another one before the draw was kept.
 */
export const finishDraw = async (
  deps: FinishDeps,
  inUse: CommitteeInUse,
  draw: Draw,
): Promise<Result<Finished, AuditFailure | CommitteeFailure>> => {
  const { vault, openpgp, hashes, universalDay: day } = deps;
  const payload = writeDraw(draw);
  const hash = toHex(hashes.sha256(payload)) as Hash;
  const isKept = vault.audits.results().some((result) => result.draw === hash);
  const kept = draw.sources.flatMap((source) => vault.audits.drawn(hash, source) ?? []);
  const sources = isKept ? ok(kept) : sourcesDrawn(deps, inUse, draw);
  if (!sources.ok) return sources;
  const signature = await openpgp.sign(payload, inUse.identity.secret, day);
  const message = { payload, signatures: [signature], named: false, day };
  const sealed = await sealForMembers(openpgp, message, inUse.committee.members);
  if (!sealed.ok) return sealed;
  if (!isKept)
    vault.transaction(() => {
      vault.audits.keepDraw(hash, draw.committee.number, day, sources.value);
      return ok(undefined);
    });
  return ok({ bytes: sealed.value, sources: sources.value });
};
