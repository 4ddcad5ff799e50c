/** What our own vault would say in a tally now, and for whom each of its lines stands. */
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { Hashes } from "../../domain/ports.ts";
import { composeLines } from "../../domain/tallies/compose-lines.ts";
import type { OwnLine } from "../../domain/tallies/compose-lines.ts";
import { proofOf, tokenOf } from "../../domain/tallies/token.ts";
import type { TallyLine } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";

/**
 * The lines as the committee's file has the teams and our turf, in no order. `counted` ones go nowhere, and are
 * without their proofs. `before` are lines of ours of this life of the vault, whose proofs need not be made again.
 */
export const ownLines = (
  { vault, hashes }: { readonly vault: Vault; readonly hashes: Hashes },
  { committee, identity }: CommitteeInUse,
  use: "sent" | "counted",
  before: readonly TallyLine[] = [],
): readonly OwnLine[] => {
  const { definition, members } = committee;
  const { fingerprint, incarnation } = identity;
  const texts = vault.letters.signedTexts();
  const proofs = new Map(before.map(({ token, proof }) => [token, proof]));
  return composeLines(vault.people.pledging(), {
    campaign: definition,
    turf: members.find((member) => member.fingerprint === fingerprint)?.turf ?? [],
    signed: (person) => {
      const text = texts.get(person);
      return text === undefined ? undefined : shortHash(text);
    },
    tokenOf: (code) => tokenOf(hashes, definition.id, code),
    proofOf: (code, token) =>
      use === "counted"
        ? ""
        : (proofs.get(token) ?? proofOf(hashes, code, { from: fingerprint, incarnation })),
  });
};
