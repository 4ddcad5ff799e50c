/** Those who ask to be let in: by join files of ours, and by certificates of any other OpenPGP program. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { parseHandle } from "../../domain/committee/handle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Certificate, Fingerprint } from "../../domain/sealing/certificate.ts";
import type { JoinCertificates, OpenPgp } from "../../domain/sealing/ports.ts";

export interface Joiner {
  readonly handle: Handle;
  readonly certificate: Certificate;
  /** With which she attests letters. */
  readonly attests?: Certificate;
  /** Of another program: its holder has no fifteen words, and its user ids may say who she is. */
  readonly plain: boolean;
}

/** The handle that a join file says; nothing for a certificate of another program. */
export const handleOf = ({ userIds }: Certificate): Handle | undefined =>
  userIds.length === 1 ? parseHandle(userIds[0] ?? "") : undefined;

/** The certificates, in the order of the files; the first that cannot be read is named by its file. */
export const readCertificates = async (
  openpgp: Pick<OpenPgp, "readJoinFile">,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<Result<readonly JoinCertificates[], CommitteeFailure>> => {
  const certificates: JoinCertificates[] = [];
  for (const { path: file, bytes } of files) {
    const certificate = await openpgp.readJoinFile(bytes);
    if (!certificate.ok) return fail({ ...certificate.failure, file });
    certificates.push(certificate.value);
  }
  return ok(certificates);
};

/** Why one of these cannot be let in beside those who are there, the founder among them. */
export const refusalOf = async (
  openpgp: Pick<OpenPgp, "unusable">,
  there: readonly Pick<Member, "handle" | "fingerprint">[],
  joiners: readonly Joiner[],
): Promise<CommitteeFailure | undefined> => {
  const handles = new Set<Handle>(there.map(({ handle }) => handle));
  const holders = new Map<Fingerprint, Handle>(
    there.map(({ fingerprint, handle }) => [fingerprint, handle]),
  );
  for (const { handle, certificate } of joiners) {
    const holder = holders.get(certificate.fingerprint);
    if (holder !== undefined) return { type: "member-already", handle: holder };
    if (handles.has(handle)) return { type: "handle-taken", handle };
    const why = await openpgp.unusable(certificate.bytes);
    if (why !== undefined) return { type: "member-unusable", handle, why };
    handles.add(handle);
    holders.set(certificate.fingerprint, handle);
  }
  return undefined;
};
