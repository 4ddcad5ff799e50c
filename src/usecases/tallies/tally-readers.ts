/** To whom a tally goes: members by their handles, and always ourselves. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";

/** Who was named on the command line; nothing is everybody. */
export interface ReaderChoice {
  readonly to?: readonly string[];
  readonly without?: readonly string[];
}

const byHandle = (a: Member, b: Member): number => (a.handle < b.handle ? -1 : 1);

/** Ourselves as the committee names us, or as our own vault does. */
const ourselves = ({ committee, identity }: CommitteeInUse): Member =>
  committee.members.find(({ fingerprint }) => fingerprint === identity.fingerprint) ?? {
    handle: identity.handle,
    fingerprint: identity.fingerprint,
    certificate: identity.certificate,
    turf: [],
  };

/** The others in the committee, by handle. */
export const otherMembers = ({ committee, identity }: CommitteeInUse): readonly Member[] =>
  committee.members.filter(({ fingerprint }) => fingerprint !== identity.fingerprint);

/** The readers, sorted by handle, ourselves among them; `handle-unknown` for one whom the committee does not name. */
export const chooseReaders = (
  inUse: CommitteeInUse,
  { to, without = [] }: ReaderChoice,
): Result<readonly Member[], CommitteeFailure> => {
  const us = ourselves(inUse);
  const others = otherMembers(inUse);
  const known = others.map(({ handle }) => handle);
  // We are a reader in any case, so asking for that is no mistake, and going without us is one.
  const named = [...(to ?? []).filter((handle) => handle !== us.handle), ...without];
  if (named.some((handle) => !known.includes(handle as Handle)))
    return fail({ type: "handle-unknown", known });
  const chosen = others.filter(
    ({ handle }) => (to?.includes(handle) ?? true) && !without.includes(handle),
  );
  return ok([us, ...chosen].toSorted(byHandle));
};

/** Of the keys that a tally names as its readers those who are members still, ourselves among them. */
export const readersStill = (
  inUse: CommitteeInUse,
  to: readonly Fingerprint[],
): readonly Member[] =>
  [
    ourselves(inUse),
    ...otherMembers(inUse).filter(({ fingerprint }) => to.includes(fingerprint)),
  ].toSorted(byHandle);

/** Fails by name for the first reader to whom nothing can be encrypted now. */
export const checkUsable = async (
  openpgp: Pick<OpenPgp, "unusable">,
  readers: readonly Member[],
): Promise<Result<void, CommitteeFailure>> => {
  for (const { handle, fingerprint, certificate } of readers) {
    const why = await openpgp.unusable(certificate);
    if (why !== undefined) return fail({ type: "reader-unusable", fingerprint, handle, why });
  }
  return ok(undefined);
};
