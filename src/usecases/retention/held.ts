/** Whether anything may be deleted: asked before anybody is asked for a yes. The store asks again when it erases. */
import type { RetentionFailure } from "../../domain/retention/failures.ts";
import type { Vault } from "../../domain/vault/vault.ts";

export const heldFailure = (vault: Vault): RetentionFailure | undefined => {
  const { heldSince: since } = vault.retention.get();
  return since === undefined ? undefined : { type: "held", since };
};
