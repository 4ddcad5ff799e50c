/** The demands that can be used: the campaign's own, and where it has none of a key, the package's. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { Demand, Letter } from "../../domain/letters/letter.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";

export interface Library {
  /** Not there yet while a vault is being made: then the package's demands are all. */
  readonly vault?: Pick<Vault, "demands">;
  readonly templates: Pick<Templates, "demand" | "demands">;
}

export interface UsableDemand {
  readonly demand: Demand;
  /** `changed`: an own one in the place of the package's. */
  readonly origin: "package" | "own" | "changed";
}

/** Every demand that can be used, sorted by key. */
export const usableDemands = ({ vault, templates }: Library): readonly UsableDemand[] => {
  const packaged = new Map(templates.demands().map((demand) => [demand.key, demand]));
  const own = vault?.demands.own() ?? [];
  const all = new Map<DemandKey, UsableDemand>([
    ...[...packaged].map(([key, demand]) => [key, { demand, origin: "package" }] as const),
    ...own.map(
      (demand) =>
        [demand.key, { demand, origin: packaged.has(demand.key) ? "changed" : "own" }] as const,
    ),
  ]);
  return [...all.values()].toSorted((a, b) => (a.demand.key < b.demand.key ? -1 : 1));
};

/** The demand of that key, the package's in that language; else `demand-unknown` with every key that there is. */
export const findDemand = (
  { vault, templates }: Library,
  key: string,
  language?: string,
): Result<Demand, TemplateFault> => {
  // Sound: a key that was never one finds nothing.
  const own = vault?.demands.find(key as DemandKey);
  if (own !== undefined) return ok(own);
  const packaged = templates.demand(key, language);
  if (packaged.ok || packaged.failure.type !== "demand-unknown") return packaged;
  const owned = vault?.demands.own().map((demand) => demand.key) ?? [];
  const known = [...new Set([...packaged.failure.known, ...owned])].toSorted();
  return fail({ type: "demand-unknown", key, known });
};

const tongue = (language: string): string | undefined => language.split("-")[0];

/** Those of the letter's demands that stand in it in another language, since the package has them in its own in none. */
export const untranslated = (
  { vault, templates }: { readonly vault: Vault; readonly templates: Templates },
  { demands, language }: Pick<Letter, "demands" | "language">,
): readonly DemandKey[] =>
  demands.filter((key) => {
    // In the language of whoever wrote it, and none of ours.
    if (vault.demands.find(key) !== undefined) return false;
    const there = templates.demandLanguage(key, language);
    return there !== undefined && tongue(there) !== tongue(language);
  });
