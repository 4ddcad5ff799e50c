/** A text on its way out with our signature beside it, by the key that attests. */
import type { Attestation } from "../domain/committee/attestation.ts";
import type { FileFailure } from "../domain/files/ports.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Context } from "./context.ts";
import { outputObstacle, writeOutput } from "./write-output.ts";

interface Signing {
  readonly own: Attestation;
  readonly force: boolean;
}

/** Neither a handle nor a number in turn: the key's own digits, which the signature shows anyway. */
const pathBeside = (path: string, { fingerprint }: Attestation): string =>
  `${path}.${fingerprint.slice(0, 8)}.asc`;

/** Why the signature could not be written beside the file. */
export const signatureObstacle = (
  context: Context,
  path: string,
  { own, force }: Signing,
): Promise<FileFailure | undefined> =>
  outputObstacle(context, { output: pathBeside(path, own), force });

/** A detached text signature, binary. A text signature takes CRLF and LF for one. */
export const signedText = async (
  { world }: Context,
  content: string,
  { secret }: Attestation,
): Promise<Uint8Array> =>
  (await world.openpgp()).signText(
    content.replaceAll("\r\n", "\n"),
    secret,
    world.clock.universalDay(),
  );

/** The file, and the signature beside it: two files, the text first, because a signature of nothing helps nobody. */
export const writeSigned = async (
  context: Context,
  path: string,
  content: string,
  { own, force }: Signing,
): Promise<Result<{ readonly file: string; readonly signature: string }, FileFailure>> => {
  const bytes = await signedText(context, content, own);
  const written = await context.world.files.write(path, content, force);
  if (!written.ok) return written;
  const signature = pathBeside(path, own);
  const out = { output: signature, force };
  const beside = await writeOutput(context, out, { kind: "signature", bytes });
  return beside.ok ? ok({ file: path, signature }) : beside;
};
