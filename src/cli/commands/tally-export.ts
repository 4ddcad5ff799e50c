/** `pledge tally export`: our tally, signed and encrypted to members; with --show in clear, and then nothing is written. */
import type { Member } from "../../domain/committee/committee.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OwnSnapshot } from "../../domain/tallies/store.ts";
import type { Tally } from "../../domain/tallies/tally.ts";
import { tallyHeaderText, tallyLineText } from "../../domain/tallies/write-tally.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import {
  changedThemselves,
  draftTally,
  pointsToPeople,
} from "../../usecases/tallies/draft-tally.ts";
import type { Draft, DraftDeps } from "../../usecases/tallies/draft-tally.ts";
import { exportTally, sealAgain } from "../../usecases/tallies/export-tally.ts";
import type { Exported } from "../../usecases/tallies/export-tally.ts";
import { readHead, readTally } from "../../usecases/tallies/read-tallies.ts";
import { chooseReaders, readersStill } from "../../usecases/tallies/tally-readers.ts";
import { ownFate } from "../../usecases/tallies/tally-sources.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askToWait, fewChanged } from "../questions/wait-for-more.ts";
import { noteText } from "../render/letter-notes.ts";
import { inClear, readersWords } from "../render/tally.ts";
import { fateNote } from "../render/together.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly to?: readonly string[];
  readonly without?: readonly string[];
  readonly named: boolean;
  readonly relay: boolean;
  readonly again: boolean;
  readonly show: boolean;
}

const usage = (message: string, hint: string) => fail({ type: "usage" as const, message, hint });

/** A tally that leaves, or would. */
interface Leaving {
  readonly tally: Tally;
  readonly readers: readonly Member[];
}

const draftFor = (
  deps: DraftDeps,
  inUse: CommitteeInUse,
  options: Options,
): Result<Draft, Failure> => {
  const readers = chooseReaders(inUse, options);
  return readers.ok ? ok(draftTally(deps, inUse, readers.value)) : readers;
};

/** The last tally, and those of its readers who are members still. */
const lastOne = (
  { vault }: DraftDeps,
  inUse: CommitteeInUse,
): Result<Leaving & { readonly snapshot: OwnSnapshot }, Failure> => {
  const snapshot = vault.tallies.own();
  if (snapshot === undefined) {
    return usage("no tally has been written yet", 'write one: "pledge tally export -o FILE"');
  }
  const tally = readTally(snapshot);
  return ok({ tally, snapshot, readers: readersStill(inUse, tally.to) });
};

const show = async (
  { world, talk }: Context,
  { identity }: CommitteeInUse,
  { tally, readers }: Leaving,
): Promise<ExitCode> => {
  const header = JSON.parse(tallyHeaderText(tally, tally.lines.length)) as Json;
  const lines = tally.lines.map((line) => JSON.parse(tallyLineText(line)) as Json);
  const width = await world.textWidth();
  const clear = inClear(tally, {
    readers: readersWords(readers, identity.fingerprint),
    called: identity.handle,
  });
  talk.answer({ v: 1, header, lines }, () =>
    [noteText(clear.facts, talk.columns, width), ...clear.lines].join("\n"),
  );
  talk.note("Nothing was written: --show only shows.");
  return exitCodes.done;
};

type Written = Exported & { readonly readers: readonly Member[] };

/** Nothing where it waits for more people. */
const exportNew = async (
  context: Context,
  deps: DraftDeps,
  inUse: CommitteeInUse,
  options: Options,
): Promise<Result<Written | undefined, Failure>> => {
  const openpgp = await context.world.openpgp();
  for (;;) {
    const draft = draftFor(deps, inUse, options);
    if (!draft.ok) return draft;
    if (pointsToPeople(draft.value)) {
      const wait = await askToWait(context, draft.value);
      if (!wait.ok) {
        context.talk.note(fewChanged(changedThemselves(draft.value)));
        return wait;
      }
      if (wait.value) return ok(undefined);
    }
    const { readers } = draft.value;
    const exported = await exportTally({ ...deps, openpgp }, inUse, draft.value, options.named);
    if (exported.ok) return ok({ ...exported.value, readers });
    // Another pledge sent one meanwhile: this one takes the number after it.
    if (exported.failure.type !== "draft-outdated") return fail(exported.failure);
  }
};

const exportAgain = async (
  { world }: Context,
  deps: DraftDeps,
  inUse: CommitteeInUse,
  { named }: Options,
): Promise<Result<Written, Failure>> => {
  const last = lastOne(deps, inUse);
  if (!last.ok) return last;
  const { snapshot, readers } = last.value;
  const openpgp = await world.openpgp();
  const sent = { ...snapshot, named: named || snapshot.named };
  const sealed = await sealAgain({ ...deps, openpgp }, sent, readers);
  return sealed.ok ? ok({ ...sealed.value, readers }) : sealed;
};

const leave = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const { random, hashes } = world;
  const universalDay = world.clock.universalDay();
  const { relay } = options;
  const deps = { vault, hashes, random, universalDay, relay };
  if (options.show) {
    const shown = options.again ? lastOne(deps, inUse) : draftFor(deps, inUse, options);
    return shown.ok ? show(context, inUse, shown.value) : talk.fail(shown.failure);
  }
  const exported = options.again
    ? await exportAgain(context, deps, inUse, options)
    : await exportNew(context, deps, inUse, options);
  if (!exported.ok) return talk.fail(exported.failure);
  if (exported.value === undefined) {
    talk.answer({ v: 1, waiting: true }, () => "Waiting; nothing was written.");
    return exitCodes.no;
  }
  const { bytes, snapshot, readers } = exported.value;
  const written = await writeOutput(context, options, { kind: "message", bytes });
  if (!written.ok) return talk.fail(written.failure);
  const { seq } = snapshot;
  const { people } = readHead(snapshot);
  answerWritten(
    context,
    written.value,
    { v: 1, seq, people, readers: readers.map(({ handle }) => handle) },
    () =>
      `Tally number ${grouped(seq)}, ${counted(people, "person", "people")}, for ${readersWords(readers, inUse.identity.fingerprint)}.`,
  );
  await tell(context, fateNote(ownFate(vault, inUse, vault.tallies.sources())));
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"seq","people","readers":[handle],"file"|"content"}`; with --show `{"v":1,"header","lines"}`, as they
 * are sent; where it waits `{"v":1,"waiting":true}`, with exit code 1.
 */
export const tallyExport = async (context: Context, options: Options): Promise<ExitCode> => {
  const { talk } = context;
  const { again, to, without } = options;
  if (again && (to ?? without) !== undefined) {
    const refused = usage(
      "--again writes for the readers of the last tally, so --to and --without do not go with it",
      "leave --again out for a new tally to other readers",
    );
    return talk.fail(refused.failure);
  }
  const obstacle = options.show ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    return inUse.ok ? leave(context, vault, inUse.value, options) : talk.fail(inUse.failure);
  });
};
