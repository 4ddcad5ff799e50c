/** What shares that members gave back open: of a vault, or of a backup. */
import { openShareIn } from "../domain/recovery/share.ts";
import type { Brought } from "../domain/recovery/check-shares.ts";
import type { Result } from "../domain/result.ts";
import type { Unlock } from "../domain/vault/vault.ts";
import type { Failure } from "./failure.ts";
import type { World } from "./world.ts";

/** In bytes; with sixteen members one has about 2,000. */
const largest = 16_384;

/** Nothing for the folder where it is a backup that shall be opened. */
export const unlockByShares = async (
  world: World,
  paths: readonly string[],
  folder?: string,
): Promise<Result<Unlock, Failure>> => {
  const brought: Brought[] = [];
  for (const path of paths) {
    const text = await world.files.read(path, largest);
    if (text.ok) brought.push({ path, share: openShareIn(text.value) });
    // Somebody who brings the sealed file, or a picture: named beside the others.
    else if (text.failure.type === "file-not-text" || text.failure.type === "file-too-large")
      brought.push({ path, share: undefined });
    else return text;
  }
  return (await world.vaults()).combineShares(brought, folder);
};
