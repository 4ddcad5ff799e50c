/** The lint of a letter, for the commands that show it and those that only say that there is something. */
import type { Letter } from "../domain/letters/letter.ts";
import type { Fault } from "../domain/letters/lint/rule.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { lintLetter } from "../usecases/letters/lint-letter.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";

/** The faults of a letter as it stands, by line. */
export const faultsOf = async (
  { world }: Context,
  vault: Vault,
  letter: Letter,
): Promise<Result<readonly Fault[], Failure>> =>
  lintLetter({ vault, templates: await world.templates(), today: world.clock.today() }, letter);
