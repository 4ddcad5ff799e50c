/** `pledge tally publish`: how many pledged what, for anybody to read. What can be refused before the vault is opened is refused here. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { largestCount } from "../../domain/counts/count-shape.ts";
import { largestReceipts } from "../../domain/counts/receipts-file.ts";
import { countFormats } from "../../usecases/counts/count-file.ts";
import type { CountFormat } from "../../usecases/counts/count-file.ts";
import type { BroughtCount } from "../../usecases/counts/go-on-from.ts";
import { readAll } from "../attested.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { isLookedAt } from "../prepare-count.ts";
import type { GivenToPublish, PublishOptions } from "../prepare-count.ts";
import { signaturesBeside } from "../signatures-beside.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";

const usage = (message: string, hint: string) => fail({ type: "usage" as const, message, hint });

const formatOf = (context: Context, options: PublishOptions): Result<CountFormat, Failure> => {
  const { format, output = "" } = options;
  const ending = /\.([a-z]+)$/iu.exec(output)?.[1]?.toLowerCase();
  const known =
    format ??
    countFormats.find((one) => one === ending) ??
    (isLookedAt(context, options) ? "md" : undefined);
  return known === undefined
    ? usage("--format is missing", "say --format md, json, csv or html")
    : ok(known);
};

const contradiction = ({
  output,
  after,
  first,
  receipts,
  receiptsAfter,
}: PublishOptions): Result<undefined, Failure> => {
  if (first && after !== undefined)
    return usage(
      "--first says that there is no count before, and --after names one",
      "leave one of them out",
    );
  if (receipts === "-" || (receipts !== undefined && (output === undefined || output === "-")))
    return usage(
      "the count and the list of receipts each go into a file of their own",
      "name both: -o count.json --receipts receipts.json",
    );
  if (receipts !== undefined && receipts === output)
    return usage("the count and the list of receipts have one name", "name two files");
  if (receiptsAfter !== undefined && receipts === undefined)
    return usage(
      "--receipts-after is for a new list of receipts",
      "say where that goes: --receipts FILE",
    );
  return ok(undefined);
};

/** The count that somebody brought, with what lies beside it. */
const readAfter = async (
  context: Context,
  path: string,
): Promise<Result<BroughtCount, Failure>> => {
  const { files } = context.world;
  const text = await files.read(path, largestCount);
  if (!text.ok) return text;
  const beside = await signaturesBeside(context, path);
  if (!beside.ok) return beside;
  const signatures = await readAll(context, beside.value, largestCount);
  if (!signatures.ok) return signatures;
  return ok({ path, text: text.value, signatures: signatures.value.map(({ bytes }) => bytes) });
};

const readGiven = async (
  context: Context,
  options: PublishOptions,
): Promise<Result<GivenToPublish, Failure>> => {
  const wrong = contradiction(options);
  if (!wrong.ok) return wrong;
  const format = formatOf(context, options);
  if (!format.ok) return format;
  for (const output of options.show ? [] : [options.output, options.receipts]) {
    if (output === undefined) continue;
    const obstacle = await outputObstacle(context, { output, force: options.force });
    if (obstacle !== undefined) return fail(obstacle);
  }
  const after = options.after === undefined ? undefined : await readAfter(context, options.after);
  if (after?.ok === false) return after;
  const list =
    options.receiptsAfter === undefined
      ? undefined
      : await context.world.files.read(options.receiptsAfter, largestReceipts);
  if (list?.ok === false) return list;
  return ok({
    format: format.value,
    ...(after === undefined ? {} : { after: after.value }),
    ...(list === undefined ? {} : { lastReceipts: list.value }),
  });
};

/**
 * JSON: `{"v":1,"number","after","on","format","shown":[{"action","atLeast","teams":[{"team","name","size","atLeast"}]}],
 * "heldBack":{"lower":[{"action","says","could"}],"folded":[{"action","teams"}]},"receipts":{"file","signature","entries"}|null,
 * "fingerprint","file","signature"}`; on standard output "content" and the armored signature in place of the two files; under --show
 * "content" alone, and nothing was written. Fails with `count-*` and `receipts-*`; then nothing is written either.
 */
export const tallyPublish = async (
  context: Context,
  options: PublishOptions,
): Promise<ExitCode> => {
  const given = await readGiven(context, options);
  if (!given.ok) return context.talk.fail(given.failure);
  return withVaultAndOpenPgp(context, async (vault) =>
    (await import("./tally-published.ts")).publishTally(context, vault, options, given.value),
  );
};
