/** `pledge recovery share --need 3 --of 5 [handles...] -o DIR`: a recovery key in shares, a file for each member. */
import type { Member } from "../../domain/committee/committee.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { listed } from "../../domain/text/words.ts";
import type { Unlock, Vaults } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { sealShares, shareHolders } from "../../usecases/recovery/hand-out-shares.ts";
import type { SealedShare } from "../../usecases/recovery/hand-out-shares.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { agreed } from "../questions/terminal.ts";
import { withUnlock } from "../unlock.ts";
import { outputObstacle, writeOutput } from "../write-output.ts";

interface Options {
  readonly need: number;
  readonly of: number;
  readonly output: string;
  readonly force: boolean;
}

interface Plan {
  readonly inUse: CommitteeInUse;
  readonly holders: readonly Member[];
  readonly need: number;
}

const planned = async (
  { folder }: Context,
  { vaults, unlock }: { readonly vaults: Vaults; readonly unlock: Unlock },
  handles: readonly string[],
  { need, of }: { readonly need: number; readonly of: number },
): Promise<Result<Plan, Failure>> => {
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) return opened;
  const inUse = committeeInUse(opened.value);
  opened.value.close();
  if (!inUse.ok) return inUse;
  const holders = shareHolders(inUse.value, { need, of, handles });
  if (!holders.ok) return holders;
  return ok({ inUse: inUse.value, holders: holders.value, need });
};

const fileFor = (dir: string, { handle }: Member): string =>
  `${dir.replace(/\/+$/u, "")}/share-for-${handle}.pledge`;

/** Why a file could not be written, seen before anything is asked. */
const obstacleFor = async (
  context: Context,
  { output, force }: Options,
  holders: readonly Member[],
): Promise<Failure | undefined> => {
  for (const holder of holders) {
    const obstacle = await outputObstacle(context, { output: fileFor(output, holder), force });
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
};

const writeAll = async (
  context: Context,
  { output, force }: Options,
  sealed: readonly SealedShare[],
): Promise<Result<readonly string[], Failure>> => {
  const files: string[] = [];
  for (const { to, bytes } of sealed) {
    const file = fileFor(output, to);
    const written = await writeOutput(context, { output: file, force }, { kind: "message", bytes });
    if (!written.ok) return written;
    files.push(file);
  }
  return ok(files);
};

/** Makes the key and the files; the vault opens with the shares once every file is on the disk. */
const make = async (
  context: Context,
  { vaults, unlock }: { readonly vaults: Vaults; readonly unlock: Unlock },
  { inUse, holders, need }: Plan,
  options: Options,
): Promise<Result<readonly string[], Failure>> => {
  const { world, folder } = context;
  const made = await vaults.newShares(folder, unlock, { need, of: holders.length });
  if (!made.ok) return made;
  const deps = { openpgp: await world.openpgp(), universalDay: world.clock.universalDay() };
  const sealed = await sealShares(deps, inUse, holders, made.value.made);
  if (!sealed.ok) return sealed;
  const written = await writeAll(context, options, sealed.value);
  if (!written.ok) return written;
  const kept = made.value.keep();
  return kept.ok ? written : kept;
};

/** JSON: `{"v":1,"need","of","files":[{"to","file"}]}`. */
export const recoveryShare = (
  context: Context,
  handles: readonly string[],
  options: Options,
): Promise<ExitCode> => {
  const { talk } = context;
  return withUnlock(context, async (vaults, unlock) => {
    const door = { vaults, unlock };
    const plan = await planned(context, door, handles, options);
    if (!plan.ok) return talk.fail(plan.failure);
    const { holders, need } = plan.value;
    const obstacle = await obstacleFor(context, options, holders);
    if (obstacle !== undefined) return talk.fail(obstacle);
    const called = listed(holders.map(({ handle }) => handle));
    const yes = await agreed(
      context,
      `Any ${need} of ${called} together will be able to open this vault, and any copy of it, without you. Make the shares?`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was written.");
      return exitCodes.no;
    }
    const files = await make(context, door, plan.value, options);
    if (!files.ok) return talk.fail(files.failure);
    talk.answer(
      {
        v: 1,
        need,
        of: holders.length,
        files: files.value.map((file, index) => ({ to: holders[index]?.handle ?? "", file })),
      },
      () =>
        files.value.map((file, index) => `${file}: for ${holders[index]?.handle ?? ""}`).join("\n"),
    );
    talk.note(
      'Send each file to its member, to be kept away from this computer. Shares made before are void. When you need them: each gives you hers back with "pledge recovery give", and you run "pledge recovery combine".',
    );
    return exitCodes.done;
  });
};
