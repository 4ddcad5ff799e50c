/**
 * A list of signers on its way to one member. Its number and its payload are in the vault before a file
 * exists, so that no number ever stands for two payloads.
 */
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import { parseSigners } from "../../domain/letters/parse-signers.ts";
import type { Signers } from "../../domain/letters/signers.ts";
import { mostLines } from "../../domain/letters/signers-shape.ts";
import { writeSigners } from "../../domain/letters/write-signers.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { faultClause } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { chooseReaders, otherMembers } from "../tallies/tally-readers.ts";
import { ownSigners } from "./own-signers.ts";
import { withdrawnElsewhere, withdrawnSignatories } from "./withdrawn-elsewhere.ts";

export interface ExportSignersDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** A list as it would leave: nothing is kept of a draft, and no number is taken by it. */
export interface SignersDraft {
  readonly signers: Signers;
  readonly reader: Member;
  /** The reader and ourselves. */
  readonly readers: readonly Member[];
  /** Who signed with us and is left out, because another organizer's tally says that they took it back; sorted. */
  readonly tookBack: readonly PersonId[];
}

/** The list for that member. Fails with `handle-unknown` for nobody else in the committee, `signers-too-many` beyond the format. */
export const draftSigners = (
  { vault, hashes, universalDay }: Omit<ExportSignersDeps, "openpgp">,
  inUse: CommitteeInUse,
  text: TextHash,
  to: string,
): Result<SignersDraft, CommitteeFailure | LetterFailure> => {
  const { committee, identity, reference } = inUse;
  const { fingerprint: from, incarnation, supersedes } = identity;
  const others = otherMembers(inUse);
  const reader = others.find(({ handle }) => handle === to);
  if (reader === undefined)
    return fail({ type: "handle-unknown", known: others.map(({ handle }) => handle) });
  const readers = chooseReaders(inUse, { to: [reader.handle] });
  if (!readers.ok) return readers;
  const turf = committee.members.find(({ fingerprint }) => fingerprint === from)?.turf ?? [];
  const withdrawn = withdrawnElsewhere({ vault, hashes });
  const { lines, counted } = ownSigners(vault, committee.definition, text, turf, withdrawn);
  if (lines.length > mostLines) return fail({ type: "signers-too-many", most: mostLines });
  const last = vault.signers.own(text);
  const signers: Signers = {
    campaign: committee.definition.id,
    committee: reference,
    from,
    incarnation,
    supersedes,
    to: readers.value.map(({ fingerprint }) => fingerprint).toSorted(),
    seq: (last?.seq ?? 0) + 1,
    prev: last?.sha256,
    asOf: universalDay,
    text,
    counted,
    lines,
  };
  const tookBack = withdrawnSignatories(vault, text, withdrawn);
  return ok({ signers, reader, readers: readers.value, tookBack });
};

/**
 * Keeps the draft under its number and gives the file's bytes. Fails with `signers-outdated` where the number is taken
 * by now; by name, and takes no number, for a reader that
 * cannot be used, and with `file-beyond-format` for what no reader would take. `named` shows on the outside who can read it.
 */
export const exportSigners = async (
  { vault, openpgp, hashes, universalDay: day }: ExportSignersDeps,
  { identity }: CommitteeInUse,
  { signers, readers }: SignersDraft,
  named: boolean,
): Promise<Result<Uint8Array, CommitteeFailure | LetterFailure>> => {
  const payload = writeSigners(signers);
  // Read as whoever merges it would: nobody could have a file under a number that was used up for nothing.
  const read = parseSigners(payload);
  if (!read.ok)
    return fail({ type: "file-beyond-format", kind: "signers", what: faultClause(read.failure) });
  const signature = await openpgp.sign(payload, identity.secret, day);
  const message = { payload, signatures: [signature], named, day };
  const sealed = await sealForMembers(openpgp, message, readers);
  if (!sealed.ok) return sealed;
  const { from, incarnation, seq, prev, text } = signers;
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const snapshot: Snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
  return vault.transaction((): Result<Uint8Array, LetterFailure> => {
    if (vault.signers.own(text)?.sha256 !== prev) return fail({ type: "signers-outdated" });
    vault.signers.keepOwn(text, snapshot);
    return ok(sealed.value);
  });
};
