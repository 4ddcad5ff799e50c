/**
 * The next number of the committee file: signed, sealed, kept; and only then a file. So a number that is on its way out is never
 * one that this vault does not know, whatever happens to the file. Where the committee needs more signatures than ours,
 * it is kept as a proposal, and the vault goes on by the number in use.
 */
import type { Attestation } from "../../domain/committee/attestation.ts";
import type { Committee, KeptCommittee, Member } from "../../domain/committee/committee.ts";
import { campaignOf } from "../../domain/committee/definition.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import { parseCommittee, withFingerprints } from "../../domain/committee/parse-committee.ts";
import { proposalReaders } from "../../domain/committee/proposal-readers.ts";
import { writeCommittee } from "../../domain/committee/write-committee.ts";
import type { Day } from "../../domain/day.ts";
import { sharedTextFault } from "../../domain/letters/shared-text.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { faultClause } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { CommitteeReference, Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { committeeInUse } from "./committee-in-use.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { newAttestation } from "./ensure-attestation.ts";
import { readAttesters } from "./read-attesters.ts";

export interface NumberDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "makeAttestationKey" | "readAttestation" | "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

export interface MadeNumber {
  readonly committee: Committee;
  readonly reference: CommitteeReference;
  /** The committee file, binary. */
  readonly file: Uint8Array;
  /** How many more members must sign it before it is used; 0 for a number in use. */
  readonly missing: number;
  /** For whom the file is encrypted. */
  readonly readers: readonly Member[];
}

/** The committee in use, where it can have a next number: no fork. */
export const committeeToChange = (vault: Vault): Result<CommitteeInUse, CommitteeFailure> => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return inUse;
  const { forks } = inUse.value;
  const [fork] = forks;
  return fork === undefined ? inUse : fail({ type: "committee-forked", number: fork.number });
};

/** Whether the vault still stands where it stood when the number was begun. */
const stillThere = (vault: Vault, identity: Identity, before: Hash | undefined): boolean => {
  const inUse = committeeInUse(vault);
  const key = vault.identity.get()?.fingerprint ?? identity.fingerprint;
  const unforked = !inUse.ok || inUse.value.forks.length === 0;
  const hash = inUse.ok ? inUse.value.reference.hash : undefined;
  return hash === before && unforked && key === identity.fingerprint;
};

/** A reader who cannot be used is a member here, and one can be taken out. */
const inTheWay = ({ members }: Committee, failure: CommitteeFailure): CommitteeFailure => {
  if (failure.type !== "reader-unusable") return failure;
  const member = members.find(({ fingerprint }) => fingerprint === failure.fingerprint);
  if (member === undefined) return failure;
  return { type: "member-in-the-way", handle: member.handle, why: failure.why };
};

/** In bytes: armored, and to 256 members, it is still within the 32 MiB beyond which everybody refuses a file. */
const largestNumber = 16 * 1024 * 1024;

/** What nobody could read in this number, though we could sign it. */
const beyondFormat = (next: Committee, payload: Uint8Array): CommitteeFailure | undefined => {
  for (const text of next.texts) {
    const what = sharedTextFault(text);
    if (what !== undefined) return { type: "letter-beyond-format", letter: text.letter, what };
  }
  const beyond = (what: string): CommitteeFailure => ({
    type: "file-beyond-format",
    kind: "committee",
    what,
  });
  if (payload.length > largestNumber) return beyond("it is too long");
  const read = parseCommittee(payload);
  if (!read.ok) return beyond(faultClause(read.failure));
  const fingerprints = next.members.map(({ fingerprint }) => fingerprint);
  const known = withFingerprints(read.value, fingerprints);
  return known.ok ? undefined : beyond(faultClause(known.failure));
};

/** Whoever makes a number says in it which key she attests letters with; nobody else can say it better. */
const withOwnAttestation = (
  next: Committee,
  { fingerprint }: Identity,
  { certificate: attests }: Attestation,
): Committee => ({
  ...next,
  members: next.members.map((member) =>
    member.fingerprint === fingerprint ? { ...member, attests } : member,
  ),
});

const sharedAttestation = async (
  openpgp: Pick<OpenPgp, "readAttestation">,
  { members }: Committee,
): Promise<CommitteeFailure | undefined> => {
  const fingerprints = members.map(({ fingerprint }) => fingerprint);
  const attesters = await readAttesters(openpgp, members, fingerprints);
  if (attesters.ok) return undefined;
  const what = "a key for attesting letters in it is another member's too";
  return { type: "file-beyond-format", kind: "committee", what };
};

/**
 * Signs and keeps the next number, which the domain made from the number in use, with the campaign as it says (once it is in use) and with
 * `alongside`, all of it or nothing. Fails with `member-in-the-way` for the first member that nothing can be encrypted to,
 * and with `letter-beyond-format` or `file-beyond-format` for what is too much for the format.
 */
export const makeNumber = async (
  { vault, openpgp, hashes, universalDay }: NumberDeps,
  identity: Identity,
  wanted: Committee,
  alongside: () => void = () => {},
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const attestation = vault.attestation.get() ?? (await newAttestation({ openpgp, universalDay }));
  const next = withOwnAttestation(wanted, identity, attestation);
  const payload = writeCommittee(next);
  // Whatever the format has no room for is found here and not by the others.
  const obstacle = beyondFormat(next, payload) ?? (await sharedAttestation(openpgp, next));
  if (obstacle !== undefined) return fail(obstacle);
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const signatures = [await openpgp.sign(payload, identity.secret, universalDay)];
  const message = { payload, signatures, named: false, day: universalDay };
  const inUse = committeeInUse(vault);
  const missing = inUse.ok ? inUse.value.committee.needs - 1 : 0;
  const readers =
    inUse.ok && missing > 0 ? proposalReaders(inUse.value.committee, next) : next.members;
  const sealed = await sealForMembers(openpgp, message, readers);
  if (!sealed.ok) return fail(inTheWay(next, sealed.failure));
  const kept: KeptCommittee = {
    number: next.number,
    sha256,
    payload,
    signatures,
    signers: [identity.fingerprint],
    fingerprints: next.members.map(({ fingerprint }) => fingerprint),
    anchor: next.number === 1,
  };
  return vault.transaction((): Result<MadeNumber, CommitteeFailure> => {
    if (!stillThere(vault, identity, next.prev)) return fail({ type: "committee-moved" });
    const attests = vault.attestation.get()?.fingerprint ?? attestation.fingerprint;
    if (attests !== attestation.fingerprint) return fail({ type: "committee-moved" });
    if (vault.identity.get() === undefined) vault.identity.save(identity);
    vault.attestation.save(attestation);
    vault.committee.keep(kept);
    // A proposal changes nothing yet.
    if (missing === 0) vault.campaign.save(campaignOf(next.definition, identity.handle));
    alongside();
    return ok({
      committee: next,
      reference: { number: next.number, hash: sha256 },
      file: sealed.value,
      missing,
      readers,
    });
  });
};
