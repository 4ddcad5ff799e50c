import type { VaultFailure } from "../../domain/vault/failures.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

type Own = Exclude<
  VaultFailure,
  { readonly type: "disk-full" | "file-exists" | "file-missing" | "file-failed" }
>;

const { locked, refused, vault } = exitCodes;

export const explainVault: Explainers<Own> = {
  "vault-missing": ({ folder }) => ({
    message: `there is no vault in ${folder}`,
    hint: 'start with "pledge init", or name another folder with --vault DIR',
    exitCode: vault,
  }),
  "vault-exists": ({ folder }) => ({
    message: `there is a vault in ${folder} already`,
    hint: "name another folder with --vault DIR, or move this one away first",
    exitCode: vault,
  }),
  "folder-occupied": ({ folder }) => ({
    message: `${folder} holds something else, and a vault wants a folder of its own`,
    hint: "name a new or an empty folder with --vault DIR",
    exitCode: exitCodes.disk,
  }),
  "vault-locked": ({ by }) =>
    by === "passphrase"
      ? {
          message: "the passphrase does not open this vault",
          hint: 'check the keyboard and try again; forgotten? "pledge recovery" opens it with the 24 words',
          exitCode: locked,
        }
      : {
          message: "these words do not open this vault",
          hint: 'check their order and spelling; words made before the last "pledge recovery new" are void',
          exitCode: locked,
        },
  "campaign-missing": () => ({
    message: "this vault has no campaign yet",
    hint: 'take in the committee file that the founder sends: "pledge join FILE"',
    exitCode: vault,
  }),
  "recovery-absent": () => ({
    message: "this vault has no recovery words",
    hint: 'only the passphrase opens it; make words with "pledge recovery new"',
    exitCode: locked,
  }),
  "recovery-mistyped": () => ({
    message: "these are not twenty-four recovery words",
    hint: "check the spelling of each word and that none is missing or stands twice",
    exitCode: locked,
  }),
  "passphrase-empty": () => ({
    message: "the passphrase is empty",
    hint: "six random words are a good one; pledge offers some when it asks",
    exitCode: locked,
  }),
  "header-altered": ({ folder, copy }) => ({
    message: `${folder}/vault.json is missing, or was changed or damaged`,
    hint: copy
      ? "the copy beside it is whole: put vault.json.bak in its place, and ask who touched the folder"
      : 'bring it back from a backup: move the folder away, then "pledge restore FILE"',
    exitCode: refused,
  }),
  "header-newer": ({ version }) => ({
    message: `this vault was written by a later pledge (vault.json version ${version})`,
    hint: "update pledge; nothing was changed",
    exitCode: refused,
  }),
  "header-older": ({ folder }) => ({
    message: `${folder}/vault.json is older than the database beside it`,
    hint: "somebody put an old copy back, perhaps one that an old passphrase opens; use vault.json.bak or a backup",
    exitCode: refused,
  }),
  "kdf-out-of-bounds": ({ what }) => ({
    message: `vault.json asks for a passphrase check outside the bounds we accept (${what})`,
    hint: 'somebody changed it; bring it back from a backup: move the folder away, then "pledge restore FILE"',
    exitCode: refused,
  }),
  "database-plain": ({ folder }) => ({
    message: `${folder}/vault.db is not encrypted, so it is not our vault`,
    hint: 'somebody put it there; bring ours back from a backup: move the folder away, then "pledge restore FILE"',
    exitCode: refused,
  }),
  "database-unreadable": ({ folder }) => ({
    message: `${folder}/vault.db is damaged or belongs to another vault.json`,
    hint: 'bring it back from a backup: move the folder away, then "pledge restore FILE"',
    exitCode: refused,
  }),
  "database-newer": ({ version }) => ({
    message: `this vault was written by a later pledge (schema ${version})`,
    hint: "update pledge; nothing was changed",
    exitCode: refused,
  }),
  "vault-busy": ({ folder }) => ({
    message: `another pledge is writing to ${folder}`,
    hint: "wait until it is done and try again; nothing was changed",
    exitCode: exitCodes.disk,
  }),
  "erasure-unfinished": ({ folder }) => ({
    message: `what was erased is out of the vault, but traces may be left in ${folder}/vault.db`,
    hint: 'end every other pledge, make room on the disk, then run "pledge doctor", which finishes it',
    exitCode: exitCodes.disk,
  }),
  "backup-malformed": ({ what }) => ({
    message: `the backup cannot be used: ${what}`,
    hint: "try an older backup; nothing was changed",
    exitCode: refused,
  }),
  "sqlite-missing": ({ node }) => ({
    message: `the encrypted database does not run on this Node.js (${node})`,
    hint: 'install the current LTS of Node.js and pledge again; after a change of Node.js, "npm rebuild" in its folder helps',
    exitCode: exitCodes.disk,
  }),
};
