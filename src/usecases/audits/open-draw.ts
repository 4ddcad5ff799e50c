/**
 * A draw as the organizer gets it whose people it is about. This is where a rogue auditor could collect names, so before
 * anybody is named two others must have signed one and the same draw, over the last tally of ours, and the lines are worked out anew.
 */
import { auditorsOf, leastAuditors, linesDrawn } from "../../domain/audits/draw.ts";
import type { Draw } from "../../domain/audits/draw.ts";
import { parseDraw } from "../../domain/audits/draw-file.ts";
import type { AuditFailure } from "../../domain/audits/failures.ts";
import type { RoundSource } from "../../domain/audits/round.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { sameBytes } from "../../domain/sealing/payload.ts";
import type { OpenPgp, Unsealed } from "../../domain/sealing/ports.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSigners } from "../committee/judge-signers.ts";

export interface OpenedDraw {
  readonly draw: Draw;
  /** SHA-256 of the payload. */
  readonly hash: Hash;
  /** Who learns the names: auditors other than ourselves who signed, two or more, by handle. */
  readonly auditors: readonly Member[];
  /** Our own tally as the draw has it. */
  readonly source: RoundSource;
  /** Which of its live lines are drawn, counted from 1. */
  readonly numbers: readonly number[];
}

type Failure = AuditFailure | CommitteeFailure;

interface Deps {
  readonly openpgp: Pick<OpenPgp, "unseal" | "verify">;
  readonly hashes: Pick<Hashes, "sha256">;
}

/** One payload with the signatures of all files. */
const unsealAll = async (
  { openpgp }: Deps,
  { identity }: CommitteeInUse,
  files: readonly Uint8Array[],
): Promise<Result<Unsealed, Failure>> => {
  let whole: Unsealed | undefined;
  for (const file of files) {
    const unsealed = await openpgp.unseal(file, identity.secret);
    if (!unsealed.ok) return unsealed;
    const { payload, signatures } = unsealed.value;
    if (whole !== undefined && !sameBytes(whole.payload, payload))
      return fail({ type: "audit-draws-differ" });
    whole = { payload, signatures: [...(whole?.signatures ?? []), ...signatures] };
  }
  if (whole === undefined) throw new Error("there is no file");
  return ok(whole);
};

/** Every member who signed, each once however many files she signed. */
const signersOf = async (
  { openpgp }: Deps,
  inUse: CommitteeInUse,
  { payload, signatures }: Unsealed,
): Promise<Result<readonly Member[], Failure>> => {
  const signers = new Map<string, Member>();
  for (const signature of signatures) {
    const judged = await judgeSigners(openpgp, inUse, { payload, signatures: [signature] });
    if (!judged.ok) return judged;
    for (const signer of judged.value) signers.set(signer.fingerprint, signer);
  }
  return signatures.length === 0 ? fail({ type: "unsigned" }) : ok([...signers.values()]);
};

/** More files than there are members say nothing that fewer do not, and each costs a check by every member. */
const mostSignatures = 256;

/** Changes nothing. Whether it is our last tally, and the only draw by that number, is for whoever takes it in. */
export const openDraw = async (
  deps: Deps,
  inUse: CommitteeInUse,
  files: readonly Uint8Array[],
): Promise<Result<OpenedDraw, Failure>> => {
  const unsealed = await unsealAll(deps, inUse, files);
  if (!unsealed.ok) return unsealed;
  const { payload, signatures } = unsealed.value;
  if (signatures.length > mostSignatures) return fail({ type: "signed-twice" });
  const signers = await signersOf(deps, inUse, unsealed.value);
  if (!signers.ok) return signers;
  const parsed = parseDraw(payload);
  if (!parsed.ok) return parsed;
  const draw = parsed.value;
  const { committee, identity } = inUse;
  if (draw.campaign !== committee.definition.id) return fail({ type: "campaign-other" });
  const source = draw.sources.find(
    ({ from, incarnation }) =>
      from === identity.fingerprint && incarnation === identity.incarnation,
  );
  if (source === undefined) return fail({ type: "audit-without-us" });
  const named = auditorsOf(draw, source).map(({ member }) => member);
  const others = signers.value.filter(({ fingerprint }) => fingerprint !== source.from);
  // Whoever signs, and adds no words, vouches for nothing.
  if (others.some(({ fingerprint }) => !named.includes(fingerprint)))
    return fail({ type: "signer-other" });
  if (others.length < leastAuditors)
    return fail({ type: "audit-signers-few", signers: others.map(({ handle }) => handle) });
  return ok({
    draw,
    hash: toHex(deps.hashes.sha256(payload)) as Hash,
    auditors: others.toSorted((a, b) => (a.handle < b.handle ? -1 : 1)),
    source,
    numbers: linesDrawn(deps.hashes, draw, source),
  });
};
