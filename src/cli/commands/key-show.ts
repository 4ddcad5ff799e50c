/** `pledge key show`: one's own fingerprint, in words for reading aloud and in digits. */
import { groupedFingerprint } from "../../domain/sealing/certificate.ts";
import { ensureAttestation } from "../../usecases/committee/ensure-attestation.ts";
import { ensureIdentity } from "../../usecases/committee/ensure-identity.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wrapped } from "../render/columns.ts";
import { numberedWords, readAloudRule } from "../render/key-words.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"handle","fingerprint","words":[15],"attestation":{"fingerprint","words":[15]}}`. Makes the key of a vault that has none yet. */
export const keyShow = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const openpgp = await world.openpgp();
    const universalDay = world.clock.universalDay();
    const identity = await ensureIdentity({ vault, openpgp, random: world.random, universalDay });
    const { handle, fingerprint } = identity;
    const words = await openpgp.words(identity);
    const width = await world.textWidth();
    const attestation = await ensureAttestation({ vault, openpgp, universalDay });
    const attests = {
      fingerprint: attestation.fingerprint,
      words: await openpgp.words(attestation),
    };
    talk.answer({ v: 1, handle, fingerprint, words, attestation: attests }, () =>
      [
        `${handle}'s key, in words:`,
        numberedWords(words),
        ...wrapped(readAloudRule, talk.columns, width),
        "",
        ...wrapped(`In digits: ${groupedFingerprint(fingerprint)}`, talk.columns, width),
        "",
        // In digits alone: a second list of words beside the first would be read aloud by mistake.
        ...wrapped(
          "The key with which you attest letters is another one. In digits:",
          talk.columns,
          width,
        ),
        ...wrapped(groupedFingerprint(attestation.fingerprint), talk.columns, width),
      ].join("\n"),
    );
    return exitCodes.done;
  });
