/** Who attested a file: signatures beside it, each judged by the keys that the committee in use names. */
import type { Day } from "../../domain/day.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Attestation } from "../../domain/committee/attestation.ts";
import type { Verdict } from "../../domain/sealing/failures.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../committee/committee-in-use.ts";

/** `you` is the holder of a vault that is in no committee. */
export interface Attester {
  readonly handle: Handle | "you";
  /** Binary. */
  readonly certificate: Uint8Array;
}

export interface Attesters {
  readonly attesters: readonly Attester[];
  /** Members who have no key for it. */
  readonly without: readonly Handle[];
}

/** The members of the committee in use who can attest letters; without a committee the holder of the vault alone. */
export const attestersIn = (vault: Vault, own: Attestation): Attesters => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok)
    return { attesters: [{ handle: "you", certificate: own.certificate }], without: [] };
  const { members } = inUse.value.committee;
  return {
    attesters: members.flatMap(({ handle, attests }) =>
      attests === undefined ? [] : [{ handle, certificate: attests }],
    ),
    without: members.flatMap(({ handle, attests }) => (attests === undefined ? [handle] : [])),
  };
};

/** How one signature stands. `other-key` is by nobody who can attest, `bad` over other bytes or no signature of ours. */
export type Judged =
  | { readonly verdict: "good"; readonly by: Attester; readonly on: Day | undefined }
  | { readonly verdict: Exclude<Verdict, "good"> };

/** `text` has lines ended by LF; `file` is what should be a detached signature, armored or binary. */
export const judgeAttestation = async (
  openpgp: Pick<OpenPgp, "dearmor" | "signedOn" | "verifyText">,
  attesters: readonly Attester[],
  text: string,
  file: Uint8Array,
): Promise<Judged> => {
  const signature = await openpgp.dearmor(file);
  if (signature === undefined) return { verdict: "bad" };
  const on = await openpgp.signedOn(signature);
  if (on === undefined) return { verdict: "bad" };
  for (const by of attesters) {
    const verdict = await openpgp.verifyText(text, signature, by.certificate);
    if (verdict === "good") return { verdict, by, on };
    if (verdict !== "other-key") return { verdict };
  }
  return { verdict: "other-key" };
};
