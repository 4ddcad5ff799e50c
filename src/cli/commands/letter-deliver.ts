/** `pledge letter deliver NAME`: notes that a fixed letter went out: to whom, how, when, and by when an answer is due. */
import { answerTo } from "../../domain/letters/answers.ts";
import { parseDay } from "../../domain/day.ts";
import type { Delivery } from "../../domain/letters/delivery.ts";
import { parseDelivery } from "../../domain/letters/parse-delivery.ts";
import type { GivenDelivery, Span } from "../../domain/letters/parse-delivery.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import {
  checkDelivery,
  letterToDeliver,
  recordDelivery,
} from "../../usecases/letters/deliver-letter.ts";
import type { Deliverable } from "../../usecases/letters/deliver-letter.ts";
import { deliveriesOf, numberedDelivery } from "../../usecases/letters/deliveries.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askDelivery } from "../questions/delivery.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { wrapped } from "../render/columns.ts";
import { deliveryText } from "../render/deliveries.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { readNumber } from "../which-delivery.ts";

interface Options {
  readonly from?: string;
  /** The number of a delivery that was noted wrongly. */
  readonly correct?: string;
  /** Whether it went out in spite of what lint finds. */
  readonly force: boolean;
}

/** The day and the addressee that the letter itself names, for Enter to take. */
const offeredFor = (vault: Vault, { letter }: Deliverable): Partial<GivenDelivery> => {
  const { addressee } = vault.campaign.get();
  const answerBy = parseDay(answerTo(letter.answers, { name: "answerBy" }) ?? "");
  return {
    ...(addressee === undefined
      ? {}
      : { addressee: [addressee.name, addressee.title ?? ""].filter(Boolean).join(", ") }),
    ...(answerBy === undefined ? {} : { answerBy }),
  };
};

const given = async (
  context: Context,
  offered: Partial<GivenDelivery>,
  span: Span,
  { from }: Options,
): Promise<Result<GivenDelivery, Failure>> => {
  if (from !== undefined) {
    const json = await readJson(context, from);
    return json.ok ? parseDelivery(json.value, span) : json;
  }
  const terminal = await terminalFor(context, "--from FILE");
  return terminal.ok ? ok(await askDelivery(terminal.value, offered, span)) : terminal;
};

/** The delivery whose place the new one takes, if one was named. */
const wrong = (
  vault: Vault,
  { letter }: Deliverable,
  { correct }: Options,
): Result<Delivery | undefined, Failure> => {
  if (correct === undefined) return ok(undefined);
  const number = readNumber("--correct", correct);
  return number.ok ? numberedDelivery(deliveriesOf(vault, letter), number.value) : number;
};

/**
 * JSON: `{"v":1,"delivery":{"number","letter","text","addressee","way","on","answerBy"},"corrected"}`; `text` is the
 * SHA-256 of the text that went out. Fails with `letter-faulty`, and keeps nothing, where lint finds a fault.
 */
export const letterDeliver = (
  context: Context,
  name: string,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const today = world.clock.today();
    const deps = { vault, templates: await world.templates(), today };
    const found = letterToDeliver(deps, name, options.force);
    if (!found.ok) return talk.fail(found.failure);
    const before = wrong(vault, found.value, options);
    if (!before.ok) return talk.fail(before.failure);
    const number = before.value?.number;
    const answered = vault.deliveries.responses().find((one) => one.delivery === number);
    const span = {
      first: found.value.text.frozenOn,
      today,
      ...(answered === undefined ? {} : { last: answered.on }),
    };
    const offered = before.value ?? offeredFor(vault, found.value);
    const told = await given(context, offered, span, options);
    if (!told.ok) return talk.fail(told.failure);
    const { letter } = found.value;
    const checked = options.force ? ok(undefined) : checkDelivery(deps, letter, told.value.on);
    if (!checked.ok) return talk.fail(checked.failure);
    const delivery = recordDelivery(vault, found.value, told.value, number);
    const corrected = number !== undefined;
    const said = `${corrected ? "Put right" : "Noted"} as delivery ${deliveryText(delivery)}.`;
    const width = await world.textWidth();
    talk.answer({ v: 1, delivery: { ...delivery }, corrected }, () =>
      wrapped(said, talk.columns, width).join("\n"),
    );
    const overdue =
      delivery.answerBy === undefined ? "" : ' "pledge status" says when it is overdue.';
    await tell(context, [
      `When the answer comes: "pledge letter respond ${letter.name}".${overdue}`,
    ]);
    return exitCodes.done;
  });
