/** Bundles as somebody could make them who has a member's key. */
import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { Bundle, BundlePart } from "../../../src/domain/relay/bundle.ts";
import { writeBundle } from "../../../src/domain/relay/write-bundle.ts";
import type { Hash, Tally } from "../../../src/domain/tallies/tally.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import { lineOf, openpgp, sealedBy, tallyBy, today } from "./forge.ts";

const partFrom = async (
  of: BundlePart["of"],
  payload: Uint8Array,
  secret: Uint8Array,
): Promise<BundlePart> => ({
  of,
  payload,
  sha256: toHex(hashes.sha256(payload)) as Hash,
  signature: await openpgp.sign(payload, secret, today),
});

/** A tally of the writer that may be passed on, signed by her unless another key is given. */
export const tallyPart = (
  writer: CommitteeInUse,
  changes: Partial<Tally> = {},
  secret = writer.identity.secret,
): Promise<BundlePart> => {
  const lines = [lineOf("a stranger")];
  return partFrom("tally", writeTally(tallyBy(writer, { relay: true, lines, ...changes })), secret);
};

/** A bundle of the bearer for these readers. */
export const bundleBy = (
  { committee, reference, identity }: CommitteeInUse,
  to: readonly Fingerprint[],
  parts: readonly BundlePart[],
  changes: Partial<Bundle> = {},
): Bundle => ({
  campaign: committee.definition.id,
  committee: reference,
  from: identity.fingerprint,
  to: [identity.fingerprint, ...to].toSorted(),
  incarnation: identity.incarnation,
  supersedes: [],
  seq: 1,
  prev: undefined,
  asOf: today,
  relay: false,
  partial: false,
  committeeFile: writeCommittee(committee),
  parts,
  ...changes,
});

export const bundlePart = (writer: CommitteeInUse, bundle: Bundle): Promise<BundlePart> =>
  partFrom("bundle", writeBundle(bundle), writer.identity.secret);

/** The bundle as a file for one reader. */
export const bundleFile = (
  bearer: CommitteeInUse,
  reader: CommitteeInUse,
  bundle: Bundle,
): Promise<Uint8Array> =>
  sealedBy(bearer, writeBundle(bundle), { readers: [reader.identity.certificate] });
