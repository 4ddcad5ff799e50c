/** `pledge demand state KEY STATE`: notes how a demand stands, with the company's own words. */
import type { DemandChange, DemandState } from "../../domain/letters/demand-state.ts";
import { parseDemandChange } from "../../domain/letters/demand-shape.ts";
import type { Demand } from "../../domain/letters/letter.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanLines } from "../../domain/text/clean.ts";
import { namedDemand, noteState } from "../../usecases/letters/own-demands.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askText } from "../questions/text.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { stateWords } from "../render/demand.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

/** Where nobody can be asked there are no words. */
const changeFor = async (
  context: Context,
  { key }: Demand,
  state: DemandState,
  { from }: Options,
): Promise<Result<DemandChange, Failure>> => {
  const today = context.world.clock.today();
  if (from !== undefined) {
    const json = await readJson(context, from);
    return json.ok ? parseDemandChange(json.value, state, today) : json;
  }
  const terminal = await terminalFor(context, "--from FILE");
  const words = terminal.ok
    ? await askText(terminal.value, {
        message: `What did the company say about ${key}, word for word? (Enter leaves it out)`,
        optional: true,
        clean: cleanLines,
      })
    : "";
  return ok({ state, since: today, ...(words === "" ? {} : { words }) });
};

/** JSON: `{"v":1,"demand":{"key","state"},"changed"}`. */
export const demandState = (
  context: Context,
  key: string,
  state: DemandState,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const found = namedDemand({ vault, templates: await world.templates() }, key);
    if (!found.ok) return talk.fail(found.failure);
    const { demand } = found.value;
    const change = await changeFor(context, demand, state, options);
    if (!change.ok) return talk.fail(change.failure);
    const changed = noteState(vault, demand.key, change.value);
    talk.answer({ v: 1, demand: { key: demand.key, state }, changed }, () =>
      changed
        ? `${demand.key}: ${stateWords[state]} since ${change.value.since}.`
        : `${demand.key} was ${stateWords[state]} already.`,
    );
    return exitCodes.done;
  });
