/** `pledge demand edit KEY`: an own demand, or one of the package's, in other words. */
import { mergeDemand, parseDemand } from "../../domain/letters/demand-shape.ts";
import type { DemandText } from "../../domain/letters/demand-shape.ts";
import type { Demand } from "../../domain/letters/letter.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import { listed } from "../../domain/text/words.ts";
import { changeDemand, lettersWith, namedDemand } from "../../usecases/letters/own-demands.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askDemand } from "../questions/demand.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { demandStaysNotes } from "../render/demand.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

const keyStays: Failure = {
  type: "input-refused",
  source: "demand",
  faults: [
    {
      path: "key",
      fault: { type: "value-wrong", expected: "left out, since a demand keeps its key" },
    },
  ],
};

const changed = async (
  context: Context,
  present: Demand,
  { from }: Options,
): Promise<Result<DemandText, Failure>> => {
  if (from !== undefined) {
    const json = await readJson(context, from);
    if (!json.ok) return json;
    const read = parseDemand(mergeDemand(present, json.value));
    if (!read.ok) return read;
    return read.value.key === undefined || read.value.key === present.key
      ? ok(read.value.text)
      : fail(keyStays);
  }
  const terminal = await terminalFor(context, "--from FILE");
  if (!terminal.ok) return terminal;
  const screen = { columns: context.talk.columns, width: await context.world.textWidth() };
  return ok(await askDemand(terminal.value, screen, present));
};

/** Fixed letters keep what they say. JSON: `{"v":1,"demand":{"key"},"changed"}`. */
export const demandEdit = (context: Context, key: string, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const deps = { vault, templates: await world.templates() };
    const found = namedDemand(deps, key);
    if (!found.ok) return talk.fail(found.failure);
    const { demand, origin } = found.value;
    const { key: _, ...before } = demand;
    const text = await changed(context, demand, options);
    if (!text.ok) return talk.fail(text.failure);
    const differs = canonicalJson({ ...text.value }) !== canonicalJson(before);
    if (differs) changeDemand(deps, demand.key, text.value);
    talk.answer({ v: 1, demand: { key: demand.key }, changed: differs }, () =>
      differs ? `${demand.key} is changed.` : `${demand.key} stays as it was.`,
    );
    if (!differs) return exitCodes.done;
    const { fixed } = lettersWith(vault, demand.key);
    await tell(context, [
      ...(origin === "package"
        ? [
            `Yours comes before the one that comes with pledge; "pledge demand remove ${demand.key}" brings that one back.`,
          ]
        : []),
      ...(fixed.length === 0 ? [] : [`Fixed letters keep what they say: ${listed(fixed)}.`]),
      ...demandStaysNotes(vault.committee.all().length > 0),
    ]);
    return exitCodes.done;
  });
