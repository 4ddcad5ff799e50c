/** A count put together for `pledge tally publish`: what it goes on from, what it shows, and the list of receipts. */
import type { ActionKey } from "../domain/campaign/campaign.ts";
import type { Attestation } from "../domain/committee/attestation.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { listed } from "../domain/text/words.ts";
import type { Vault } from "../domain/vault/vault.ts";
import type { CommitteeInUse } from "../usecases/committee/committee-in-use.ts";
import { countFile } from "../usecases/counts/count-file.ts";
import type { CountFormat } from "../usecases/counts/count-file.ts";
import { draftCount, settled } from "../usecases/counts/draft-count.ts";
import { draftReceipts } from "../usecases/counts/draft-receipts.ts";
import type { DraftReceipts } from "../usecases/counts/draft-receipts.ts";
import { goOnFrom, readBrought } from "../usecases/counts/go-on-from.ts";
import type { BroughtCount, EarlierCount } from "../usecases/counts/go-on-from.ts";
import { createTallyReader } from "../usecases/tallies/read-tallies.ts";
import type { Context } from "./context.ts";
import { countIn } from "./count-together.ts";
import type { Failure } from "./failure.ts";
import { heldBack } from "./render/count.ts";
import type { HeldBack } from "./render/count.ts";

/** The options of `pledge tally publish`. */
export interface PublishOptions {
  readonly output?: string;
  readonly format?: CountFormat;
  readonly after?: string;
  readonly first: boolean;
  readonly only?: readonly string[];
  readonly receipts?: string;
  readonly receiptsAfter?: string;
  readonly show: boolean;
  readonly force: boolean;
}

/** What was read before the vault was opened. */
export interface GivenToPublish {
  readonly format: CountFormat;
  readonly after?: BroughtCount;
  readonly lastReceipts?: string;
}

/** A count on its way out. */
export interface LeavingCount {
  readonly published: EarlierCount;
  readonly earlier: EarlierCount | undefined;
  /** The last in the vault. */
  readonly known: EarlierCount | undefined;
  readonly receipts: DraftReceipts | undefined;
  readonly held: HeldBack;
  readonly content: string;
}

/** What is on a screen is looked at, as a preview is, and counts as published by nobody. */
export const isLookedAt = ({ world }: Context, { output = "-", show }: PublishOptions): boolean =>
  show || (output === "-" && world.stdout.isTerminal);

const earlierFor = async (
  { world }: Context,
  vault: Vault,
  known: EarlierCount | undefined,
  inUse: CommitteeInUse,
  { first }: PublishOptions,
  { after }: GivenToPublish,
  own: Attestation,
): Promise<Result<EarlierCount | undefined, Failure>> => {
  if (after === undefined) return goOnFrom(known, first ? "first" : undefined);
  const openpgp = await world.openpgp();
  const brought = await readBrought({ openpgp, hashes: world.hashes }, vault, inUse, after, own);
  return brought.ok ? goOnFrom(known, brought.value) : brought;
};

const actionsNamed = (
  { committee }: CommitteeInUse,
  { only }: PublishOptions,
): Result<readonly ActionKey[] | undefined, Failure> => {
  const { actions } = committee.definition;
  const named = only as readonly ActionKey[] | undefined;
  if (named === undefined || named.every((one) => actions.includes(one))) return ok(named);
  const hint = `the actions are ${listed(actions)}`;
  return fail({ type: "usage", message: "the campaign has no action of that name", hint });
};

/** Reads, and keeps nothing. `own` is our key for attesting. */
export const prepareCount = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  options: PublishOptions,
  given: GivenToPublish,
  own: Attestation,
): Promise<Result<LeavingCount, Failure>> => {
  const { world } = context;
  const { hashes, random } = world;
  const only = actionsNamed(inUse, options);
  if (!only.ok) return only;
  const known = vault.counts.last();
  const earlier = await earlierFor(context, vault, known, inUse, options, given, own);
  if (!earlier.ok) return earlier;
  const { merged } = countIn(world, vault, inUse, { reader: createTallyReader(vault) });
  const drafting = {
    vault,
    inUse,
    merged,
    on: world.clock.universalDay(),
    ...(only.value === undefined ? {} : { only: only.value }),
  };
  const draft = draftCount({ ...drafting, earlier: earlier.value });
  if (!draft.ok) return draft;
  const receipts =
    options.receipts === undefined
      ? undefined
      : draftReceipts(
          { vault, hashes, random },
          draft.value.count,
          earlier.value,
          merged.united,
          given.lastReceipts,
        );
  if (receipts?.ok === false) return receipts;
  const list = receipts?.value;
  const { count: drafted, folded } = draft.value;
  const count = list === undefined ? drafted : { ...drafted, receipts: list.sha256 };
  const published = settled(hashes, count, earlier.value);
  const fresh = draftCount({ ...drafting, earlier: undefined });
  return ok({
    published,
    earlier: earlier.value,
    known,
    receipts: list,
    held: heldBack(count, folded, fresh.ok ? fresh.value.count.shown : []),
    content: await countFile(world, published.count, given.format),
  });
};
