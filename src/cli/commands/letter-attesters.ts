/** `pledge letter attesters`: the public keys with which a reader of a letter checks who attested it. */
import { listed } from "../../domain/text/words.ts";
import { joinedBytes } from "../../domain/text/bytes.ts";
import { ensureAttestation } from "../../usecases/committee/ensure-attestation.ts";
import { attestersIn } from "../../usecases/letters/judge-attestations.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { answerWritten, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

/** JSON: `{"v":1,"keys":[fingerprint],"without":[handle],"file"|"content"}`. No handle and no member's own key is in the file. */
export const letterAttesters = (context: Context, options: OutputOptions): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const openpgp = await world.openpgp();
    const universalDay = world.clock.universalDay();
    const own = await ensureAttestation({ vault, openpgp, universalDay });
    const { attesters, without } = attestersIn(vault, own);
    const keys: { readonly fingerprint: string; readonly bytes: Uint8Array }[] = [];
    for (const { certificate } of attesters) {
      const read = await openpgp.readAttestation(certificate);
      if (!read.ok) throw new Error("a key that the committee file names cannot be read");
      keys.push(read.value);
    }
    // By fingerprint: the order of handles would tell who is who.
    keys.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
    if (keys.length === 0) return talk.fail({ type: "attesters-none" });
    const bytes = joinedBytes(keys.map((key) => key.bytes));
    const written = await writeOutput(context, options, { kind: "certificate", bytes });
    if (!written.ok) return talk.fail(written.failure);
    const { value } = written;
    const json = { v: 1, keys: keys.map(({ fingerprint }) => fingerprint), without };
    answerWritten(context, value, json, () =>
      [
        `${"file" in value ? `${value.file}: ` : ""}${keys.length === 1 ? "1 key" : `${keys.length} keys`} for checking who attested a letter.`,
        "It names nobody; give it to whoever gets the letter.",
      ].join("\n"),
    );
    await tell(
      context,
      without.length === 0
        ? []
        : [
            `No key of ${listed(without)} is in it: the committee file names none for attesting letters.`,
          ],
    );
    return exitCodes.done;
  });
