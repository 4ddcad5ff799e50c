/** The join file, and what its owner does next. */
import type { Attestation } from "../../domain/committee/attestation.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import { joinedBytes } from "../../domain/text/bytes.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { begunScreen } from "../render/joined.ts";
import { tell } from "../tell.ts";
import { answerWritten, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

/** Of a vault that is made already: when the file cannot be written, that is said beside the failure. */
export const writeJoinFile = async (
  context: Context,
  { identity, attestation }: { readonly identity: Identity; readonly attestation: Attestation },
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const { handle, fingerprint } = identity;
  const bytes = joinedBytes([identity.certificate, attestation.certificate]);
  const written = await writeOutput(context, options, { kind: "certificate", bytes });
  if (!written.ok) {
    const code = await talk.fail(written.failure);
    await tell(context, ['The vault is made; "pledge join -o FILE" writes its join file again.']);
    return code;
  }
  const words = await (await world.openpgp()).words(identity);
  const width = await world.textWidth();
  const file = "file" in written.value ? written.value.file : undefined;
  answerWritten(context, written.value, { v: 1, vault: folder, handle, fingerprint, words }, () =>
    begunScreen({ folder, file, words }, { columns: talk.columns, width }),
  );
  return exitCodes.done;
};
