/** A committee file for `join FILE`: opened, read, and signed by a member that it names. Nobody has compared any words yet. */
import type { Committee, Member } from "../../domain/committee/committee.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { kindOf } from "../../domain/sealing/payload.ts";
import type { OpenPgp, Unsealed } from "../../domain/sealing/ports.ts";
import type { CommitteeReference } from "../../domain/tallies/tally.ts";
import { judgeSigners } from "./judge-signers.ts";
import { readNumber } from "./read-number.ts";

interface Deps {
  readonly openpgp: Pick<
    OpenPgp,
    "readAttestation" | "readCertificate" | "readJoinFile" | "unseal" | "verify"
  >;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

export interface OpenedCommittee {
  readonly committee: Committee;
  readonly reference: CommitteeReference;
  /** Members that the file itself names, in the order of the signatures; at least one. */
  readonly signers: readonly [Member, ...Member[]];
  /** Us. */
  readonly self: Member;
  readonly unsealed: Unsealed;
}

const unseal = async (
  { openpgp }: Deps,
  identity: Identity,
  file: Uint8Array,
): Promise<Result<Unsealed, FileRefused>> => {
  const unsealed = await openpgp.unseal(file, identity.secret);
  if (!unsealed.ok) {
    if (unsealed.failure.type !== "seal-malformed") return unsealed;
    const certificate = await openpgp.readJoinFile(file);
    return certificate.ok ? fail({ type: "file-for-other-command", kind: "join" }) : unsealed;
  }
  const kind = kindOf(unsealed.value.payload);
  return kind.ok && kind.value.type === "pledge-add"
    ? fail({ type: "file-for-other-command", kind: "add" })
    : unsealed;
};

/** Changes nothing. Every signature must be by another member whom the file names. */
export const openCommitteeFile = async (
  deps: Deps,
  identity: Identity,
  file: Uint8Array,
): Promise<Result<OpenedCommittee, FileRefused>> => {
  const unsealed = await unseal(deps, identity, file);
  if (!unsealed.ok) return unsealed;
  const read = await readNumber(deps.openpgp, deps.hashes, unsealed.value.payload);
  if (!read.ok) return read;
  const { committee, sha256: hash } = read.value;
  const self = committee.members.find(({ fingerprint }) => fingerprint === identity.fingerprint);
  if (self === undefined) return fail({ type: "committee-without-us" });
  const reference = { number: committee.number, hash };
  const believed = {
    committee,
    reference,
    identity,
    chain: [committee],
    forks: [],
    waiting: [],
    revoked: new Map(),
  };
  const judged = await judgeSigners(deps.openpgp, believed, unsealed.value);
  if (!judged.ok) return judged;
  const [signer, ...others] = judged.value;
  if (signer === undefined) return fail({ type: "unsigned" });
  if (committee.asOf > deps.universalDay) return fail({ type: "dated-ahead", day: committee.asOf });
  return ok({ committee, reference, signers: [signer, ...others], self, unsealed: unsealed.value });
};
