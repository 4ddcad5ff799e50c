/** `pledge tally attested FILE [SIGNATURES]`: by whom a published count, or a list of receipts, is attested. */
import { largestCount } from "../../domain/counts/count-shape.ts";
import { readSignedText } from "../../usecases/letters/attest-letter.ts";
import { answerAttested, readAll } from "../attested.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { signaturesBeside } from "../signatures-beside.ts";
import { withVault } from "../unlock.ts";

/** JSON and exit codes as `answerAttested` says. Without signatures those that lie beside the file. */
export const tallyAttested = (
  context: Context,
  path: string,
  signatures: readonly string[],
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const named =
      signatures.length > 0
        ? ({ ok: true, value: signatures } as const)
        : await signaturesBeside(context, path);
    if (!named.ok) return talk.fail(named.failure);
    const files = await readAll(context, [path, ...named.value], largestCount);
    if (!files.ok) return talk.fail(files.failure);
    const [file, ...beside] = files.value;
    const text = readSignedText(file?.bytes ?? new Uint8Array());
    if (!text.ok) return talk.fail(text.failure);
    return answerAttested(context, vault, { path, text: text.value }, beside);
  });
