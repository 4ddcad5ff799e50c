/** Answers the auditors: the lines that may be opened, each with what shows for whom it stands, and of the others that they are not. */
import type { AuditFailure } from "../../domain/audits/failures.ts";
import { writeOpening } from "../../domain/audits/opening-file.ts";
import type { AnsweredLine } from "../../domain/audits/opening.ts";
import type { Answer, TakenDraw } from "../../domain/audits/store.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import { toBase64url } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealForMembers } from "../seal-for-members.ts";
import type { OpenedDraw } from "./open-draw.ts";
import { drawnPeople } from "./take-draw.ts";
import type { Drawn } from "./take-draw.ts";

/** What was said of one drawn line. */
export interface PersonAnswer {
  readonly place: number;
  readonly answer: Answer;
  /** How the auditors get at her; only with a yes. */
  readonly reach?: string;
}

export interface AnswerDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** Keeps the answers. Fails with `audit-person-other` for a line that is not drawn, or that cannot be opened any more. */
export const noteAnswers = (
  { vault }: Pick<AnswerDeps, "vault">,
  people: readonly Drawn[],
  answers: readonly PersonAnswer[],
): Result<void, AuditFailure> => {
  const unknown = answers.filter(({ place, answer }) => {
    const drawn = people.find((one) => one.place === place);
    return drawn === undefined || (answer === "yes" && !drawn.openable);
  });
  if (unknown.length > 0)
    return fail({ type: "audit-person-other", lines: unknown.map(({ place }) => place) });
  return vault.transaction(() => {
    for (const { place, answer, reach } of answers)
      vault.audits.answer(place, answer, answer === "yes" ? reach : undefined);
    return ok(undefined);
  });
};

const answered = (place: number, people: readonly Drawn[]): AnsweredLine => {
  const drawn = people.find((one) => one.place === place);
  if (drawn?.answer === "declined") return { outcome: "declined", place };
  if (drawn?.answer !== "yes" || !drawn.openable) return { outcome: "not-opened", place };
  const { salt, line, name, path, reach } = drawn;
  return {
    outcome: "opened",
    place,
    salt: toBase64url(salt),
    line,
    name,
    path,
    ...(reach === undefined ? {} : { reach }),
  };
};

/** The file for the auditors who signed. That the names have gone out is in the vault before the file is. */
export const answerDraw = async (
  deps: AnswerDeps,
  { committee, identity }: CommitteeInUse,
  opened: OpenedDraw,
  taken: TakenDraw,
): Promise<Result<Uint8Array, AuditFailure | CommitteeFailure>> => {
  const { vault, openpgp, universalDay: day } = deps;
  const { source, hash, auditors } = opened;
  const people = drawnPeople(deps, opened);
  const lines = taken.places.map((place) => answered(place, people));
  const payload = writeOpening({
    campaign: committee.definition.id,
    from: source.from,
    to: auditors.map(({ fingerprint }) => fingerprint).toSorted(),
    incarnation: source.incarnation,
    seq: source.seq,
    root: source.root,
    draw: hash,
    asOf: day,
    lines,
  });
  const signature = await openpgp.sign(payload, identity.secret, day);
  const message = { payload, signatures: [signature], named: false, day };
  const sealed = await sealForMembers(openpgp, message, auditors);
  if (!sealed.ok) return sealed;
  const names = lines.filter(({ outcome }) => outcome === "opened").length;
  return vault.transaction((): Result<Uint8Array, AuditFailure> => {
    // Another pledge may have taken another draw in: then the names of two would go out.
    const current = vault.audits.taken(taken.committee.hash);
    if (current?.draw !== hash) {
      const { committee: of, takenOn: on } = current ?? taken;
      return fail({ type: "audit-again", number: of.number, on });
    }
    vault.audits.noteOpened(taken.committee.hash, Math.max(current.opened, names));
    return ok(sealed.value);
  });
};
