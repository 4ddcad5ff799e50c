/**
 * `pledge letter attest NAME FILE`: a signature beside a letter that is on its way out, once it was seen that
 * the letter says what people signed and counts nobody who cannot be shown.
 */
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { SignatoryList } from "../../domain/letters/signatories.ts";
import { groupedFingerprint } from "../../domain/sealing/certificate.ts";
import { ensureAttestation } from "../../usecases/committee/ensure-attestation.ts";
import { checkStated, namedAs, readLetterText } from "../../usecases/letters/attest-letter.ts";
import type { Named } from "../../usecases/letters/attest-letter.ts";
import { composeLetter } from "../../usecases/letters/compose-letter.ts";
import { findLetter } from "../../usecases/letters/find-letter.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wrapped } from "../render/columns.ts";
import { signatoriesJson } from "../render/letter-json.ts";
import { shownText } from "../render/letter-notes.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

/** A letter is a few pages. */
const largestLetter = 1024 * 1024;

const namedNotes: Readonly<Record<Named, readonly string[]>> = {
  named: [],
  "no-committee": ["There is no committee file yet, so nobody but you can say whose key this is."],
  "not-named": [
    'The committee file does not name your key for attesting letters yet; the next number that you make does, for example "pledge committee turf HANDLE=TEAMS -o committee.pledge".',
  ],
};

/** "nobody has signed" is said by `shownText` of a list without anybody. */
const statedText = (list: SignatoryList): string =>
  shownText(list).replace("nobody has signed this text yet", "nobody");

/**
 * JSON: `{"v":1,"letter","text","states","shown","fingerprint","named":"named"|"not-named"|"no-committee","file"|"content"}`;
 * `states` and `shown` as the `signatories` of `letter write`: what the file says, and what could be shown here. Fails
 * with `attest-format`, `attest-text-other`, `attest-outside-other`, `attest-too-many`; then nothing is written.
 */
export const letterAttest = (
  context: Context,
  name: string,
  path: string,
  { output, force }: OutputOptions,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const found = findLetter(vault, name);
    if (!found.ok) return talk.fail(found.failure);
    const letter = found.value;
    const { frozen } = letter;
    if (frozen === undefined) return talk.fail({ type: "letter-not-frozen", name: letter.name });
    const bytes = await world.files.readBytes(path, largestLetter);
    if (!bytes.ok) return talk.fail(bytes.failure);
    const text = readLetterText(bytes.value);
    if (!text.ok) return talk.fail(text.failure);
    // The title stands in no text file.
    const shown = { title: "", today: world.clock.today() };
    const { source } = await composeLetter({ vault, hashes: world.hashes }, letter, frozen, shown);
    const documents = await world.documents();
    const stated = checkStated(documents, text.value, { name: letter.name, frozen, known: source });
    if (!stated.ok) return talk.fail(stated.failure);
    const openpgp = await world.openpgp();
    const universalDay = world.clock.universalDay();
    const attestation = await ensureAttestation({ vault, openpgp, universalDay });
    const { fingerprint, secret } = attestation;
    // Neither a handle nor a number in turn: the key's own digits, which the signature shows anyway.
    const beside = `${path === "-" ? letter.name : path}.${fingerprint.slice(0, 8)}.asc`;
    const out = { output: output ?? beside, force };
    const obstacle = await outputObstacle(context, out);
    if (obstacle !== undefined) return talk.fail(obstacle);
    const signature = await openpgp.signText(text.value, secret, universalDay);
    const written = await writeOutput(context, out, { kind: "signature", bytes: signature });
    if (!written.ok) return talk.fail(written.failure);
    const named = namedAs(vault, attestation);
    const width = await world.textWidth();
    const canShow = source.outside.signatories;
    const json = {
      v: 1,
      letter: letter.name,
      text: frozen.hash,
      states: signatoriesJson(stated.value),
      shown: signatoriesJson(canShow),
      fingerprint,
      named,
    };
    answerWritten(context, written.value, json, () =>
      [
        ...("file" in written.value
          ? [`${written.value.file}: your signature of the letter.`]
          : ["Your signature of the letter."]),
        `Text:     ${letter.name}, ${shortHash(frozen.hash)}, as it was fixed.`,
        `It shows: ${statedText(stated.value)}.`,
        `You have: ${statedText(canShow)}.`,
        ...wrapped(`By the key ${groupedFingerprint(fingerprint)}.`, talk.columns, width),
      ].join("\n"),
    );
    await tell(context, namedNotes[named]);
    return exitCodes.done;
  });
