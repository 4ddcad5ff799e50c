/** `pledge letter attested FILE SIGNATURES`: by how many different members of the committee a letter is attested. */
import { counted, listed } from "../../domain/text/words.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Day } from "../../domain/day.ts";
import { ensureAttestation } from "../../usecases/committee/ensure-attestation.ts";
import { readLetterText } from "../../usecases/letters/attest-letter.ts";
import { attestersIn, judgeAttestation } from "../../usecases/letters/judge-attestations.ts";
import type { Judged } from "../../usecases/letters/judge-attestations.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { withVault } from "../unlock.ts";

const largest = 1024 * 1024;

const whyBad: Readonly<Record<Exclude<Judged["verdict"], "good">, string>> = {
  "other-key": "by no key that the committee file names",
  bad: "no good signature of this file: another letter, or one was changed",
  ahead: "dated on a day that has not come yet",
  expired: "by a key that had run out",
  revoked: "by a key that was taken back",
};

interface Line {
  readonly file: string;
  readonly judged: Judged;
}

const readAll = async (
  { world }: Context,
  paths: readonly string[],
): Promise<Result<readonly { readonly file: string; readonly bytes: Uint8Array }[], Failure>> => {
  const files: { readonly file: string; readonly bytes: Uint8Array }[] = [];
  for (const file of paths) {
    const bytes = await world.files.readBytes(file, largest);
    if (!bytes.ok) return fail(bytes.failure);
    files.push({ file, bytes: bytes.value });
  }
  return ok(files);
};

const lineJson = ({
  file,
  judged,
}: Line): { file: string; verdict: string; by?: string; on?: Day } =>
  judged.verdict === "good"
    ? {
        file,
        verdict: "good",
        by: judged.by.handle,
        ...(judged.on === undefined ? {} : { on: judged.on }),
      }
    : { file, verdict: judged.verdict };

const lineText = ({ file, judged }: Line): string =>
  judged.verdict === "good"
    ? `${file}: good, by ${judged.by.handle}, ${judged.on}`
    : `${file}: ${whyBad[judged.verdict]}`;

/**
 * JSON: `{"v":1,"attesters":[handle],"signatures":[{"file","verdict","by","on"}]}`; `attesters` are the different members
 * behind the good ones, `verdict` is "good", "other-key", "bad", "ahead", "expired" or "revoked". Exit 1 where one is not good.
 */
export const letterAttested = (
  context: Context,
  path: string,
  signatures: readonly string[],
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const files = await readAll(context, [path, ...signatures]);
    if (!files.ok) return talk.fail(files.failure);
    const [letter, ...beside] = files.value;
    const text = readLetterText(letter?.bytes ?? new Uint8Array());
    if (!text.ok) return talk.fail(text.failure);
    const openpgp = await world.openpgp();
    const universalDay = world.clock.universalDay();
    const own = await ensureAttestation({ vault, openpgp, universalDay });
    const { attesters } = attestersIn(vault, own);
    const lines: Line[] = [];
    for (const { file, bytes } of beside)
      lines.push({ file, judged: await judgeAttestation(openpgp, attesters, text.value, bytes) });
    const handles = new Set(
      lines.flatMap(({ judged }) => (judged.verdict === "good" ? [judged.by.handle] : [])),
    );
    const who = [...handles].toSorted();
    talk.answer({ v: 1, attesters: who, signatures: lines.map(lineJson) }, () =>
      [
        who.length === 0
          ? `${path}: attested by nobody in the committee.`
          : who.includes("you")
            ? `${path}: attested by you; there is no committee file yet.`
            : `${path}: attested by ${counted(who.length, "member", "members")} of the committee: ${listed(who)}.`,
        ...lines.map(lineText),
      ].join("\n"),
    );
    return lines.every(({ judged }) => judged.verdict === "good") ? exitCodes.done : exitCodes.no;
  });
