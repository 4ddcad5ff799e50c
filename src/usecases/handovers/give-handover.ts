/**
 * A handover on its way to one member. The people are marked as gone before a file exists, so that there is no file of
 * which this vault does not know; where none could be written, `dropHandover` takes that back.
 */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { mostHanded } from "../../domain/handovers/handover-shape.ts";
import { parseHandover } from "../../domain/handovers/parse-handover.ts";
import { writeHandover } from "../../domain/handovers/write-handover.ts";
import type { VaultMovedOn } from "../../domain/people/import/failures.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { faultClause } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealForMembers } from "../seal-for-members.ts";
import type { HandoverDraft } from "./draft-handover.ts";

export interface GiveDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today, as the vault has days. */
  readonly today: Day;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/**
 * Marks the people as gone, and gives the file's bytes. Fails by name for a reader that cannot be used, with
 * `file-beyond-format` for what no reader would take, and with `vault-moved-on` where something was written since the draft.
 */
export const giveHandover = async (
  { vault, openpgp, hashes, today, universalDay: day }: GiveDeps,
  { identity }: CommitteeInUse,
  { handover, reader, generation }: HandoverDraft,
  named: boolean,
): Promise<Result<Uint8Array, CommitteeFailure | VaultMovedOn>> => {
  const beyond = (what: string) =>
    fail({ type: "file-beyond-format", kind: "handover", what } as const);
  // Else the first line would be said to be wrong, and by how much nobody knows.
  if (handover.people.length > mostHanded) return beyond("there are too many people in it");
  const payload = writeHandover(handover);
  // Read as whoever takes it would: nobody could have the people of a file that nobody can read.
  const read = parseHandover(payload);
  if (!read.ok) return beyond(faultClause(read.failure));
  const signature = await openpgp.sign(payload, identity.secret, day);
  const message = { payload, signatures: [signature], named, day };
  const sealed = await sealForMembers(openpgp, message, [reader]);
  if (!sealed.ok) return sealed;
  return vault.transaction((): Result<Uint8Array, VaultMovedOn> => {
    if (vault.generation() !== generation) return fail({ type: "vault-moved-on" });
    const { number, teams, people } = handover;
    vault.handovers.give(
      {
        number,
        sha256: toHex(hashes.sha256(payload)) as Hash,
        reader: reader.fingerprint,
        handle: reader.handle,
        teams,
        people: people.length,
        givenOn: today,
      },
      people.map(({ record }) => record.id),
    );
    return ok(sealed.value);
  });
};

/** As if it had never been given: for a file that could not be written. */
export const dropHandover = (vault: Vault, { handover }: HandoverDraft): void => {
  vault.transaction(() => ok(vault.handovers.drop(handover.number)));
};
