/** Shares of a recovery key on their way to members, each encrypted to one of them. Nothing is kept here: the vault opens with them once all are written. */
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { ShareFailure } from "../../domain/recovery/failures.ts";
import { leastNeeded, mostShares } from "../../domain/recovery/share.ts";
import type { Share } from "../../domain/recovery/share.ts";
import { writeShareFile } from "../../domain/recovery/share-file.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { otherMembers } from "../tallies/tally-readers.ts";

/** As it was asked for; no handle at all is everybody else in the committee. */
export interface ShareChoice {
  readonly need: number;
  readonly of: number;
  readonly handles: readonly string[];
}

/** Who gets a share, by handle. */
export const shareHolders = (
  inUse: CommitteeInUse,
  { need, of, handles }: ShareChoice,
): Result<readonly Member[], CommitteeFailure | ShareFailure> => {
  if (need < leastNeeded || need > of || of > mostShares)
    return fail({ type: "shares-impossible", least: leastNeeded, most: mostShares });
  const others = otherMembers(inUse);
  const known = others.map(({ handle }) => handle);
  const asked = [...new Set(handles)];
  if (asked.includes(inUse.identity.handle)) return fail({ type: "share-for-self" });
  if (asked.some((handle) => known.every((one) => one !== handle)))
    return fail({ type: "handle-unknown", known });
  const holders = others.filter(
    ({ handle }) => asked.length === 0 || asked.some((one) => one === handle),
  );
  return holders.length === of
    ? ok(holders.toSorted((a, b) => (a.handle < b.handle ? -1 : 1)))
    : fail({ type: "shares-for-others", of, named: holders.length });
};

export interface SealedShare {
  readonly to: Member;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** The files, one a member, in their order. Fails by name for a member to whom nothing can be encrypted. */
export const sealShares = async (
  { openpgp, universalDay: day }: { readonly openpgp: OpenPgp; readonly universalDay: Day },
  { committee, identity }: CommitteeInUse,
  holders: readonly Member[],
  shares: readonly Share[],
): Promise<Result<readonly SealedShare[], CommitteeFailure>> => {
  const files: SealedShare[] = [];
  for (const [index, share] of shares.entries()) {
    const to = holders[index];
    if (to === undefined) throw new Error("there is a share for nobody");
    const payload = writeShareFile({
      campaign: committee.definition.id,
      from: identity.fingerprint,
      to: [to.fingerprint],
      asOf: day,
      share,
    });
    const signature = await openpgp.sign(payload, identity.secret, day);
    const message = { payload, signatures: [signature], named: false, day };
    const sealed = await sealForMembers(openpgp, message, [to]);
    if (!sealed.ok) return sealed;
    files.push({ to, number: share.number, bytes: sealed.value });
  }
  return ok(files);
};
