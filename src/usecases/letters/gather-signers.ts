/**
 * Who signed a text, over our own vault and the latest lists of other organizers: as a letter may show them, and where it
 * comes from. Without a committee, or before a list has come, this is our own vault and nothing else.
 */
import { countingKeys, keysIn } from "../../domain/committee/counting-keys.ts";
import { SIGN } from "../../domain/campaign/campaign.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import { holdBack, ownWordsOf } from "../../domain/letters/hold-back.ts";
import type { OwnWord } from "../../domain/letters/hold-back.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import { liveSignersLists } from "../../domain/letters/live-signers.ts";
import type { SignersStatement } from "../../domain/letters/live-signers.ts";
import { mergeSigners } from "../../domain/letters/merge-signers.ts";
import type { MergedSigners } from "../../domain/letters/merge-signers.ts";
import type { SignerLine } from "../../domain/letters/signers.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { PersonSummary } from "../../domain/people/store.ts";
import { isLive } from "../../domain/pledges/pledge.ts";
import type { Held, Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../committee/committee-in-use.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { turfThen } from "../committee/turf-then.ts";
import { handleOf } from "../tallies/tally-sources.ts";
import { ownSigners } from "./own-signers.ts";
import { readSigners } from "./take-in-signers.ts";

/** An organizer whose list counts. */
export interface SignersSource {
  readonly handle: Handle;
  /** Whether it is this vault's. */
  readonly own: boolean;
  /** Nothing for our own vault, which speaks of now. */
  readonly asOf?: Day;
  /** Several lists under one number: only what all of them say counts. */
  readonly forked: boolean;
}

export interface GatheredSigners {
  readonly merged: MergedSigners;
  /** Our own first, where anybody signed with us, then by handle. */
  readonly sources: readonly SignersSource[];
  /** Handles of former members whose lists are here and count no more. */
  readonly removed: readonly Handle[];
  /** Names that others give and our own vault does not let out. */
  readonly heldNames: {
    /** Took the signature back with us. */
    readonly gone: number;
    /** Is a number only with us. */
    readonly number: number;
  };
}

const byHandle = (a: SignersSource, b: SignersSource): number => (a.handle < b.handle ? -1 : 1);

/** How somebody stands to being named; nothing for whoever said nothing to us about signing. */
const ownWordOf = (
  { person, pledges }: PersonSummary,
  withdrawn: ReadonlySet<PersonId>,
): readonly OwnWord[] => {
  const pledge = pledges.find(({ action }) => action === SIGN);
  const { name, role, supervisor } = person;
  const about = { name, ...(role === undefined ? {} : { role }) };
  const tookBack = withdrawn.has(person.id) || (pledge !== undefined && !isLive(pledge.state));
  if (supervisor !== "no" || tookBack) return [{ ...about, word: "gone" }];
  if (pledge === undefined) return [];
  return [{ ...about, word: pledge.display === "named" ? "named" : "number" }];
};

/** A team of which our own committee file knows nothing is none. */
const withKnownTeam =
  (teams: ReadonlySet<string>) =>
  ({ team, ...line }: SignerLine): SignerLine =>
    team === undefined || !teams.has(team) ? line : { ...line, team };

/** Whether this vault wrote it: its last one, or one before that, of which it keeps nothing to compare. */
const wroteIn =
  (vault: Vault, { identity }: CommitteeInUse, text: TextHash) =>
  ({ from, incarnation, seq, sha256 }: Snapshot): boolean => {
    if (from !== identity.fingerprint || incarnation !== identity.incarnation) return false;
    const own = vault.signers.own(text);
    return own !== undefined && (seq < own.seq || sha256 === own.sha256);
  };

const statements = (
  vault: Vault,
  inUse: CommitteeInUse,
  text: TextHash,
  held: readonly Held[],
  withdrawn: ReadonlySet<PersonId>,
): readonly SignersStatement[] => {
  const { committee, identity } = inUse;
  const { fingerprint: from, incarnation, supersedes } = identity;
  const members = countingKeys(committee.members, keysIn(held, identity), inUse.revoked);
  const turf = members.get(from)?.turf ?? [];
  const own = ownSigners(vault, committee.definition, text, turf, withdrawn);
  return liveSignersLists({
    held,
    read: readSigners,
    members,
    leftOut: vault.leftOut.all(),
    turfThen: turfThen(inUse),
    own: { from, incarnation, supersedes, ...own },
    wrote: wroteIn(vault, inUse, text),
  });
};

const sourceOf = (
  inUse: CommitteeInUse,
  { from, asOf, forked }: SignersStatement,
): SignersSource => ({
  handle: handleOf(inUse, from) ?? inUse.identity.handle,
  own: from === inUse.identity.fingerprint,
  forked,
  ...(asOf === undefined ? {} : { asOf }),
});

/** What others add; nothing while our own vault is all there is. `withdrawn` are our people who took it back elsewhere. */
export const gatherSigners = (
  vault: Vault,
  text: TextHash,
  withdrawn: ReadonlySet<PersonId>,
): GatheredSigners | undefined => {
  const held = vault.signers.sources(text);
  if (held.length === 0) return undefined;
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return undefined;
  const { committee, identity } = inUse.value;
  const all = statements(vault, inUse.value, text, held, withdrawn);
  const ours = all.find(({ from }) => from === identity.fingerprint);
  const others = all.filter((one) => one !== ours);
  const present = new Set(
    committee.members.flatMap(({ fingerprint, replaces = [] }) => [fingerprint, ...replaces]),
  );
  const removed = held.flatMap(({ from }) =>
    present.has(from) || from === identity.fingerprint ? [] : (handleOf(inUse.value, from) ?? []),
  );
  if (ours === undefined || (others.length === 0 && !ours.forked && removed.length === 0))
    return undefined;
  const withTeam = withKnownTeam(new Set(committee.definition.teams.map(({ key }) => key)));
  const words = ownWordsOf(vault.people.summaries().flatMap((one) => ownWordOf(one, withdrawn)));
  const judged = others.map((list) =>
    holdBack({ ...list, lines: list.lines.map(withTeam) }, words),
  );
  const names = (word: "gone" | "number"): number =>
    new Set(judged.flatMap(({ held: names }) => names[word])).size;
  const merged = mergeSigners([ours, ...judged.map(({ list }) => list)]);
  const { inTurf, elsewhere, supporters } = ours.counted;
  const isEmpty = ours.lines.length + inTurf + elsewhere + supporters === 0;
  return {
    merged,
    sources: [
      ...(isEmpty && !ours.forked ? [] : [sourceOf(inUse.value, ours)]),
      ...others.map((one) => sourceOf(inUse.value, one)).toSorted(byHandle),
    ],
    removed: [...new Set(removed)].toSorted(),
    heldNames: { gone: names("gone"), number: names("number") },
  };
};
