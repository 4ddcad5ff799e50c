/** The counts of a committee, for the commands that show them. Loads no OpenPGP: what is in the vault was judged when it was taken in. */
import type { Campaign } from "../domain/campaign/campaign.ts";
import { readinessOf } from "../domain/pledges/readiness.ts";
import type { Counted, Readiness } from "../domain/pledges/readiness.ts";
import { contradictions } from "../domain/tallies/contradictions.ts";
import { listsToCompare } from "../domain/tallies/lists-to-compare.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { committeeInUse } from "../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../usecases/committee/committee-in-use.ts";
import { mergedCounts } from "../usecases/tallies/merged-counts.ts";
import type { CountingDeps, MergedCounts } from "../usecases/tallies/merged-counts.ts";
import { createTallyReader } from "../usecases/tallies/read-tallies.ts";
import { tallySources } from "../usecases/tallies/tally-sources.ts";
import type { Together } from "./render/together.ts";
import type { World } from "./world.ts";

/** The campaign as the committee has it: sizes, teams and thresholds that everybody counts by. */
export const campaignTogether = ({ committee, identity }: CommitteeInUse): Campaign => ({
  ...committee.definition,
  organizer: identity.handle,
});

export interface CountedTogether {
  readonly readiness: Readiness;
  readonly together: Together;
  readonly merged: MergedCounts;
}

/** What the work gives, which is done when it is first asked for. */
const once = <Given extends object>(work: () => Given): (() => Given) => {
  let given: Given | undefined;
  return () => (given ??= work());
};

type Machine = Pick<World, "hashes" | "clock">;

/** What a committee that is in use counts. `reader` may know some of the tallies already; `own` are our own lines, where they are known. */
export const countIn = (
  { hashes, clock }: Machine,
  vault: Vault,
  inUse: CommitteeInUse,
  { reader, own }: Pick<CountingDeps, "reader" | "own">,
): CountedTogether => {
  const campaign = campaignTogether(inUse);
  const universalDay = clock.universalDay();
  const known = own === undefined ? { reader } : { reader, own };
  const merged = mergedCounts({ vault, hashes, ...known }, inUse);
  const readiness = readinessOf(campaign, merged.counted, clock.today());
  const sources = tallySources({ vault, universalDay }, inUse, merged);
  const { united, counted } = merged;
  // Both are worked out for those who show them: with a hundred organizers they take as long as the counting.
  const compare = once(() => listsToCompare(united, counted, campaign.actions));
  const against = once(() => contradictions(united));
  const together = {
    campaign,
    sources,
    universalDay,
    get compare() {
      return compare();
    },
    get contradictions() {
      return against();
    },
    above: counted.above,
  };
  return { readiness, together, merged };
};

/** The same for a vault that may be in no committee; then nothing. */
export const countTogether = (world: Machine, vault: Vault): CountedTogether | undefined => {
  const inUse = committeeInUse(vault);
  return inUse.ok
    ? countIn(world, vault, inUse.value, { reader: createTallyReader(vault) })
    : undefined;
};

/** Counts again and again while people are added; what others sent is read once. Nothing where there is no committee. */
export const recountTogether = (
  { hashes }: Pick<World, "hashes">,
  vault: Vault,
): (() => Counted) | undefined => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return undefined;
  const reader = createTallyReader(vault);
  return () => mergedCounts({ vault, hashes, reader }, inUse.value).counted;
};
