/** Demands that the campaign writes itself, or words otherwise than the package does. Fixed letters keep what they say. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { GivenDemand, DemandText } from "../../domain/letters/demand-shape.ts";
import type { DemandChange } from "../../domain/letters/demand-state.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Demand, LetterName } from "../../domain/letters/letter.ts";
import { numberedName } from "../../domain/letters/letter-name.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { keyWords } from "../../domain/text/key-words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { usableDemands } from "./find-demand.ts";
import type { UsableDemand } from "./find-demand.ts";
import type { Deps } from "./find-letter.ts";

/** The demand that a command names, or `demand-not-found`. */
export const namedDemand = (deps: Deps, key: string): Result<UsableDemand, LetterFailure> => {
  const usable = usableDemands(deps);
  const found = usable.find(({ demand }) => demand.key === key);
  return found === undefined ? fail({ type: "demand-not-found" }) : ok(found);
};

/**
 * Keeps a new demand under its key, or under one made from its title. A key of the package's makes a
 * changed copy of that demand; one of the campaign's own is refused.
 */
export const addDemand = (
  deps: Deps,
  { key: wanted, text }: GivenDemand,
): Result<Demand, LetterFailure> => {
  const { demands } = deps.vault;
  if (wanted !== undefined && demands.find(wanted) !== undefined)
    return fail({ type: "demand-exists", key: wanted });
  const taken = new Set(usableDemands(deps).map(({ demand }) => demand.key));
  const key =
    wanted ?? numberedName<DemandKey>(keyWords(text.title) || "demand", (free) => !taken.has(free));
  const demand = { key, ...text };
  return deps.vault.transaction(() => {
    demands.put(demand);
    return ok(demand);
  });
};

/** Keeps the text in the place of what that demand said; of a package's demand it is a changed copy. */
export const changeDemand = ({ vault }: Deps, key: DemandKey, text: DemandText): void => {
  vault.transaction(() => ok(vault.demands.put({ key, ...text })));
};

/** The letters that ask for it and are not fixed, and those that are. */
export const lettersWith = (
  { letters }: Vault,
  key: DemandKey,
): { readonly drafts: readonly LetterName[]; readonly fixed: readonly LetterName[] } => {
  const asking = letters.all().filter(({ demands }) => demands.includes(key));
  return {
    drafts: asking.filter(({ frozen }) => frozen === undefined).map(({ name }) => name),
    fixed: asking.filter(({ frozen }) => frozen !== undefined).map(({ name }) => name),
  };
};

/** Whether it can be taken away. One that has no package's behind it cannot while the campaign or a draft asks for it. */
export const checkRemoval = (
  vault: Vault,
  { demand: { key }, origin }: UsableDemand,
): Result<void, LetterFailure> => {
  if (origin === "package") return fail({ type: "demand-not-own", key });
  const inCampaign = vault.campaign.get().demands.includes(key);
  const { drafts } = lettersWith(vault, key);
  return origin === "own" && (inCampaign || drafts.length > 0)
    ? fail({ type: "demand-in-use", key, inCampaign, letters: drafts })
    : ok(undefined);
};

/** Takes an own demand away, unless `checkRemoval` says no: the package's, if there is one, is in its place again. */
export const removeDemand = (vault: Vault, found: UsableDemand): Result<void, LetterFailure> => {
  const checked = checkRemoval(vault, found);
  if (!checked.ok) return checked;
  return vault.transaction(() => ok(vault.demands.remove(found.demand.key)));
};

/** How a demand stands: its last change, or nothing where it is open since the beginning. */
export const standingOf = ({ demands }: Vault, key: DemandKey): DemandChange | undefined =>
  demands.changes(key).at(-1);

/** Whether it says anything that is not known: the same state once more, without a word to it, does not. */
export const isNews = (vault: Vault, key: DemandKey, { state, words }: DemandChange): boolean =>
  words !== undefined || state !== (standingOf(vault, key)?.state ?? "open");

/** Notes how a demand stands from a day on, if that is news. */
export const noteState = (vault: Vault, key: DemandKey, change: DemandChange): boolean => {
  if (!isNews(vault, key, change)) return false;
  vault.transaction(() => ok(vault.demands.change(key, change)));
  return true;
};
