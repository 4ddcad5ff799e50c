/** `pledge letter respond NAME`: notes what came back to a letter, demand by demand. */
import type { Delivery } from "../../domain/letters/delivery.ts";
import type { DemandState } from "../../domain/letters/demand-state.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { parseResponse } from "../../domain/letters/parse-delivery.ts";
import type { GivenResponse } from "../../domain/letters/parse-delivery.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { grouped, listed } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { demandsAsked } from "../../usecases/letters/deliveries.ts";
import { findDemand } from "../../usecases/letters/find-demand.ts";
import { findLetter } from "../../usecases/letters/find-letter.ts";
import { deliveriesToAnswer, recordResponse } from "../../usecases/letters/record-response.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askResponse } from "../questions/delivery.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { wrapped } from "../render/columns.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { whichDelivery } from "../which-delivery.ts";

interface Options {
  readonly from?: string;
  /** The number of the delivery that was answered. */
  readonly delivery?: string;
}

const given = async (
  context: Context,
  vault: Vault,
  { letter, delivery }: { readonly letter: Letter; readonly delivery: Delivery },
  { from }: Options,
): Promise<Result<GivenResponse, Failure>> => {
  const { world } = context;
  const demands = demandsAsked(vault, letter);
  const span = { first: delivery.on, today: world.clock.today() };
  if (from !== undefined) {
    const json = await readJson(context, from);
    return json.ok ? parseResponse(json.value, demands, span) : json;
  }
  const terminal = await terminalFor(context, "--from FILE");
  if (!terminal.ok) return terminal;
  const library = { vault, templates: await world.templates() };
  const asked = demands.map((key) => {
    const demand = findDemand(library, key, letter.language);
    // One that was taken away since is still in the text that went out.
    return { key, title: demand.ok ? demand.value.title : key };
  });
  return ok(await askResponse(terminal.value, asked, span));
};

const stateWords: readonly (readonly [DemandState, string])[] = [
  ["met", "met"],
  ["partly-met", "met in part"],
  ["refused", "refused"],
  ["open", "not answered"],
];

/** "1 demand met, 2 refused and 1 not answered" */
const tallied = ({ answers }: GivenResponse): string =>
  listed(
    stateWords.flatMap(([state, words]) => {
      const n = answers.filter((one) => one.state === state).length;
      return n === 0 ? [] : [`${grouped(n)} ${words}`];
    }),
  );

/**
 * JSON: `{"v":1,"response":{"delivery","on","answers":[{"demand","state","words"}]},"changed":["key"]}`; `changed` are
 * the demands for which the answer was news.
 */
export const letterRespond = (
  context: Context,
  name: string,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk, world } = context;
    const found = findLetter(vault, name);
    if (!found.ok) return talk.fail(found.failure);
    const letter = found.value;
    const known = deliveriesToAnswer(vault, letter);
    if (!known.ok) return talk.fail(known.failure);
    const delivery = await whichDelivery(context, known.value, {
      given: options.delivery,
      question: "Which delivery was answered?",
    });
    if (!delivery.ok) return talk.fail(delivery.failure);
    const said = await given(context, vault, { letter, delivery: delivery.value }, options);
    if (!said.ok) return talk.fail(said.failure);
    const response = { delivery: delivery.value.number, ...said.value };
    const changed = recordResponse(vault, response);
    const demands = response.answers.length === 0 ? "" : `: of the demands ${tallied(response)}`;
    const { on, answers } = response;
    const noted = `The answer of ${on} to ${letter.name} (${response.delivery}) is noted${demands}.`;
    const width = await world.textWidth();
    talk.answer(
      { v: 1, response: { ...response, answers: answers.map((one) => ({ ...one })) }, changed },
      () => wrapped(noted, talk.columns, width).join("\n"),
    );
    await tell(context, [
      'To hold it against each demand in public: "pledge letter start statement-on-response".',
    ]);
    return exitCodes.done;
  });
