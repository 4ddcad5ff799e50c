/** `pledge letter attested FILE SIGNATURES`: by how many different members of the committee a letter is attested. */
import { readLetterText } from "../../usecases/letters/attest-letter.ts";
import { answerAttested, readAll } from "../attested.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";

const largest = 1024 * 1024;

/** JSON and exit codes as `answerAttested` says. */
export const letterAttested = (
  context: Context,
  path: string,
  signatures: readonly string[],
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const files = await readAll(context, [path, ...signatures], largest);
    if (!files.ok) return context.talk.fail(files.failure);
    const [letter, ...beside] = files.value;
    const text = readLetterText(letter?.bytes ?? new Uint8Array());
    if (!text.ok) return context.talk.fail(text.failure);
    return answerAttested(context, vault, { path, text: text.value }, beside);
  });
