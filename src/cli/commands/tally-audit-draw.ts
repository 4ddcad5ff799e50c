/** `pledge tally audit draw`: up to ten lines of each tally, by the words of at least two auditors. */
import type { BegunRound } from "../../domain/audits/store.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { listed } from "../../domain/text/words.ts";
import { drawOf, finishDraw } from "../../usecases/audits/finish-draw.ts";
import { notePromises, noteWords, silentAuditors } from "../../usecases/audits/hear-auditors.ts";
import type { Said } from "../../usecases/audits/hear-auditors.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { createTallyReader } from "../../usecases/tallies/read-tallies.ts";
import { readWords } from "../assignments.ts";
import { ownPromise, roundFor, roundWords, speakRound } from "../audit-round.ts";
import type { Drawing } from "../audit-round.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { terminalFor } from "../questions/terminal.ts";
import { calledIn, drawnJson, drawnLines, roundJson, roundLines } from "../render/audit.ts";
import { noteText } from "../render/letter-notes.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly new: boolean;
  readonly without?: readonly string[];
  readonly promise?: readonly string[];
  readonly word?: readonly string[];
}

/** What is to be done next, where there is nobody to ask. */
const nextStep = (inUse: CommitteeInUse, begun: BegunRound): string =>
  begun.heard.length === 0
    ? 'Read your promise to the other auditors, and give theirs, all at once: --promise HANDLE="six words".'
    : `Read your words to ${listed(silentAuditors(inUse, begun))}, and give theirs: --word HANDLE="six words".`;

const answerStage = async (drawing: Drawing, begun: BegunRound): Promise<ExitCode> => {
  const { context, inUse } = drawing;
  const { talk, world } = context;
  const called = calledIn(inUse);
  const words = await roundWords(drawing, begun);
  const promise = await ownPromise(drawing, begun);
  const promised = begun.heard.length > 0;
  const width = await world.textWidth();
  const json: Json = {
    v: 1,
    round: roundJson(begun.round, words, called),
    promise,
    words: promised ? begun.words : null,
    missing: promised ? silentAuditors(inUse, begun) : null,
    drawn: null,
  };
  talk.answer(json, () =>
    noteText(
      [
        ...roundLines(begun.round, words, called),
        promised ? `Your words: ${begun.words}` : `Your promise: ${promise}`,
      ],
      talk.columns,
      width,
    ),
  );
  await tell(context, [nextStep(inUse, begun)]);
  return exitCodes.done;
};

const finish = async (drawing: Drawing, begun: BegunRound, options: Options): Promise<ExitCode> => {
  const { context, vault, inUse, reader, deps } = drawing;
  const { world, talk } = context;
  const draw = drawOf(inUse, begun);
  if (draw === undefined) return answerStage(drawing, begun);
  const openpgp = await world.openpgp();
  const universalDay = world.clock.universalDay();
  const finished = await finishDraw(
    { vault, reader, openpgp, hashes: deps.hashes, universalDay },
    inUse,
    draw,
  );
  if (!finished.ok) return talk.fail(finished.failure);
  const { bytes, sources } = finished.value;
  const written = await writeOutput(context, options, { kind: "message", bytes });
  if (!written.ok) return talk.fail(written.failure);
  const called = calledIn(inUse);
  const width = await world.textWidth();
  const words = await roundWords(drawing, begun);
  answerWritten(
    context,
    written.value,
    {
      v: 1,
      round: roundJson(begun.round, words, called),
      promise: await ownPromise(drawing, begun),
      words: begun.words,
      missing: [],
      drawn: drawnJson(sources, called),
    },
    () => noteText(drawnLines(draw, sources, called), talk.columns, width),
  );
  await tell(context, [
    `Send the file to ${listed(sources.map(({ from }) => called(from)))}; the other auditors send theirs, and one alone opens nothing. What comes back takes "pledge tally audit check FILE".`,
  ]);
  return exitCodes.done;
};

const drawIn = async (drawing: Drawing, options: Options, said: SaidAll): Promise<ExitCode> => {
  const { context, vault, inUse, deps } = drawing;
  const { talk } = context;
  const round = await roundFor(drawing, options);
  if (!round.ok) return talk.fail(round.failure);
  const promised = notePromises(vault, inUse, round.value, said.promises);
  if (!promised.ok) return talk.fail(promised.failure);
  const heard = await noteWords(deps, inUse, promised.value, said.words);
  if (!heard.ok) return talk.fail(heard.failure);
  const isSaid = said.promises.size + said.words.size > 0;
  if (isSaid || drawOf(inUse, heard.value) !== undefined)
    return finish(drawing, heard.value, options);
  const ask = await terminalFor(context, "--promise HANDLE=WORDS");
  if (!ask.ok) return answerStage(drawing, heard.value);
  const spoken = await speakRound(drawing, ask.value, heard.value);
  if (!spoken.ok) return talk.fail(spoken.failure);
  if (spoken.value !== undefined) return finish(drawing, spoken.value, options);
  await tell(context, [
    'Then you do not hold the same tallies. Give each other what you have ("pledge exchange" or "pledge merge"), and begin again with --new.',
  ]);
  return exitCodes.no;
};

interface SaidAll {
  readonly promises: Said;
  readonly words: Said;
}

/**
 * JSON: `{"v":1,"round":{"committee","words","sources":[{"handle","fingerprint","incarnation","seq","people","live"}]},"promise",
 * "words","missing":[handle],"drawn":[{"handle","fingerprint","incarnation","seq","lines"}],"file"|"content"}`. `words` and
 * `missing` are null until every promise is there, `drawn` until all words are.
 */
export const tallyAuditDraw = async (context: Context, options: Options): Promise<ExitCode> => {
  const { talk, world } = context;
  const promises = readWords("--promise", options.promise ?? []);
  if (!promises.ok) return talk.fail(promises.failure);
  const words = readWords("--word", options.word ?? []);
  if (!words.ok) return talk.fail(words.failure);
  const obstacle = await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const deps = { vault, openpgp: await world.openpgp(), hashes: world.hashes };
    const reader = createTallyReader(vault);
    const drawing = { context, vault, inUse: inUse.value, reader, deps };
    return drawIn(drawing, options, { promises: promises.value, words: words.value });
  });
};
