/** `pledge letter signers NAME --to HANDLE`: who signed with us, for the one member who puts the letter together. */
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { FrozenText, Letter } from "../../domain/letters/letter.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { draftSigners, exportSigners } from "../../usecases/letters/export-signers.ts";
import { findLetter } from "../../usecases/letters/find-letter.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { toldCounts, toldText, tookBackNotes } from "../render/letter-signers.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly to?: string;
  readonly named: boolean;
}

interface Found {
  readonly letter: Letter;
  readonly text: FrozenText;
  readonly inUse: CommitteeInUse;
}

/** What leaves is said before it leaves: names go out of a vault only when somebody decides it. */
const send = async (
  context: Context,
  vault: Vault,
  { letter, text, inUse }: Found,
  options: Options & { readonly to: string },
): Promise<ExitCode> => {
  const { world, talk, globals } = context;
  const universalDay = world.clock.universalDay();
  const draft = draftSigners(
    { vault, hashes: world.hashes, universalDay },
    inUse,
    text.hash,
    options.to,
  );
  if (!draft.ok) return talk.fail(draft.failure);
  const { signers, reader, tookBack } = draft.value;
  const obstacle = await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  const under = `under ${letter.name} (text ${shortHash(text.hash)})`;
  const message = `To ${reader.handle} alone goes who signed with you ${under}: ${toldText(signers)}.`;
  await tell(context, tookBackNotes(tookBack));
  const yes = await agreed(context, `${message} Write the file?`);
  if (!yes.ok) return talk.fail(yes.failure);
  if (!yes.value) {
    talk.note("Nothing was written.");
    return exitCodes.no;
  }
  if (globals.yes) await tell(context, [message]);
  const openpgp = await world.openpgp();
  const deps = { vault, openpgp, hashes: world.hashes, universalDay };
  const bytes = await exportSigners(deps, inUse, draft.value, options.named);
  if (!bytes.ok) return talk.fail(bytes.failure);
  const written = await writeOutput(context, options, { kind: "message", bytes: bytes.value });
  if (!written.ok) return talk.fail(written.failure);
  const { seq } = signers;
  answerWritten(
    context,
    written.value,
    {
      v: 1,
      name: letter.name,
      text: text.hash,
      to: reader.handle,
      seq,
      ...toldCounts(signers),
      tookBack,
    },
    () =>
      `${"file" in written.value ? `${written.value.file}: for` : "For"} ${reader.handle} alone, who takes it in with "pledge merge FILE".`,
  );
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"name","text","to","seq","named","roles","counted","supporters":{"named","counted"},"tookBack":["id"],
 * "file"|"content"}`: how many names, roles and people in numbers went to the member. Fails with
 * `letter-not-frozen` for a draft, `handle-unknown` for nobody else in the committee.
 */
export const letterSigners = (
  context: Context,
  name: string,
  options: Options,
): Promise<ExitCode> => {
  const { talk } = context;
  const { to } = options;
  if (to === undefined) {
    return talk.fail({
      type: "usage",
      message: "--to is missing",
      hint: 'say for which member it is: --to HANDLE; the handles are in "pledge committee show"',
    });
  }
  return withVaultAndOpenPgp(context, (vault) => {
    const found = findLetter(vault, name);
    if (!found.ok) return talk.fail(found.failure);
    const letter = found.value;
    const text = letter.frozen;
    if (text === undefined) return talk.fail({ type: "letter-not-frozen", name: letter.name });
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    return send(context, vault, { letter, text, inUse: inUse.value }, { ...options, to });
  });
};
