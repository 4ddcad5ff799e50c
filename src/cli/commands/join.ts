/**
 * `pledge join`, twice: alone it makes a vault with a key and a join file for whoever invites; with the committee
 * file that comes back the vault is complete.
 */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import { parseHandle } from "../../domain/committee/handle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanPassphrase } from "../../domain/vault/passphrase.ts";
import type { KdfStrength } from "../../domain/vault/vault.ts";
import { ensureAttestation, newAttestation } from "../../usecases/committee/ensure-attestation.ts";
import type { AttestationDeps } from "../../usecases/committee/ensure-attestation.ts";
import { newIdentity } from "../../usecases/committee/ensure-identity.ts";
import type { KeyDeps } from "../../usecases/committee/ensure-identity.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { choosePassphrase, firstPassphrase } from "../new-passphrase.ts";
import { askHandle } from "../questions/handle.ts";
import { terminalFor } from "../questions/terminal.ts";
import { passphraseGiven, withVault } from "../unlock.ts";
import { outputObstacle } from "../write-output.ts";
import { completeVault } from "./join-file.ts";
import { writeJoinFile } from "./join-written.ts";

interface Options {
  readonly handle?: string;
  readonly output?: string;
  readonly force: boolean;
  readonly fingerprint?: string;
  readonly kdf: KdfStrength;
}

/** What the vault and its key are made from. */
interface Wanted {
  readonly handle: Handle;
  readonly passphrase: string;
}

const keyDeps = async ({ world }: Context): Promise<KeyDeps & AttestationDeps> => ({
  openpgp: await world.openpgp(),
  random: world.random,
  universalDay: world.clock.universalDay(),
});

const toOutput = ({ output, force }: Options, handle: Handle) => ({
  output: output ?? `${handle}.join`,
  force,
});

const givenHandle = ({ handle }: Options): Result<Handle | undefined, Failure> => {
  const parsed = parseHandle(handle ?? "");
  return handle !== undefined && parsed === undefined
    ? fail({ type: "handle-malformed" })
    : ok(parsed);
};

/** The handle and the passphrase, asked for where they are not given; the place of the file is looked at in between. */
const gather = async (context: Context, options: Options): Promise<Result<Wanted, Failure>> => {
  const given = givenHandle(options);
  if (!given.ok) return given;
  const known = passphraseGiven(context);
  const terminal =
    given.value !== undefined && known
      ? undefined
      : await terminalFor(context, "--handle HANDLE and --passphrase-file PATH");
  if (terminal?.ok === false) return terminal;
  const ask = terminal?.value;
  const handle =
    given.value ??
    (ask && (await askHandle(ask, "Your handle (the others see it; not your name)")));
  if (handle === undefined) return fail({ type: "handle-malformed" });
  const obstacle = await outputObstacle(context, toOutput(options, handle));
  if (obstacle !== undefined) return fail(obstacle);
  if (known || ask === undefined) {
    const passphrase = await firstPassphrase(context, options.force);
    return passphrase.ok ? ok({ handle, passphrase: passphrase.value }) : passphrase;
  }
  const vaults = await context.world.vaults();
  const chosen = await choosePassphrase(ask, vaults, { recovery: false, force: options.force });
  const passphrase = cleanPassphrase(chosen.passphrase);
  return passphrase.ok ? ok({ handle, passphrase: passphrase.value }) : passphrase;
};

/** Makes the vault whole, then the file, which can be written again if that fails. */
const begin = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const wanted = await gather(context, options);
  if (!wanted.ok) return talk.fail(wanted.failure);
  const { handle, passphrase } = wanted.value;
  const deps = await keyDeps(context);
  const identity = await newIdentity(deps, handle);
  const attestation = await newAttestation(deps);
  const vaults = await world.vaults();
  const made = await vaults.create(
    folder,
    { passphrase, kdf: options.kdf },
    { identity, attestation },
  );
  if (!made.ok) return talk.fail(made.failure);
  made.value.close();
  return writeJoinFile(context, { identity, attestation }, toOutput(options, handle));
};

/** The join file of a vault that has begun to join, once more; under another handle with another key. */
const beginAgain = (context: Context, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const given = givenHandle(options);
    if (!given.ok) return talk.fail(given.failure);
    const present = vault.identity.get();
    if (present === undefined || vault.campaign.find() !== undefined)
      return talk.fail({ type: "campaign-there" });
    const handle = given.value ?? present.handle;
    const obstacle = await outputObstacle(context, toOutput(options, handle));
    if (obstacle !== undefined) return talk.fail(obstacle);
    let identity: Identity = present;
    const deps = await keyDeps(context);
    if (handle !== present.handle) {
      identity = await newIdentity(deps, handle);
      vault.transaction(() => ok(vault.identity.save(identity)));
    }
    const attestation = await ensureAttestation({ ...deps, vault });
    return writeJoinFile(context, { identity, attestation }, toOutput(options, handle));
  });

/** What goes with the other of the two ways, and would be ignored here. */
const misplaced = (file: string | undefined, options: Options): Failure | undefined => {
  if (file === undefined) {
    return options.fingerprint === undefined
      ? undefined
      : {
          type: "usage",
          message: "--fingerprint goes with a committee file",
          hint: "name the file too: pledge join committee.pledge --fingerprint HANDLE=FINGERPRINT",
        };
  }
  const { handle, output, force, kdf } = options;
  return handle === undefined && output === undefined && !force && kdf === "standard"
    ? undefined
    : {
        type: "usage",
        message: "with a committee file, join takes --fingerprint and no other option of its own",
        hint: "--handle, -o, --force and --kdf go with the first time, without a file",
      };
};

/**
 * JSON of the first time: `{"v":1,"vault","handle","fingerprint","words":[15],"file"|"content"}`; of the second:
 * `{"v":1,"campaign","number","hash","handle","turf":[team key],"members":[{"handle","fingerprint","turf"}]}`.
 */
export const join = async (
  context: Context,
  file: string | undefined,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const wrong = misplaced(file, options);
  if (wrong !== undefined) return talk.fail(wrong);
  const there = (await world.vaults()).exists(folder);
  if (file === undefined) return there ? beginAgain(context, options) : begin(context, options);
  return there
    ? completeVault(context, file, options.fingerprint)
    : talk.fail({ type: "join-first", folder });
};
