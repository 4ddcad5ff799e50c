/** Backups that still hold who was erased, made anew where they can be reached. */
import type { Day } from "../../domain/day.ts";
import type { Renewed } from "../../domain/retention/backups.ts";
import { ok } from "../../domain/result.ts";
import type { Progress } from "../../domain/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";

export interface RenewedBackups {
  /** Paths. */
  readonly renewed: readonly string[];
  readonly left: readonly { readonly path: string; readonly why: Exclude<Renewed, "renewed"> }[];
}

/** Those of which `which` says so; all that are out of date unless told otherwise. */
export const renewBackups = (
  vault: Vault,
  today: Day,
  which: "stale" | "all" = "stale",
  progress?: Progress,
): RenewedBackups => {
  const known = vault.backups.all().filter(({ stale }) => which === "all" || stale);
  const renewed: string[] = [];
  const left: { readonly path: string; readonly why: Exclude<Renewed, "renewed"> }[] = [];
  progress?.start("backups", known.length);
  try {
    for (const [done, { path }] of known.entries()) {
      const became = vault.backups.renew(path);
      if (became === "renewed") {
        renewed.push(path);
        // In the copy it says that it is out of date: whoever restores that one makes it anew once for nothing.
        vault.transaction(() => ok(vault.backups.note({ path, madeOn: today, stale: false })));
      } else {
        left.push({ path, why: became });
      }
      progress?.step(done + 1);
    }
  } finally {
    progress?.stop();
  }
  return { renewed, left };
};
