/** Encrypts to members; one to whom nothing can be encrypted is named by her handle, and then nothing is. */
import type { Member } from "../domain/committee/committee.ts";
import type { CommitteeFailure } from "../domain/committee/failures.ts";
import { fail } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { OpenPgp } from "../domain/sealing/ports.ts";

type Message = Omit<Parameters<OpenPgp["seal"]>[0], "readers">;

export const sealForMembers = async (
  openpgp: Pick<OpenPgp, "seal">,
  message: Message,
  members: readonly Member[],
): Promise<Result<Uint8Array, CommitteeFailure>> => {
  const readers = members.map(({ certificate }) => certificate);
  const sealed = await openpgp.seal({ ...message, readers });
  if (sealed.ok) return sealed;
  const { failure } = sealed;
  const reader = members.find(({ fingerprint }) => fingerprint === failure.fingerprint);
  return fail(reader === undefined ? failure : { ...failure, handle: reader.handle });
};
