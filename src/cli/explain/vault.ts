import { listed } from "../../domain/text/words.ts";
import type { VaultFailure, Writer } from "../../domain/vault/failures.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

type Own = Exclude<
  VaultFailure,
  { readonly type: "disk-full" | "file-exists" | "file-missing" | "file-failed" }
>;

const { locked, refused, vault } = exitCodes;

const locks = {
  passphrase: {
    message: "the passphrase does not open this vault",
    hint: 'check the keyboard and try again; forgotten? "pledge recovery" opens it with the 24 words',
  },
  recovery: {
    message: "these words do not open this vault",
    hint: 'check their order and spelling; words made before the last "pledge recovery new" are void',
  },
  shares: {
    message: "these shares do not open this vault",
    hint: 'shares made before the last "pledge recovery share" are void',
  },
} as const;

/** By how often ten is multiplied by itself. */
const tries = [
  "ten",
  "ten",
  "a hundred",
  "a thousand",
  "ten thousand",
  "a hundred thousand",
  "a million",
  "ten million",
  "a hundred million",
  "a billion",
  "ten billion",
] as const;

/** "pledge import, process 4711" */
const whoWrites = ({ pid, command }: Writer): string =>
  `${command === "" ? "" : `${command}, `}process ${pid}`;

const fileMissing = {
  hint: "check the keyboard; if this passphrase goes with a key file, name that with --key-file PATH",
} as const;

export const explainVault: Explainers<Own> = {
  held: ({ since }) => ({
    message: `nothing may be deleted here since ${since}: somebody has to keep it (a legal hold)`,
    hint: 'ask whoever asked for the hold, or a lawyer; when it is over: "pledge hold off"',
    exitCode: exitCodes.no,
  }),
  "hold-absent": () => ({
    message: "there is no hold to be lifted",
    hint: '"pledge hold on" begins one',
    exitCode: exitCodes.no,
  }),
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
  "vault-locked": ({ by, keyFile }) => ({
    ...locks[by],
    ...(keyFile ? fileMissing : {}),
    exitCode: locked,
  }),
  "key-file-needed": () => ({
    message: "this vault opens with a passphrase and a key file together",
    hint: "name the file with --key-file PATH or PLEDGE_KEY_FILE",
    exitCode: locked,
  }),
  "key-file-malformed": ({ path }) => ({
    message: `${path} is no key file of pledge, or it was damaged`,
    hint: "take the copy of it that you keep elsewhere",
    exitCode: locked,
  }),
  "shares-absent": () => ({
    message: "this vault has no recovery key in shares",
    hint: 'make one with "pledge recovery share"',
    exitCode: locked,
  }),
  "rekey-unfinished": () => ({
    message:
      "the vault was being encrypted anew when it was cut short, and this does not open the new key",
    hint: 'open it once with the passphrase that was used for "pledge rekey"; that finishes it',
    exitCode: locked,
  }),
  "way-unknown": ({ ways }) => ({
    message: `nothing of that number opens this vault; there ${ways === 1 ? "is number 1" : `are 1 to ${ways}`}`,
    hint: '"pledge passphrase list" shows what opens it',
    exitCode: exitCodes.usage,
  }),
  "last-way": () => ({
    message: "the last passphrase stays, or nothing would open the vault",
    hint: 'give it another with "pledge passphrase change", or add one first',
    exitCode: exitCodes.no,
  }),
  "too-many-ways": ({ most }) => ({
    message: `${most} things open this vault already, and each mistyped passphrase is tried with all of them`,
    hint: 'take one away: "pledge passphrase remove"',
    exitCode: exitCodes.no,
  }),
  "passphrase-weak": ({ guesses }) => ({
    message: `somebody with a copy of the vault would guess this passphrase in about ${tries[guesses] ?? "ten"} tries`,
    hint: "six random words are a good one; --force takes this one all the same",
    exitCode: exitCodes.no,
  }),
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
  "vault-busy": ({ folder, by }) => ({
    message: `another pledge is writing to ${folder}${by.length === 0 ? "" : `: ${listed(by.map(whoWrites))}`}`,
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
