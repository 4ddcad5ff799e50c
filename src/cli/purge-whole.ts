/** `pledge purge`: the vault and the backups that it knows of are destroyed, and what may be left elsewhere is said. */
import type { Renewed } from "../domain/retention/backups.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { showable } from "../domain/text/clean.ts";
import { counted } from "../domain/text/words.ts";
import type { Unlock, Vault, Vaults } from "../domain/vault/vault.ts";
import { heldFailure } from "../usecases/retention/held.ts";
import type { Context } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Failure } from "./failure.ts";
import { typedName } from "./questions/campaign-name.ts";
import { terminalFor } from "./questions/terminal.ts";
import { hangingLines } from "./render/columns.ts";
import { tell } from "./tell.ts";

interface Destroyed {
  readonly backups: readonly string[];
  readonly left: readonly { readonly path: string; readonly why: Exclude<Renewed, "renewed"> }[];
}

const destroyBackups = (vault: Vault): Destroyed => {
  const backups: string[] = [];
  const left: { readonly path: string; readonly why: Exclude<Renewed, "renewed"> }[] = [];
  for (const { path } of vault.backups.all()) {
    const became = vault.backups.destroy(path);
    if (became === "destroyed") {
      backups.push(path);
      vault.transaction(() => ok(vault.backups.drop(path)));
    } else {
      left.push({ path, why: became });
    }
  }
  return { backups, left };
};

/** What the name of a vault without a campaign is: whoever wants to join calls herself by a handle. */
const nameOf = (vault: Vault): string =>
  vault.campaign.find()?.name ?? vault.identity.get()?.handle ?? "";

const askFor = async (context: Context, vault: Vault): Promise<Result<boolean, Failure>> => {
  const held = heldFailure(vault);
  if (held !== undefined) return fail(held);
  const ask = await terminalFor(context, "a terminal: the name of the campaign is asked for");
  if (!ask.ok) return ask;
  const people = vault.people.count();
  const backups = vault.backups.all().map(({ path }) => showable(path));
  await tell(context, [
    `${counted(people, "person", "people")} and everything else in ${showable(context.folder)} go for good, and nothing brings them back${backups.length === 0 ? "" : `; so do these backups, where they are at hand: ${backups.join(", ")}`}.`,
  ]);
  return ok(await typedName(ask.value, "Destroy this vault?", nameOf(vault)));
};

/** Known beforehand of every vault; none of it can be seen from here. */
const elsewhere = [
  "copies of the folder, backups that pledge does not know of, and what was exported or imported in plain text",
  "snapshots of the disk, and versions that a cloud or a company's backup keeps",
  "the cells of an SSD or a stick, until they are written over; the key that opens them went first",
  "what other organizers have: your tallies, lists of signers, shares of a recovery key",
  "letters that went out; the recovery words on paper",
] as const;

const why: Readonly<Record<Exclude<Renewed, "renewed">, string>> = {
  absent: "it is not there now",
  other: "another file has its name by now",
  failed: "it cannot be written",
};

/** JSON: `{"v":1,"purged":"vault","backups":[path],"backupsLeft":[{"path","why"}],"files":[path]}`; `files` were in the folder and are not pledge's. */
export const purgeWhole = async (
  context: Context,
  vaults: Vaults,
  unlock: Unlock,
): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) return talk.fail(opened.failure);
  const vault = opened.value;
  let destroyed: Destroyed;
  try {
    const sure = await askFor(context, vault);
    if (!sure.ok) return await talk.fail(sure.failure);
    if (!sure.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    destroyed = destroyBackups(vault);
  } finally {
    vault.close();
  }
  const files = await vaults.destroy(folder, unlock);
  if (!files.ok) return talk.fail(files.failure);
  const { backups, left } = destroyed;
  const width = await world.textWidth();
  const json = { backups, backupsLeft: left.map((one) => ({ ...one })), files: files.value };
  talk.answer({ v: 1, purged: "vault", ...json }, () =>
    hangingLines(
      [
        `The vault in ${folder} is destroyed.`,
        ...backups.map((path) => `Destroyed too: ${showable(path)}.`),
        ...left.map((one) => `Not destroyed: ${showable(one.path)}, since ${why[one.why]}.`),
        ...files.value.map((path) => `Not pledge's, and still there: ${showable(path)}.`),
        "What may still exist elsewhere:",
        ...elsewhere.map((place) => `- ${place}`),
      ],
      { columns: talk.columns, width },
    ),
  );
  return exitCodes.done;
};
