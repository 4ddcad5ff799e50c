/** A handover as its one reader gets it: by a member of the committee, of our campaign, for us. Keeps nothing. */
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { HandoverFailure } from "../../domain/handovers/failures.ts";
import type { Handover } from "../../domain/handovers/handover.ts";
import { parseHandover } from "../../domain/handovers/parse-handover.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";

export interface OpenedHandover {
  readonly handover: Handover;
  readonly from: Member;
  /** Of the payload. */
  readonly sha256: Hash;
}

export const openHandover = async (
  {
    openpgp,
    hashes,
    universalDay,
  }: {
    readonly openpgp: Pick<OpenPgp, "unseal" | "verify">;
    readonly hashes: Pick<Hashes, "sha256">;
    readonly universalDay: Day;
  },
  inUse: CommitteeInUse,
  file: Uint8Array,
): Promise<Result<OpenedHandover, CommitteeFailure | HandoverFailure>> => {
  const unsealed = await openpgp.unseal(file, inUse.identity.secret);
  if (!unsealed.ok) return unsealed;
  const { payload } = unsealed.value;
  const signer = await judgeSignature(openpgp, inUse, unsealed.value);
  if (!signer.ok) return signer;
  const parsed = parseHandover(payload);
  if (!parsed.ok) return parsed;
  const handover = parsed.value;
  const { fingerprint, handle } = signer.value;
  const refusal = headerRefusal(handover, fingerprint, inUse, universalDay);
  if (refusal !== undefined) return fail(refusal);
  const { number } = handover.committee;
  const ours = inUse.committee.number;
  // Its teams and texts would not be known here, and nobody could say later what was left out.
  if (number > ours) return fail({ type: "handover-committee-newer", number, ours, handle });
  return ok({ handover, from: signer.value, sha256: toHex(hashes.sha256(payload)) as Hash });
};
