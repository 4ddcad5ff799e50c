/** What contradicts itself in what one organizer has sent, and the way out, in words. */
import type { Json } from "../../domain/text/canonical-json.ts";
import { grouped, listed } from "../../domain/text/words.ts";
import type { ForkRow } from "../../usecases/tallies/fork-rows.ts";
import type { TallySources } from "../../usecases/tallies/tally-sources.ts";

type Forks = Pick<TallySources, "forks" | "rows">;

const kinds = {
  tally: { all: "tallies", cause: "different people are shown different things" },
  bundle: { all: "bundles", cause: "different people are passed different things" },
} as const;

const newLife =
  'Begin a new life of this vault: "pledge backup FILE", then "pledge restore FILE --vault NEW".';

const livesText = (
  { of, handle, own }: ForkRow,
  incarnations: readonly string[],
  who: string,
): string => {
  const copies =
    of === "tally"
      ? `${incarnations.length} copies of one vault are in use side by side, and what they agree on is counted.`
      : `bundles of ${incarnations.length} copies of one vault come side by side, and what each says is counted.`;
  if (own || handle === undefined) return `${who}: ${copies} Ask ${who} to go on with one of them.`;
  const lives = listed(incarnations.map((life) => life.slice(0, 8)));
  return `${who}: ${copies} Ask ${who} to go on with one of them, and leave the other out, of ${lives}: "pledge tally drop ${handle} --life DIGITS".`;
};

const forkText = (fork: ForkRow): string => {
  const { of, handle, own } = fork;
  const who = handle ?? "somebody";
  if ("incarnations" in fork) return livesText(fork, fork.incarnations, who);
  const { all, cause } = kinds[of];
  const hashes = listed(fork.hashes.map((hash) => hash.slice(0, 16)));
  const what = `different ${all} under number ${grouped(fork.seq)}: ${hashes}.`;
  if (own)
    return `${who} (you): ${what} Another copy of this vault is in use, or somebody has your key. ${newLife}`;
  const ask =
    handle === undefined
      ? `Ask ${who}.`
      : `Ask ${who} which one holds, and leave the other out: "pledge tally drop ${handle} --copy HASH".`;
  return `${who}: ${what} Either a vault was copied, or ${cause}. ${ask}`;
};

/** For `tally show`: a line for each. */
export const forkLines = ({ forks }: Pick<Forks, "forks">): readonly string[] =>
  forks.map((fork) => forkText(fork));

const contradicting = (of: ForkRow["of"], handles: Iterable<string | undefined>): string[] => {
  const who = [...new Set(handles)].map((handle) => handle ?? "somebody");
  return who.length === 0
    ? []
    : [`Two ${kinds[of].all} of ${listed(who)} contradict each other: "pledge tally show".`];
};

/** For `status`: one line for all tallies, and one for all bundles; the rest is told by `tally show`. */
export const forkLine = ({ forks, rows }: Forks): readonly string[] => [
  ...contradicting(
    "tally",
    rows.filter(({ state }) => state === "forked").map(({ handle }) => handle),
  ),
  ...contradicting(
    "bundle",
    forks.filter(({ of }) => of === "bundle").map(({ handle }) => handle),
  ),
];

/** `sha256` names payloads, `incarnations` lives. */
export const forksJson = ({ forks }: Pick<Forks, "forks">): Json =>
  forks.map((fork) => ({
    of: fork.of,
    handle: fork.handle ?? null,
    fingerprint: fork.from,
    ...("incarnations" in fork
      ? { incarnations: fork.incarnations }
      : { incarnation: fork.incarnation, seq: fork.seq, sha256: fork.hashes }),
  }));
