/** Which count the next one is held to: the last that this vault knows, or a later one that a member attested. */
import type { PublishedCount } from "../../domain/counts/count.ts";
import type { CountFailure } from "../../domain/counts/failures.ts";
import { parseCount } from "../../domain/counts/parse-count.ts";
import { receiptsHash } from "../../domain/counts/receipts.ts";
import type { KeptCount } from "../../domain/counts/store.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { attestersIn, judgeAttestation } from "../letters/judge-attestations.ts";
import type { Attester } from "../letters/judge-attestations.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import type { Attestation } from "../../domain/committee/attestation.ts";

/** A count that is there already, as its file is. */
export interface EarlierCount extends KeptCount {
  readonly count: PublishedCount;
}

/** A file that somebody brought, and the signatures beside it. */
export interface BroughtCount {
  readonly path: string;
  readonly text: string;
  readonly signatures: readonly Uint8Array[];
}

interface Deps {
  readonly openpgp: Pick<OpenPgp, "dearmor" | "signedOn" | "verifyText">;
  readonly hashes: Pick<Hashes, "sha256">;
}

/** One good signature is enough. Of several that are not, the one that says most is told. */
const judge = async (
  openpgp: Deps["openpgp"],
  attesters: readonly Attester[],
  { path, text, signatures }: BroughtCount,
): Promise<Result<undefined, CountFailure>> => {
  let why: Extract<CountFailure, { readonly type: "count-not-attested" }>["why"] = "no-signature";
  for (const signature of signatures) {
    const judged = await judgeAttestation(openpgp, attesters, text, signature);
    if (judged.verdict === "good") return ok(undefined);
    if (why === "no-signature" || why === "other-key") why = judged.verdict;
  }
  return fail({ type: "count-not-attested", path, why });
};

/** A file that may be anybody's, as a count of our campaign that a member stands behind. */
export const readBrought = async (
  { openpgp, hashes }: Deps,
  vault: Vault,
  { committee }: CommitteeInUse,
  brought: BroughtCount,
  own: Attestation,
): Promise<Result<EarlierCount, CountFailure>> => {
  const count = parseCount(brought.text);
  if (!count.ok) return count;
  if (count.value.campaign !== committee.definition.id)
    return fail({ type: "count-campaign-other" });
  const { attesters } = attestersIn(vault, own);
  const judged = await judge(openpgp, attesters, brought);
  if (!judged.ok) return judged;
  const { text } = brought;
  return ok({ sha256: receiptsHash(hashes, text), text, count: count.value });
};

/** The count to go on from; nothing for the first of all. */
export const goOnFrom = (
  known: EarlierCount | undefined,
  given: EarlierCount | "first" | undefined,
): Result<EarlierCount | undefined, CountFailure> => {
  if (given === "first") {
    return known === undefined
      ? ok(undefined)
      : fail({ type: "count-not-first", number: known.count.number });
  }
  if (given === undefined)
    return known === undefined ? fail({ type: "count-after-needed" }) : ok(known);
  if (known === undefined || known.sha256 === given.sha256) return ok(given);
  // Two counts of one number went out side by side, or this one is older than what is known.
  return given.count.number > known.count.number
    ? ok(given)
    : fail({
        type: "count-not-later",
        number: given.count.number,
        known: known.count.number,
      });
};
