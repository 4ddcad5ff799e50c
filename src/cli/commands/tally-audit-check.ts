/** `pledge tally audit check FILE`: whether there is somebody behind the lines that an organizer opened. */
import { parseCodes } from "../../domain/audits/parse-answers.ts";
import { ok, fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import type { OpenedLine } from "../../domain/audits/opening.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { isCodeOf, linesToAsk, noteShown } from "../../usecases/audits/note-shown.ts";
import { openedLines, openOpening } from "../../usecases/audits/open-opening.ts";
import type { OpenedOpening } from "../../usecases/audits/open-opening.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { answerAside } from "../answer-aside.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askCodes } from "../questions/audit-codes.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { calledIn, resultJson, resultNote, resultWords, saidIn } from "../render/audit.ts";
import { noteText } from "../render/letter-notes.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";

interface Options {
  readonly from?: string;
  readonly show: boolean;
}

interface Checking {
  readonly context: Context;
  readonly vault: Vault;
  readonly inUse: CommitteeInUse;
  readonly opened: OpenedOpening;
}

type Fits = (line: OpenedLine, code: PledgeCode) => boolean;

const fitsIn =
  ({ context, inUse }: Checking): Fits =>
  (line, code) =>
    isCodeOf(context.world.hashes, inUse.committee.definition.id, line, code);

const advice =
  "Ask each of them by a way that you know yourself, and whether she said what the line says; its numbers are rounded up. Who says that she did not has no code to give here.";

/** Said where one name stands on two lines: those would be one person with two codes. */
const sameNameNote = ({ sameName }: OpenedOpening): readonly string[] =>
  sameName.length === 0
    ? []
    : [
        `${counted(sameName.length, "line has", "lines have")} a name that an earlier line has, too, and ${sameName.length === 1 ? "shows" : "show"} nobody more.`,
      ];

const show = async ({ context, opened }: Checking): Promise<ExitCode> => {
  const { talk, world } = context;
  const toAsk = linesToAsk(opened);
  const { handle } = opened.from;
  const width = await world.textWidth(toAsk.map(({ name }) => name));
  await answerAside(
    context,
    {
      v: 1,
      handle,
      ask: toAsk.map(({ place, name, reach, line }) => ({
        line: place,
        name,
        reach: reach ?? null,
        said: saidIn(line),
      })),
    },
    () =>
      noteText(
        [
          toAsk.length === 0
            ? `Of ${handle}'s lines there is nobody to ask.`
            : `To ask of ${handle}'s people:`,
          ...toAsk.map(
            ({ place, name, reach, line }) =>
              `  line ${grouped(place)}: ${showable(name)}, ${saidIn(line)}${reach === undefined ? "" : `; by ${showable(reach)}`}`,
          ),
        ],
        talk.columns,
        width,
      ),
  );
  await tell(context, [...sameNameNote(opened), ...(toAsk.length === 0 ? [] : [advice])]);
  return exitCodes.done;
};

const readCodes = async (
  checking: Checking,
  path: string,
): Promise<Result<ReadonlySet<number>, Failure>> => {
  const { context, opened } = checking;
  const json = await readJson(context, path);
  if (!json.ok) return json;
  const given = parseCodes(json.value);
  if (!given.ok) return given;
  const lines = openedLines(opened.opening);
  const shown = new Set<number>();
  for (const [at, { line: place, code }] of given.value.entries()) {
    const line = lines.find((one) => one.place === place);
    if (line === undefined)
      return fail({
        type: "input-refused",
        source: "audit",
        faults: [
          {
            path: `${at}.line`,
            fault: { type: "value-wrong", expected: "a line that was opened" },
          },
        ],
      });
    if (fitsIn(checking)(line, code)) shown.add(place);
  }
  return ok(shown);
};

/** The lines that a code shows; none where there is nobody to ask. */
const gather = async (
  checking: Checking,
  { from }: Options,
): Promise<Result<ReadonlySet<number>, Failure>> => {
  if (from !== undefined) return readCodes(checking, from);
  const { context, opened } = checking;
  const toAsk = linesToAsk(opened);
  if (toAsk.length === 0) return ok(new Set());
  const ask = await terminalFor(context, "--from FILE, or --show to see whom to ask");
  if (!ask.ok) return ask;
  const { talk, world } = context;
  const notes = [
    `${opened.from.handle} opens ${counted(openedLines(opened.opening).length, "line", "lines")}, each as the tally was made with it.`,
    ...sameNameNote(opened),
    advice,
  ];
  ask.value.say(noteText(notes, talk.columns, await world.textWidth()));
  return ok(await askCodes(ask.value, toAsk, fitsIn(checking)));
};

const check = async (checking: Checking, options: Options): Promise<ExitCode> => {
  const { context, vault, inUse, opened } = checking;
  const { talk, world } = context;
  const shown = await gather(checking, options);
  if (!shown.ok) return talk.fail(shown.failure);
  const result = noteShown(vault, opened, shown.value);
  const called = calledIn(inUse);
  const width = await world.textWidth();
  talk.answer({ v: 1, ...resultJson(result, called) }, () =>
    noteText([`${called(result.from)}: ${resultWords(result)}.`], talk.columns, width),
  );
  await tell(context, [
    ...(options.from === undefined ? [] : sameNameNote(opened)),
    resultNote(result),
  ]);
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"handle","fingerprint","incarnation","seq","committee","on","drawn","shown","declined","unconfirmed",
 * "notOpened"}`; with --show `{"v":1,"handle","ask":[{"line","name","reach","said"}]}`.
 */
export const tallyAuditCheck = async (
  context: Context,
  path: string,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const bytes = await world.files.readBytes(path);
  if (!bytes.ok) return talk.fail(bytes.failure);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { hashes, clock } = world;
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, hashes, universalDay: clock.universalDay() };
    const opened = await openOpening(deps, inUse.value, bytes.value);
    if (!opened.ok) return talk.fail(opened.failure);
    const checking = { context, vault, inUse: inUse.value, opened: opened.value };
    return options.show ? show(checking) : check(checking, options);
  });
};
