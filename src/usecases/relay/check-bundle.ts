/**
 * What is in a bundle, checked before a byte of the vault changes: that its writer was allowed to pass on what is in it, and that
 * it is as it was signed. Whom our committee file names is believed by that; of anybody else the bundle's own committee file
 * gives the certificate, which shows no more than that its writer says so.
 */
import type { FileRefused, RelayedFault } from "../../domain/committee/failures.ts";
import type { Committee, Member } from "../../domain/committee/committee.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import type { Bundle, BundlePart } from "../../domain/relay/bundle.ts";
import { parseBundle } from "../../domain/relay/parse-bundle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import { parseTally } from "../../domain/tallies/parse-tally.ts";
import type { TallyHeader } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { readNumber } from "../committee/read-number.ts";

export interface CheckDeps {
  readonly openpgp: Pick<OpenPgp, "verify" | "readCertificate" | "readAttestation">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** Bundles in bundles, the outermost counted: each is another committee on the way. */
const mostLayers = 4;

/** Tallies and bundles in all layers together: each costs a signature. */
const mostInAll = 1024;

interface Checking extends CheckDeps {
  readonly inUse: CommitteeInUse;
  /** Parts that were looked at so far. */
  looked: number;
}

const refuse = (why: RelayedFault): Result<never, FileRefused> =>
  fail({ type: "relayed-wrong", why });

/** The certificate by which a key is known: ours, of now or of before, or else the one in the bundle. */
const certificateOf = (
  { committee, chain }: CommitteeInUse,
  theirs: Committee,
  from: string,
): Uint8Array | undefined => {
  const named = (members: readonly Member[]): Uint8Array | undefined =>
    members.find(({ fingerprint }) => fingerprint === from)?.certificate;
  return (
    named(committee.members) ??
    named(chain.flatMap(({ members }) => members)) ??
    named(theirs.members)
  );
};

/** What must be so of whatever stands in a bundle. */
const layerFault = (
  { universalDay }: Checking,
  outer: Bundle,
  { campaign, relay, to, asOf }: Pick<TallyHeader, "campaign" | "relay" | "to" | "asOf">,
): RelayedFault | undefined => {
  if (campaign !== outer.campaign) return "campaign";
  if (!relay) return "not-to-be-passed-on";
  if (!to.includes(outer.from)) return "not-for-the-bearer";
  return asOf > universalDay ? "ahead" : undefined;
};

/** What a part says at its head, or that nobody could read it. */
const headOf = (
  part: BundlePart,
):
  | (Pick<TallyHeader, "from" | "campaign" | "relay" | "to" | "asOf"> & {
      readonly bundle?: Bundle;
    })
  | undefined => {
  if (part.of === "tally") {
    const tally = parseTally(part.payload);
    return tally.ok ? tally.value : undefined;
  }
  const bundle = parseBundle(part.payload);
  return bundle.ok ? { ...bundle.value, bundle: bundle.value } : undefined;
};

const checkPart = async (
  checking: Checking,
  outer: Bundle,
  theirs: Committee,
  part: BundlePart,
  layers: number,
): Promise<Result<void, FileRefused>> => {
  const { openpgp, hashes, inUse } = checking;
  checking.looked += 1;
  if (checking.looked > mostInAll) return refuse("too-many");
  if (toHex(hashes.sha256(part.payload)) !== part.sha256) return refuse("malformed");
  const head = headOf(part);
  if (head === undefined) return refuse("malformed");
  const fault = layerFault(checking, outer, head);
  if (fault !== undefined) return refuse(fault);
  const certificate = certificateOf(inUse, theirs, head.from);
  if (certificate === undefined) return refuse("signer");
  const verdict = await openpgp.verify(part.payload, part.signature, certificate);
  if (verdict !== "good") return refuse("signature");
  return head.bundle === undefined ? ok(undefined) : checkLayer(checking, head.bundle, layers + 1);
};

/** One layer and all that is in it. */
const checkLayer = async (
  checking: Checking,
  bundle: Bundle,
  layers: number,
): Promise<Result<void, FileRefused>> => {
  if (layers > mostLayers) return refuse("too-deep");
  const { openpgp, hashes } = checking;
  const number = await readNumber(openpgp, hashes, bundle.committeeFile);
  if (!number.ok) return refuse("malformed");
  const { committee, sha256 } = number.value;
  if (
    sha256 !== bundle.committee.hash ||
    committee.number !== bundle.committee.number ||
    committee.definition.id !== bundle.campaign
  )
    return refuse("committee");
  for (const part of bundle.parts) {
    const checked = await checkPart(checking, bundle, committee, part, layers);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
};

/** Nothing, or the first thing in the bundle for which the whole file is refused. */
export const checkBundle = (
  deps: CheckDeps,
  inUse: CommitteeInUse,
  bundle: Bundle,
): Promise<Result<void, FileRefused>> => checkLayer({ ...deps, inUse, looked: 0 }, bundle, 1);
