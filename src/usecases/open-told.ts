/** Opens a block that somebody without a vault made for us with `add --to`. Nobody signed it: what it says is hearsay until the person is asked. */
import type { FileRefused } from "../domain/committee/failures.ts";
import { readTold } from "../domain/people/told-people.ts";
import type { ToldPerson } from "../domain/people/told-people.ts";
import { fail } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { OpenPgp } from "../domain/sealing/ports.ts";
import type { Vault } from "../domain/vault/vault.ts";

const beginning = "-----BEGIN PGP MESSAGE-----";
const ending = "-----END PGP MESSAGE-----";

/** The block in a text that was pasted from somewhere, without what stands around it; nothing when there is none. */
export const blockIn = (text: string): string | undefined => {
  const start = text.indexOf(beginning);
  const end = text.indexOf(ending, start);
  if (start === -1 || end === -1) return undefined;
  // Messengers quote and indent; neither can be part of a block.
  const lines = text.slice(start, end + ending.length).split(/\r?\n/u);
  return `${lines.map((line) => line.replace(/^[\s>]+|\s+$/gu, "")).join("\n")}\n`;
};

/** The people that the block tells of. A vault without a key of its own is nobody's reader. */
export const openTold = async (
  { openpgp, vault }: { readonly openpgp: OpenPgp; readonly vault: Vault },
  block: string,
): Promise<Result<readonly ToldPerson[], FileRefused>> => {
  const identity = vault.identity.get();
  if (identity === undefined) return fail({ type: "seal-not-for-us" });
  const unsealed = await openpgp.unseal(new TextEncoder().encode(block), identity.secret);
  return unsealed.ok ? readTold(unsealed.value.payload) : unsealed;
};
