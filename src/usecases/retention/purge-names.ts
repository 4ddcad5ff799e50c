/** Takes every name out of the vault and keeps what is counted. */
import { ok } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { blankTraces, tracesOf } from "./traces.ts";
import type { Traces } from "./traces.ts";

/** Returns when no name is left in the vault's file but what cannot be changed; gives what names people elsewhere. */
export const purgeNames = (vault: Vault): Traces => {
  const traces = vault.transaction(() => {
    const people = vault.people.summaries().map(({ person }) => person);
    const found = tracesOf(vault, people);
    blankTraces(vault, found);
    vault.people.purgeNames();
    return ok(found);
  });
  vault.scrub();
  if (!traces.ok) throw new Error("erasing fails in no other way than by throwing");
  return traces.value;
};
