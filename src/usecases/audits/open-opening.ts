/** An opening as an auditor gets it: of a tally that she has drawn lines of, by its writer, and true to the root. Keeps nothing. */
import type { AuditFailure } from "../../domain/audits/failures.ts";
import { parseOpening } from "../../domain/audits/opening-file.ts";
import type { AnsweredLine, Opening, OpenedLine } from "../../domain/audits/opening.ts";
import type { DrawnSource } from "../../domain/audits/store.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import { rootByPath } from "../../domain/tallies/audit-path.ts";
import { commitmentOf } from "../../domain/tallies/commitment.ts";
import { fromBase64url, fromHex, toHex } from "../../domain/text/bytes.ts";
import { folded } from "../../domain/text/folded.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";

export interface OpenedOpening {
  readonly opening: Opening;
  readonly from: Member;
  readonly drawn: DrawnSource;
  /** Lines with a name that stands on an earlier one, too: two codes may be one person's, so these show nobody more. */
  readonly sameName: readonly number[];
}

type Sha = Pick<Hashes, "sha256">;

const stands = (hashes: Sha, drawn: DrawnSource, one: OpenedLine): boolean => {
  const { place, salt: text, name, path, line } = one;
  const salt = fromBase64url(text);
  if (salt === undefined || drawn.lines.find((other) => other.place === place)?.line !== line)
    return false;
  const commitment = commitmentOf(hashes, { salt, line, name });
  const at = { index: place - 1, size: drawn.people };
  const root = rootByPath(hashes.sha256, commitment, at, path.map(fromHex));
  return root !== undefined && toHex(root) === drawn.root;
};

const isOpened = (line: AnsweredLine): line is OpenedLine => line.outcome === "opened";

/** What is opened, by place. */
export const openedLines = ({ lines }: Pick<Opening, "lines">): readonly OpenedLine[] =>
  lines.filter(isOpened);

const repeated = (lines: readonly OpenedLine[]): readonly number[] =>
  lines
    .filter(({ name }, at) =>
      lines.slice(0, at).some((before) => folded(before.name) === folded(name)),
    )
    .map(({ place }) => place);

export const openOpening = async (
  {
    vault,
    openpgp,
    hashes,
    universalDay,
  }: {
    readonly vault: Vault;
    readonly openpgp: Pick<OpenPgp, "unseal" | "verify">;
    readonly hashes: Sha;
    readonly universalDay: Day;
  },
  inUse: CommitteeInUse,
  file: Uint8Array,
): Promise<Result<OpenedOpening, AuditFailure | CommitteeFailure>> => {
  const unsealed = await openpgp.unseal(file, inUse.identity.secret);
  if (!unsealed.ok) return unsealed;
  const signer = await judgeSignature(openpgp, inUse, unsealed.value);
  if (!signer.ok) return signer;
  const parsed = parseOpening(unsealed.value.payload);
  if (!parsed.ok) return parsed;
  const opening = parsed.value;
  const refusal = headerRefusal(opening, signer.value.fingerprint, inUse, universalDay);
  if (refusal !== undefined) return fail(refusal);
  const { handle } = signer.value;
  if (!vault.audits.results().some(({ draw }) => draw === opening.draw))
    return fail({ type: "audit-draw-unknown" });
  const drawn = vault.audits.drawn(opening.draw, opening);
  const places = drawn?.lines.map(({ place }) => place).join(" ");
  if (
    drawn === undefined ||
    drawn.seq !== opening.seq ||
    drawn.root !== opening.root ||
    places !== opening.lines.map(({ place }) => place).join(" ")
  )
    return fail({ type: "audit-opening-other", handle });
  const lines = openedLines(opening);
  const bad = lines.find((line) => !stands(hashes, drawn, line));
  if (bad !== undefined) return fail({ type: "audit-proof-bad", handle, place: bad.place });
  return ok({ opening, from: signer.value, drawn, sameName: repeated(lines) });
};
