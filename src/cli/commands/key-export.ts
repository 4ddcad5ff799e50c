/** `pledge key export`: one's own certificate alone, without the key for attesting letters that a join file has beside it. */
import { ensureIdentity } from "../../usecases/committee/ensure-identity.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";
import { answerWritten, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

/** JSON: `{"v":1,"handle","fingerprint","file"|"content"}`. Makes the key of a vault that has none yet. */
export const keyExport = (context: Context, options: OutputOptions): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const openpgp = await world.openpgp();
    const universalDay = world.clock.universalDay();
    const identity = await ensureIdentity({ vault, openpgp, random: world.random, universalDay });
    const { handle, fingerprint, certificate: bytes } = identity;
    const written = await writeOutput(context, options, { kind: "certificate", bytes });
    if (!written.ok) return talk.fail(written.failure);
    answerWritten(context, written.value, { v: 1, handle, fingerprint }, () =>
      [
        "file" in written.value
          ? `${written.value.file}: the certificate of ${handle}.`
          : `The certificate of ${handle}.`,
        "Others need it for encrypting to you; it is no secret.",
      ].join("\n"),
    );
    return exitCodes.done;
  });
