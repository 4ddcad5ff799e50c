/** Opens a share that another member gave us to keep, and checks whose it is. */
import type { Member } from "../../domain/committee/committee.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { parseShareFile } from "../../domain/recovery/share-file.ts";
import type { ShareFile } from "../../domain/recovery/share-file.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";

export interface OpenedShare {
  readonly file: ShareFile;
  /** Whose vault it helps to open. */
  readonly from: Member;
}

export const openShare = async (
  { openpgp, universalDay }: { readonly openpgp: OpenPgp; readonly universalDay: Day },
  inUse: CommitteeInUse,
  bytes: Uint8Array,
): Promise<Result<OpenedShare, FileRefused>> => {
  const unsealed = await openpgp.unseal(bytes, inUse.identity.secret);
  if (!unsealed.ok) return unsealed;
  const signer = await judgeSignature(openpgp, inUse, unsealed.value);
  if (!signer.ok) return signer;
  const file = parseShareFile(unsealed.value.payload);
  if (!file.ok) return file;
  const refusal = headerRefusal(file.value, signer.value.fingerprint, inUse, universalDay);
  return refusal === undefined ? ok({ file: file.value, from: signer.value }) : fail(refusal);
};
