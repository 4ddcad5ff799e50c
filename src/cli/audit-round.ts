/** A round of an audit on its way to a draw: begun, compared, promised and spoken. */
import { wordsOfRound } from "../domain/audits/draw.ts";
import type { SpokenWords } from "../domain/audits/draw.ts";
import { roundDigest } from "../domain/audits/round.ts";
import type { BegunRound } from "../domain/audits/store.ts";
import type { Ask } from "../domain/asking/ask.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { fromHex } from "../domain/text/bytes.ts";
import { listed } from "../domain/text/words.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { currentRound, hasDrawable } from "../usecases/audits/current-round.ts";
import { drawOf } from "../usecases/audits/finish-draw.ts";
import {
  beginRound,
  notePromises,
  noteWords,
  promiseOf,
  silentAuditors,
} from "../usecases/audits/hear-auditors.ts";
import type { HearingDeps, Said } from "../usecases/audits/hear-auditors.ts";
import { wordsFor } from "../usecases/audits/spoken-words.ts";
import type { CommitteeInUse } from "../usecases/committee/committee-in-use.ts";
import type { TallyReader } from "../usecases/tallies/read-tallies.ts";
import { otherMembers } from "../usecases/tallies/tally-readers.ts";
import type { Context } from "./context.ts";
import { countIn } from "./count-together.ts";
import type { Failure } from "./failure.ts";
import {
  askAuditors,
  askPromises,
  askSameRound,
  askWords,
  sayOwnWords,
  tries,
} from "./questions/audit-words.ts";
import { calledIn, roundLines } from "./render/audit.ts";
import { noteText } from "./render/letter-notes.ts";
import { tell } from "./tell.ts";

/** What a draw works with. */
export interface Drawing {
  readonly context: Context;
  readonly vault: Vault;
  readonly inUse: CommitteeInUse;
  readonly reader: TallyReader;
  readonly deps: HearingDeps;
}

/** The round that goes on, or a new one where none was begun or one is wanted. */
export const roundFor = async (
  { context, vault, inUse, reader, deps }: Drawing,
  { new: again, without = [] }: { readonly new: boolean; readonly without?: readonly string[] },
): Promise<Result<BegunRound, Failure>> => {
  const before = vault.audits.begun();
  const begun = again ? undefined : before;
  const { reference, committee } = inUse;
  if (begun !== undefined) {
    const { number, hash } = begun.round.committee;
    if (hash !== reference.hash)
      return fail({ type: "audit-moved", number, begunOn: begun.begunOn });
    return without.length === 0
      ? ok(begun)
      : fail({
          type: "usage",
          message: `a round was begun on ${begun.begunOn}, and whose tallies are in it is settled`,
          hint: "begin a new one with --new",
        });
  }
  const { world } = context;
  const { together } = countIn(world, vault, inUse, { reader });
  const current = currentRound({ vault, reader }, inUse, together.sources.rows, without);
  if (!current.ok) return current;
  const { round, forked } = current.value;
  if (
    !hasDrawable(
      round,
      committee.members.map(({ fingerprint }) => fingerprint),
    )
  )
    return fail({ type: "audit-nothing" });
  if (forked.length > 0)
    await tell(context, [
      `Not in the round, since tallies contradict each other: ${listed(forked)}.`,
    ]);
  if (before !== undefined && before.heard.length > 0 && drawOf(inUse, before) === undefined)
    await tell(context, [
      "The last round was broken off after promises were made. Whoever breaks off after hearing others' words has seen a draw that nobody else has: if it happens twice, draw with somebody else.",
    ]);
  const { random, clock } = world;
  return ok(await beginRound({ ...deps, random }, round, clock.today()));
};

/** Our promise, to be read aloud. */
export const ownPromise = (
  { inUse, deps }: Drawing,
  { round, words }: BegunRound,
): Promise<SpokenWords> => promiseOf(deps, round, { member: inUse.identity.fingerprint, words });

/** The words by which the auditors compare their rounds. */
export const roundWords = ({ deps }: Drawing, { round }: BegunRound): Promise<readonly string[]> =>
  wordsFor(deps.openpgp, fromHex(roundDigest(deps.hashes, round)), wordsOfRound);

/** The rest of a round at the terminal; nothing where the others see other words. */
export const speakRound = async (
  drawing: Drawing,
  ask: Ask,
  first: BegunRound,
): Promise<Result<BegunRound | undefined, Failure>> => {
  const { context, vault, inUse, deps } = drawing;
  const others = otherMembers(inUse).map(({ handle }) => handle);
  let begun = first;
  const { world, talk } = context;
  const width = await world.textWidth();
  const words = await roundWords(drawing, begun);
  const fit = (lines: readonly string[]): string => noteText(lines, talk.columns, width);
  ask.say(fit(roundLines(begun.round, words, calledIn(inUse))));
  if (begun.heard.length === 0) {
    if (!(await askSameRound(ask))) return ok(undefined);
    const auditors = await askAuditors(ask, others);
    const promises = await askPromises(ask, auditors, await ownPromise(drawing, begun), fit);
    const noted = notePromises(vault, inUse, begun, promises);
    if (!noted.ok) return noted;
    begun = noted.value;
  }
  const silent = silentAuditors(inUse, begun);
  sayOwnWords(ask, begun.words, silent, fit);
  for (const handle of silent) {
    for (let once = 1; ; once += 1) {
      const said: Said = new Map([[handle, await askWords(ask, handle)]]);
      const noted = await noteWords(deps, inUse, begun, said);
      if (noted.ok) {
        begun = noted.value;
        break;
      }
      if (noted.failure.type !== "audit-words-other" || once === tries) return noted;
      ask.say(
        fit([
          `These are not the words that ${handle} promised. Perhaps one was misheard: once more.`,
        ]),
      );
    }
  }
  return ok(begun);
};
