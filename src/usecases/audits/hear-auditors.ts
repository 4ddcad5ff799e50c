/**
 * A round as its auditors speak it: everybody's promise first, then everybody's words. Ours are drawn by the machine and are in the
 * vault before a word of anybody else is typed, and they are shown only once all promises are here.
 */
import { promiseDigest } from "../../domain/audits/draw.ts";
import type { SpokenWords } from "../../domain/audits/draw.ts";
import type { AuditFailure } from "../../domain/audits/failures.ts";
import type { Round } from "../../domain/audits/round.ts";
import type { BegunRound, Heard } from "../../domain/audits/store.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes, Randomness } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { otherMembers } from "../tallies/tally-readers.ts";
import { hasDrawable } from "./current-round.ts";
import { randomWords, spokenFor } from "./spoken-words.ts";

export interface HearingDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "words">;
  readonly hashes: Pick<Hashes, "sha256">;
}

/** What somebody said, by handle. */
export type Said = ReadonlyMap<Handle, SpokenWords>;

const save = (vault: Vault, begun: BegunRound): BegunRound => {
  vault.transaction(() => {
    vault.audits.saveBegun(begun);
    return ok(undefined);
  });
  return begun;
};

/** Begins the round with words of our own, in the place of whatever was begun before. */
export const beginRound = async (
  { vault, openpgp, random }: Omit<HearingDeps, "hashes"> & { readonly random: Randomness },
  round: Round,
  begunOn: Day,
): Promise<BegunRound> =>
  save(vault, { round, words: await randomWords(openpgp, random), heard: [], begunOn });

/** The promise of these words for the round, in six words. */
export const promiseOf = (
  { openpgp, hashes }: Omit<HearingDeps, "vault">,
  round: Round,
  auditor: { readonly member: Fingerprint; readonly words: SpokenWords },
): Promise<SpokenWords> => spokenFor(openpgp, promiseDigest(hashes, round, auditor));

type Failure = AuditFailure | CommitteeFailure;

const heardOf = (inUse: CommitteeInUse, said: Said): Result<readonly Heard[], CommitteeFailure> => {
  const others = otherMembers(inUse);
  const heard: Heard[] = [];
  for (const [handle, promise] of said) {
    const member = others.find((one) => one.handle === handle);
    if (member === undefined)
      return fail({ type: "handle-unknown", known: others.map((one) => one.handle) });
    heard.push({ member: member.fingerprint, promise });
  }
  return ok(heard.toSorted((a, b) => (a.member < b.member ? -1 : 1)));
};

const same = (a: readonly Heard[], b: readonly Heard[]): boolean =>
  a.length === b.length &&
  a.every(({ member, promise }, at) => member === b[at]?.member && promise === b[at].promise);

/**
 * Notes everybody's promise at once: who audits is settled with that. Fails with `audit-promises-fixed` for others than
 * were noted before, since our words may have been said by then.
 */
export const notePromises = (
  vault: Vault,
  inUse: CommitteeInUse,
  begun: BegunRound,
  said: Said,
): Result<BegunRound, Failure> => {
  if (said.size === 0) return ok(begun);
  const heard = heardOf(inUse, said);
  if (!heard.ok) return heard;
  if (begun.heard.length > 0) {
    const known = otherMembers(inUse)
      .filter(({ fingerprint }) => begun.heard.some(({ member }) => member === fingerprint))
      .map(({ handle }) => handle);
    return same(begun.heard, heard.value)
      ? ok(begun)
      : fail({ type: "audit-promises-fixed", known });
  }
  const auditors = [inUse.identity.fingerprint, ...heard.value.map(({ member }) => member)];
  return hasDrawable(begun.round, auditors)
    ? ok(save(vault, { ...begun, heard: heard.value }))
    : fail({ type: "audit-nothing" });
};

/** Notes the words of some of the auditors. Fails with `audit-words-other` where they are not what she promised. */
export const noteWords = async (
  deps: HearingDeps,
  inUse: CommitteeInUse,
  begun: BegunRound,
  said: Said,
): Promise<Result<BegunRound, Failure>> => {
  if (said.size === 0) return ok(begun);
  if (begun.heard.length === 0) return fail({ type: "audit-promise-first" });
  const others = otherMembers(inUse);
  const auditors = others.filter(({ fingerprint }) =>
    begun.heard.some(({ member }) => member === fingerprint),
  );
  let { heard } = begun;
  for (const [handle, words] of said) {
    const member = auditors.find((one) => one.handle === handle)?.fingerprint;
    if (member === undefined)
      return fail({ type: "handle-unknown", known: auditors.map((one) => one.handle) });
    const promised = heard.find((one) => one.member === member)?.promise;
    if ((await promiseOf(deps, begun.round, { member, words })) !== promised)
      return fail({ type: "audit-words-other", handle });
    heard = heard.map((one) => (one.member === member ? { ...one, words } : one));
  }
  return ok(save(deps.vault, { ...begun, heard }));
};

/** The handles of those auditors whose words are missing. */
export const silentAuditors = (inUse: CommitteeInUse, { heard }: BegunRound): readonly Handle[] =>
  otherMembers(inUse)
    .filter(({ fingerprint }) =>
      heard.some(({ member, words }) => member === fingerprint && words === undefined),
    )
    .map(({ handle }) => handle);
