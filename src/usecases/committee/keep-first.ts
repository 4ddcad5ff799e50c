import { ok } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";

/** Keeps what was just made, unless another pledge has kept one meanwhile; gives the one that is kept. */
export const keepFirst = <T>(
  { transaction }: Pick<Vault, "transaction">,
  store: { readonly get: () => T | undefined; readonly save: (made: T) => void },
  made: T,
): T => {
  let kept = made;
  transaction(() => {
    const meanwhile = store.get();
    if (meanwhile === undefined) store.save(made);
    else kept = meanwhile;
    return ok(undefined);
  });
  return kept;
};
