/** By how many different members of the committee a file is attested: the same of a letter and of a published count. */
import type { Day } from "../domain/day.ts";
import type { FileFailure } from "../domain/files/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { counted, listed } from "../domain/text/words.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { ensureAttestation } from "../usecases/committee/ensure-attestation.ts";
import { attestersIn, judgeAttestation } from "../usecases/letters/judge-attestations.ts";
import type { Judged } from "../usecases/letters/judge-attestations.ts";
import type { Context } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";

/** What somebody brought: the path as it was named, and the bytes. */
export interface Brought {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const whyBad: Readonly<Record<Exclude<Judged["verdict"], "good">, string>> = {
  "other-key": "by no key that the committee file names",
  bad: "no good signature of this file: another one, or one was changed",
  ahead: "dated on a day that has not come yet",
  expired: "by a key that had run out",
  revoked: "by a key that was taken back",
};

interface Line {
  readonly file: string;
  readonly judged: Judged;
}

/** Each at most `largest` bytes. */
export const readAll = async (
  { world }: Context,
  paths: readonly string[],
  largest: number,
): Promise<Result<readonly Brought[], FileFailure>> => {
  const files: Brought[] = [];
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
 * behind the good ones, `verdict` is "good", "other-key", "bad", "ahead", "expired" or "revoked". Exit 1 where one is not good, or
 * where there is none. `text` is that of the file, its lines ended by LF.
 */
export const answerAttested = async (
  { world, talk }: Context,
  vault: Vault,
  { path, text }: { readonly path: string; readonly text: string },
  signatures: readonly Brought[],
): Promise<ExitCode> => {
  const openpgp = await world.openpgp();
  const universalDay = world.clock.universalDay();
  const own = await ensureAttestation({ vault, openpgp, universalDay });
  const { attesters } = attestersIn(vault, own);
  const lines: Line[] = [];
  for (const { file, bytes } of signatures)
    lines.push({ file, judged: await judgeAttestation(openpgp, attesters, text, bytes) });
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
  const good = lines.every(({ judged }) => judged.verdict === "good");
  return good && lines.length > 0 ? exitCodes.done : exitCodes.no;
};
