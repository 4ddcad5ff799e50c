/** `pledge backup [FILE]`: the whole vault in one file; without one, the backups that it knows of are made anew. */
import { ok } from "../../domain/result.ts";
import { counted } from "../../domain/text/words.ts";
import { renewBackups } from "../../usecases/retention/renew-backups.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { backupLines } from "../render/erased.ts";
import { withUnlock, withVault } from "../unlock.ts";

interface Options {
  /** There is no such file any more. */
  readonly gone: boolean;
}

/** JSON: `{"v":1,"file","bytes"}`. */
const write = (context: Context, file: string): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { world, talk, folder } = context;
    const written = await vaults.backup(folder, unlock, { file, day: world.clock.today() });
    if (!written.ok) return talk.fail(written.failure);
    const { bytes } = written.value;
    talk.answer(
      { v: 1, file, bytes },
      () => `The whole vault, encrypted, is in ${file} (${counted(bytes, "byte", "bytes")}).`,
    );
    talk.note(
      "Today's passphrase opens it, also after the vault has a new one. Whoever is forgotten later is taken out of it too, while it is at hand.",
    );
    return exitCodes.done;
  });

/** JSON: `{"v":1,"renewed":[path],"left":[{"path","why"}]}`. */
const renew = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk, globals } = context;
    if (vault.backups.all().length === 0)
      return talk.fail({
        type: "usage",
        message: "this vault knows of no backup that could be made anew",
        hint: 'name a file for a first one: "pledge backup FILE", best on a stick',
      });
    const progress = globals.quiet || globals.json ? undefined : await world.progress();
    const renewed = renewBackups(vault, world.clock.today(), "all", progress);
    talk.answer(
      { v: 1, renewed: renewed.renewed, left: renewed.left.map((one) => ({ ...one })) },
      () => backupLines(renewed).join("\n"),
    );
    return renewed.left.length === 0 ? exitCodes.done : exitCodes.no;
  });

/** JSON: `{"v":1,"gone":path}`. */
const drop = (context: Context, file: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const path = world.files.absolute(file);
    const known = vault.backups.all().map((backup) => backup.path);
    if (!known.includes(path))
      return talk.fail({
        type: "usage",
        message: "this vault knows of no backup of that path",
        hint: known.length === 0 ? "it knows of none at all" : `it knows of ${known.join(", ")}`,
      });
    vault.transaction(() => ok(vault.backups.drop(path)));
    talk.answer({ v: 1, gone: path }, () => `${path} is not looked for any more.`);
    return exitCodes.done;
  });

export const backup = (
  context: Context,
  file: string | undefined,
  { gone }: Options,
): Promise<ExitCode> => {
  if (file !== undefined) return gone ? drop(context, file) : write(context, file);
  return gone
    ? context.talk.fail({
        type: "usage",
        message: "--gone needs the file that is not there any more",
        hint: "pledge backup FILE --gone",
      })
    : renew(context);
};
