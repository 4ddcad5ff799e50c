/** Notes that two organizers compared their lists of a team by voice, and takes the note back. */
import type { Handle, TeamKey } from "../../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { areTooMany } from "../../domain/tallies/agreement.ts";
import type { Agreement } from "../../domain/tallies/agreement.ts";
import { tokensInTeam } from "../../domain/tallies/claims.ts";
import type { Signer } from "../../domain/tallies/claims.ts";
import type { TallyFailure } from "../../domain/tallies/failures.ts";
import type { Token } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";

type Refused = CommitteeFailure | TallyFailure;

/** Two organizers and a team. */
export interface Pair {
  readonly team: TeamKey;
  /** Sorted by fingerprint. */
  readonly signers: readonly [Fingerprint, Fingerprint];
  /** In the same order. */
  readonly handles: readonly [Handle, Handle];
}

/** Who compared with whom; with one handle it is we ourselves who did. */
export const pairOf = (
  { committee, identity }: CommitteeInUse,
  typed: { readonly handle: string; readonly other: string | undefined; readonly team: string },
): Result<Pair, Refused> => {
  const { members, definition } = committee;
  const team = definition.teams.find(({ key }) => key === typed.team);
  if (team === undefined)
    return fail({ type: "turf-unknown", known: definition.teams.map(({ key }) => key) });
  const one = members.find(({ handle }) => handle === typed.handle);
  const other =
    typed.other === undefined ? identity : members.find(({ handle }) => handle === typed.other);
  if (one === undefined || other === undefined)
    return fail({ type: "handle-unknown", known: members.map(({ handle }) => handle) });
  if (one.fingerprint === other.fingerprint) return fail({ type: "agreement-alone" });
  const [first, second] = one.fingerprint < other.fingerprint ? [one, other] : [other, one];
  return ok({
    team: team.key,
    signers: [first.fingerprint, second.fingerprint],
    handles: [first.handle, second.handle],
  });
};

/** Whom she has in the team, by what counts now. */
const listOf = (
  signers: readonly Signer[],
  team: TeamKey,
  fingerprint: Fingerprint,
  handle: Handle,
): Result<readonly Token[], Refused> => {
  const signer = signers.find((one) => one.fingerprint === fingerprint);
  if (signer === undefined || signer.copies.length === 0)
    return fail({ type: "agreement-uncounted", handle });
  if (signer.copies.length > 1) return fail({ type: "agreement-forked", handle });
  const tokens = tokensInTeam(signer, team);
  return tokens.length === 0 ? fail({ type: "agreement-empty", handle }) : ok(tokens);
};

/** Notes both lists as they are today, in the place of what was noted of the two before. */
export const agreeLists = (
  vault: Vault,
  signers: readonly Signer[],
  { team, signers: pair, handles }: Pair,
  on: Day,
): Result<Agreement, Refused> => {
  const [one, other] = [
    listOf(signers, team, pair[0], handles[0]),
    listOf(signers, team, pair[1], handles[1]),
  ];
  // Of two the one whose handle comes first, not whose key does.
  const [first, second] = handles[0] < handles[1] ? [one, other] : [other, one];
  if (!first.ok) return first;
  if (!second.ok) return second;
  if (!one.ok || !other.ok) throw new Error("both lists were there");
  const agreement: Agreement = { team, signers: pair, on, tokens: [one.value, other.value] };
  return vault.transaction((): Result<Agreement, Refused> => {
    vault.agreements.keep(agreement);
    return areTooMany(vault.agreements.all(), team)
      ? fail({ type: "agreements-too-many" })
      : ok(agreement);
  });
};

export const partLists = (vault: Vault, pair: Pair): Result<void, Refused> =>
  vault.transaction(() =>
    vault.agreements.remove(pair) ? ok(undefined) : fail({ type: "agreement-absent" }),
  );
