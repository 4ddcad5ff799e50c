/** Our next tally, as it would leave: nothing is kept of a draft, and no number is taken by it. */
import { daysBetween } from "../../domain/age.ts";
import type { Settings } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes, Randomness } from "../../domain/ports.ts";
import { commitmentOf, merkleRoot } from "../../domain/tallies/commitment.ts";
import { inSendingOrder } from "../../domain/tallies/compose-lines.ts";
import type { OwnLine } from "../../domain/tallies/compose-lines.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import type { Opening, OwnSnapshot } from "../../domain/tallies/store.ts";
import type { Hash, Seen, Tally, TallyHeader, TallyLine } from "../../domain/tallies/tally.ts";
import { tokenOf } from "../../domain/tallies/token.ts";
import { tallyLineText } from "../../domain/tallies/write-tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { ownLines } from "./own-lines.ts";
import { readTally } from "./read-tallies.ts";

export interface DraftDeps {
  readonly vault: Vault;
  readonly hashes: Hashes;
  readonly random: Randomness;
  /** Today in UTC. */
  readonly universalDay: Day;
  /** Whether readers may pass it on in a bundle; as the last one said where nothing is. */
  readonly relay?: boolean;
}

export interface Draft {
  readonly tally: Tally;
  /** Its lines as they are sent. */
  readonly texts: readonly string[];
  /** Sorted by handle, ourselves among them. */
  readonly readers: readonly Member[];
  readonly openings: readonly Opening[];
  /** To every line, in their order. */
  readonly commitments: readonly Uint8Array[];
  /** People in the vault, with or without a line. */
  readonly inVault: number;
  /** What was sent last in this life of the vault, without its lines. */
  readonly last?: { readonly snapshot: OwnSnapshot; readonly header: TallyHeader };
  /** People whose lines came, went or changed since then. */
  readonly changed: number;
  /** Those among them whose lines went because they were handed over: the receiver's tally has them. */
  readonly handedOver: number;
}

/** So many bytes of salt hide a line and a name from whoever tries all names. */
const saltLength = 16;

/** The format holds no more of them. */
const mostSeen = 1024;

/** The latest of each source that is held, sorted as it is kept; of a fork one copy. */
const seenIn = (held: readonly Held[], isOwn: (held: Held) => boolean): readonly Seen[] =>
  held
    .filter((one) => !isOwn(one))
    .flatMap(({ tops }) => tops.slice(0, 1))
    .slice(0, mostSeen)
    .map(({ from, incarnation, seq, sha256 }) => ({ from, incarnation, seq, sha256 }));

/** A commitment to every line, in their order, and what will open it. `texts` are the lines as they are sent. */
const commit = (
  { hashes, random }: Pick<DraftDeps, "hashes" | "random">,
  own: readonly OwnLine[],
  texts: readonly string[],
): Pick<Draft, "openings" | "commitments"> & { readonly root: Hash } => {
  const salts = random.bytes(saltLength * own.length);
  const openings: Opening[] = [];
  const commitments = own.map(({ line: { token }, person }, index) => {
    const salt = salts.subarray(index * saltLength, (index + 1) * saltLength);
    openings.push({ person: person.id, token, salt });
    return commitmentOf(hashes, { salt, line: texts[index] ?? "", name: person.name });
  });
  return {
    root: toHex(merkleRoot(hashes.sha256, commitments)) as Hash,
    openings,
    commitments,
  };
};

/** How many tokens have another line in one of the lists than in the other, or none. Both are sorted by token; `texts` are the lines of `after`. */
export const changedLines = (
  before: readonly TallyLine[],
  after: readonly TallyLine[],
  texts: readonly string[] = after.map(tallyLineText),
): number => {
  let changed = 0;
  let at = 0;
  for (const line of before) {
    for (let next = after[at]; next !== undefined && next.token < line.token; next = after[at]) {
      changed += 1;
      at += 1;
    }
    if (after[at]?.token !== line.token) changed += 1;
    else {
      if (texts[at] !== tallyLineText(line)) changed += 1;
      at += 1;
    }
  }
  return changed + after.length - at;
};

/** How many lines went because their people were handed over. */
const handedLines = (
  { vault, hashes }: Pick<DraftDeps, "vault" | "hashes">,
  campaign: string,
  before: readonly TallyLine[],
  after: readonly TallyLine[],
): number => {
  const gone = new Set(vault.handovers.goneCodes().map((code) => tokenOf(hashes, campaign, code)));
  if (gone.size === 0) return 0;
  const still = new Set(after.map(({ token }) => token));
  return before.filter(({ token }) => gone.has(token) && !still.has(token)).length;
};

/** Our lines as they are sent, and what is new in them. Of what was sent last only the header is kept: its lines take as much room as ours. */
const compose = (
  deps: Pick<DraftDeps, "vault" | "hashes">,
  inUse: CommitteeInUse,
  snapshot: OwnSnapshot | undefined,
): Pick<Draft, "texts" | "last" | "changed" | "handedOver"> & {
  readonly own: readonly OwnLine[];
} => {
  const sent = snapshot === undefined ? undefined : readTally(snapshot);
  const own = inSendingOrder(ownLines(deps, inUse, "sent", sent?.lines));
  const lines = own.map(({ line }) => line);
  const texts = lines.map(tallyLineText);
  if (snapshot === undefined || sent === undefined)
    return { own, texts, changed: 0, handedOver: 0 };
  const { lines: before, ...header } = sent;
  return {
    own,
    texts,
    last: { snapshot, header },
    changed: changedLines(before, lines, texts),
    handedOver: handedLines(deps, header.campaign, before, lines),
  };
};

/** `readers` as `chooseReaders` gives them. */
export const draftTally = (
  { vault, hashes, random, universalDay, relay }: DraftDeps,
  inUse: CommitteeInUse,
  readers: readonly Member[],
): Draft => {
  const { committee, identity, reference } = inUse;
  const { fingerprint: from, incarnation, supersedes } = identity;
  const snapshot = vault.tallies.own();
  const { own, texts, last, changed, handedOver } = compose({ vault, hashes }, inUse, snapshot);
  const { root, openings, commitments } = commit({ hashes, random }, own, texts);
  const isOwn = (held: Held): boolean => held.from === from && held.incarnation === incarnation;
  const header: TallyHeader = {
    campaign: committee.definition.id,
    committee: reference,
    from,
    incarnation,
    supersedes,
    to: readers.map(({ fingerprint }) => fingerprint).toSorted(),
    seq: (snapshot?.seq ?? 0) + 1,
    prev: snapshot?.sha256,
    asOf: universalDay,
    relay: relay ?? last?.header.relay ?? false,
    seen: seenIn(vault.tallies.sources(), isOwn),
    root,
  };
  return {
    tally: { ...header, lines: own.map(({ line }) => line) },
    texts,
    readers,
    openings,
    commitments,
    inVault: vault.people.count(),
    ...(last === undefined ? {} : { last }),
    changed,
    handedOver,
  };
};

/**
 * Of whom something else is said than last time. Whoever was handed over said nothing new: her line is in another
 * tally under the same token, so whoever compares files learns that she has another organizer, and no more.
 */
export const changedThemselves = ({
  changed,
  handedOver,
}: Pick<Draft, "changed" | "handedOver">): number => changed - handedOver;

/** So few that whoever compares the two files may work out who they are. */
export const pointsToPeople = (draft: Pick<Draft, "changed" | "handedOver">): boolean =>
  changedThemselves(draft) >= 1 && changedThemselves(draft) <= 4;

/**
 * Whether it would say to the same readers what the last one said; what has been merged since does not count. A tally of
 * which half the time has passed after which it is old says something new: that it holds still.
 */
export const saysTheSame = (
  { tally, last, changed }: Draft,
  { oldAfterDays }: Pick<Settings, "oldAfterDays">,
): boolean =>
  last !== undefined &&
  changed === 0 &&
  tally.to.join(" ") === last.header.to.join(" ") &&
  tally.committee.hash === last.header.committee.hash &&
  tally.relay === last.header.relay &&
  2 * daysBetween(last.header.asOf, tally.asOf) <= oldAfterDays;
