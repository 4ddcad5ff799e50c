/**
 * Who of our own people took the pledge to sign back as far as merged tallies say. A name that is out cannot be called
 * back, so one organizer who heard of it is enough. Needs no key and no OpenPGP.
 */
import { SIGN } from "../../domain/campaign/campaign.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { PersonSummary } from "../../domain/people/store.ts";
import { isLive } from "../../domain/pledges/pledge.ts";
import type { Hashes } from "../../domain/ports.ts";
import { liveSigners } from "../../domain/tallies/live-sources.ts";
import type { Signer } from "../../domain/tallies/claims.ts";
import { linesFrom, tokensWhere } from "../../domain/tallies/lines.ts";
import type { Said } from "../../domain/tallies/lines.ts";
import { tokenOf } from "../../domain/tallies/token.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../committee/committee-in-use.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { turfThen } from "../committee/turf-then.ts";
import { allHeld } from "../relay/all-held.ts";
import { createTallyReader } from "../tallies/read-tallies.ts";

export interface WithdrawnDeps {
  readonly vault: Vault;
  readonly hashes: Pick<Hashes, "sha256">;
}

const pledgedToSign = ({ pledges }: PersonSummary): boolean =>
  pledges.some(({ action, state }) => action === SIGN && isLive(state));

const tookBack = ({ actions }: Said): boolean =>
  actions.some(({ action, state }) => action === SIGN && !isLive(state));

/** Those whose tallies count, and what they pass on; our own vault without a word: what it says is what is being asked about. */
const others = (vault: Vault, inUse: CommitteeInUse): readonly Signer[] => {
  const { identity, reference } = inUse;
  const { fingerprint: from, incarnation, supersedes } = identity;
  const reader = createTallyReader(vault);
  const { held, members, relayed } = allHeld(vault, inUse, reader);
  const signers = liveSigners({
    held,
    read: reader.counted,
    members,
    leftOut: vault.leftOut.all(),
    turfThen: turfThen(inUse),
    own: {
      statement: { from, incarnation, supersedes, committee: reference, lines: linesFrom([]) },
      wrote: (seq, sha256) => vault.tallies.ownHash(seq) === sha256,
    },
  });
  return [...signers, ...relayed.map(({ signer }) => signer)];
};

/** Everybody with a live `sign` pledge here who took it back with somebody else. Reads no tally where none was merged. */
export const withdrawnElsewhere = ({ vault, hashes }: WithdrawnDeps): ReadonlySet<PersonId> => {
  if (vault.tallies.sources().length + vault.bundles.sources().length === 0) return new Set();
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return new Set();
  const { id } = inUse.value.committee.definition;
  const ours = new Map(
    vault.people
      .summaries()
      .filter(pledgedToSign)
      .map(({ person }) => [tokenOf(hashes, id, person.code), person.id]),
  );
  const tokens = others(vault, inUse.value).flatMap(({ copies }) =>
    copies.flatMap(({ lines }) => tokensWhere(lines, tookBack)),
  );
  return new Set(tokens.flatMap((token) => ours.get(token) ?? []));
};

/** Those of them who would be signatories of this text. */
export const withdrawnSignatories = (
  vault: Pick<Vault, "letters" | "people">,
  text: TextHash,
  withdrawn: ReadonlySet<PersonId>,
): readonly PersonId[] =>
  [...withdrawn]
    .filter(
      (person) =>
        vault.people.byId(person)?.supervisor === "no" &&
        vault.letters.signaturesOf(person).some((signature) => signature.text === text),
    )
    .toSorted();
