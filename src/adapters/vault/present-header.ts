import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { headerAltered, readHeader } from "./folder.ts";
import { isGenuine } from "./header.ts";
import type { Header } from "./header.ts";
import type { Unlocked } from "./unlocked.ts";

/** The header as it is on the disk now, genuine, and not older than the one that was unlocked. */
export const presentHeader = (
  folder: string,
  { header, keys }: Pick<Unlocked, "header" | "keys">,
): Result<Header, VaultFailure> => {
  const present = readHeader(folder);
  if (!present.ok) return present;
  if (!isGenuine(present.value, keys.header)) return fail(headerAltered(folder));
  return present.value.generation < header.generation
    ? fail({ type: "header-older", folder })
    : present;
};
