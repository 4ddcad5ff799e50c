/** `pledge tally audit open FILE FILE`: who of ours was drawn, and the lines of those who agree, for the auditors alone. */
import { parseAnswers } from "../../domain/audits/parse-answers.ts";
import type { TakenDraw } from "../../domain/audits/store.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { answerDraw, noteAnswers } from "../../usecases/audits/answer-draw.ts";
import type { PersonAnswer } from "../../usecases/audits/answer-draw.ts";
import { openDraw } from "../../usecases/audits/open-draw.ts";
import type { OpenedDraw } from "../../usecases/audits/open-draw.ts";
import { drawnPeople, takeDraw } from "../../usecases/audits/take-draw.ts";
import type { Drawn } from "../../usecases/audits/take-draw.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { createTallyReader } from "../../usecases/tallies/read-tallies.ts";
import { answerAside } from "../answer-aside.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askAnswers } from "../questions/audit-answers.ts";
import { agreed, terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { answeredLines, beforeOpening } from "../render/audit-answers.ts";
import { noteText } from "../render/letter-notes.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly from?: string;
  readonly show: boolean;
}

interface Asked {
  readonly context: Context;
  readonly vault: Vault;
  readonly inUse: CommitteeInUse;
  readonly opened: OpenedDraw;
  readonly taken: TakenDraw;
}

const peopleIn = ({ context, vault, opened }: Asked): readonly Drawn[] =>
  drawnPeople({ vault, hashes: context.world.hashes }, opened);

const auditorWords = ({ opened }: Pick<Asked, "opened">): string =>
  listed(opened.auditors.map(({ handle }) => handle));

const readAnswers = async (
  { context }: Asked,
  people: readonly Drawn[],
  path: string,
): Promise<Result<readonly PersonAnswer[], Failure>> => {
  const json = await readJson(context, path);
  if (!json.ok) return json;
  const given = parseAnswers(json.value);
  if (!given.ok) return given;
  const answers: PersonAnswer[] = [];
  for (const [at, { id, answer, reach }] of given.value.entries()) {
    const hers = people.filter(({ person }) => person === id);
    if (hers.length === 0)
      return fail({
        type: "input-refused",
        source: "audit",
        faults: [
          {
            path: `${at}.id`,
            fault: { type: "value-wrong", expected: "the id of somebody who was drawn" },
          },
        ],
      });
    for (const { place } of hers)
      answers.push({ place, answer, ...(reach === undefined ? {} : { reach }) });
  }
  return ok(answers);
};

const gather = async (
  asked: Asked,
  { from }: Options,
): Promise<Result<readonly PersonAnswer[], Failure>> => {
  const people = peopleIn(asked);
  if (from !== undefined) return readAnswers(asked, people, from);
  const { context, vault, opened, taken } = asked;
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const { talk, world } = context;
  const notes = beforeOpening({ opened, taken, all: vault.audits.allTaken(), people });
  ask.value.say(noteText(notes, talk.columns, await world.textWidth()));
  return ok(await askAnswers(ask.value, people, auditorWords(asked)));
};

/** What the file says, in numbers. */
const numbersOf = (
  { places }: TakenDraw,
  people: readonly Drawn[],
): { readonly opened: number; readonly declined: number; readonly notOpened: number } => {
  const opened = people.filter(({ answer, openable }) => answer === "yes" && openable).length;
  const declined = people.filter(({ answer }) => answer === "declined").length;
  return { opened, declined, notOpened: places.length - opened - declined };
};

const json = (
  { opened, taken }: Asked,
  people: readonly Drawn[],
): { readonly [name: string]: Json } => ({
  v: 1,
  auditors: opened.auditors.map(({ handle }) => handle),
  committee: taken.committee.number,
  seq: taken.seq,
  drawn: taken.places.length,
  ...numbersOf(taken, people),
  lines: people.map(({ place, person, answer, openable }) => ({
    line: place,
    id: person,
    answer,
    openable,
  })),
});

const show = async (asked: Asked): Promise<ExitCode> => {
  const { context, taken } = asked;
  const people = peopleIn(asked);
  const { talk, world } = context;
  const width = await world.textWidth(people.map(({ name }) => name));
  await answerAside(context, json(asked, people), () =>
    noteText(
      [
        `Drawn by ${auditorWords(asked)}, of your tally number ${grouped(taken.seq)}:`,
        ...answeredLines(taken, people),
      ],
      talk.columns,
      width,
    ),
  );
  talk.note("Nothing was written: --show only shows.");
  return exitCodes.done;
};

/** Who would be named, asked for once more: what has left cannot be taken back. */
const question = (asked: Asked, people: readonly Drawn[]): string => {
  const names = people
    .filter(({ answer, openable }) => answer === "yes" && openable)
    .map(({ name }) => showable(name));
  return names.length === 0
    ? `${auditorWords(asked)} will read that you open no line. Write the file?`
    : `${auditorWords(asked)} will read ${counted(names.length, "name", "names")}: ${listed(names)}. Write the file?`;
};

const write = async (asked: Asked, options: Options): Promise<ExitCode> => {
  const { context, vault, inUse, opened, taken } = asked;
  const { world, talk, globals } = context;
  const answers = await gather(asked, options);
  if (!answers.ok) return talk.fail(answers.failure);
  const noted = noteAnswers({ vault }, peopleIn(asked), answers.value);
  if (!noted.ok) return talk.fail(noted.failure);
  const people = peopleIn(asked);
  const yes = await agreed(context, question(asked, people));
  if (!yes.ok) return talk.fail(yes.failure);
  if (!yes.value) {
    talk.note("Nothing was written; your answers are kept.");
    return exitCodes.no;
  }
  const summary = `${numbersOf(taken, people).opened} of ${taken.places.length} opened, for ${auditorWords(asked)} alone`;
  if (globals.yes) await tell(context, [`${summary}.`]);
  const openpgp = await world.openpgp();
  const deps = { vault, openpgp, hashes: world.hashes, universalDay: world.clock.universalDay() };
  const bytes = await answerDraw(deps, inUse, opened, taken);
  if (!bytes.ok) return talk.fail(bytes.failure);
  const written = await writeOutput(context, options, { kind: "message", bytes: bytes.value });
  if (!written.ok) return talk.fail(written.failure);
  answerWritten(
    context,
    written.value,
    json(asked, people),
    () =>
      `${"file" in written.value ? `${written.value.file}: ` : ""}${summary}. They take it in with "pledge tally audit check FILE".`,
  );
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"auditors":[handle],"committee","seq","drawn","opened","declined","notOpened","lines":[{"line","id","answer",
 * "openable"}],"file"|"content"}`; with --show without a file.
 */
export const tallyAuditOpen = async (
  context: Context,
  paths: readonly string[],
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const files: Uint8Array[] = [];
  for (const path of paths) {
    const bytes = await world.files.readBytes(path);
    if (!bytes.ok) return talk.fail(bytes.failure);
    files.push(bytes.value);
  }
  const obstacle = options.show ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { hashes, clock } = world;
    const opened = await openDraw({ openpgp: await world.openpgp(), hashes }, inUse.value, files);
    if (!opened.ok) return talk.fail(opened.failure);
    const reader = createTallyReader(vault);
    const deps = { vault, reader, hashes, universalDay: clock.universalDay() };
    const taken = takeDraw(deps, inUse.value, opened.value);
    if (!taken.ok) return talk.fail(taken.failure);
    const asked = { context, vault, inUse: inUse.value, opened: opened.value, taken: taken.value };
    return options.show ? show(asked) : write(asked, options);
  });
};
