/**
 * Everything that a command may touch. `main.ts` builds it from the real process, tests from
 * buffers, a fixed clock and seeded randomness; commands see no process, console or file system.
 * The thunks load what is heavy only when it is needed.
 */
import type { ReadAhead } from "../domain/tallies/reading.ts";
import type { Ask, Idle, NoTerminal } from "../domain/asking/ask.ts";
import type { Pager } from "../domain/asking/pager.ts";
import type { Clock } from "../domain/day.ts";
import type { Stage } from "../domain/demo/stage.ts";
import type { Files, StrictJson } from "../domain/files/ports.ts";
import type { Documents, Mails, Printer, Templates } from "../domain/letters/ports.ts";
import type { Machine } from "../domain/machine/machine.ts";
import type { AddressBooks } from "../domain/people/address-books.ts";
import type { AddressBookWriter } from "../domain/people/export/address-book-writer.ts";
import type { Alike } from "../domain/people/duplicates/alike.ts";
import type { Hashes, Progress, Randomness } from "../domain/ports.ts";
import type { Result } from "../domain/result.ts";
import type { OpenPgp } from "../domain/sealing/ports.ts";
import type { Vault, Vaults } from "../domain/vault/vault.ts";

export interface Output {
  /** Bytes only where it is no terminal, which would obey them. */
  readonly write: (content: string | Uint8Array) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number;
  /** Rows of the terminal; nothing where there is none, or where it does not say. */
  readonly rows?: number | undefined;
}

/** What help and usage errors need: all that is there before a command is known. */
export interface Surface {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly version: string;
}

export interface World extends Surface {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How this program was called: "pledge", or "node bin/pledge.js" from where it was unpacked. */
  readonly invocation: string;
  /** The platform's data folder for a vault, absolute. */
  readonly defaultVault: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hashes: Hashes;
  readonly files: Files;
  readonly json: () => Promise<StrictJson>;
  /** The terminal, or a failure that names what to use instead of it. `color` is for the questions; a context fills it in. */
  readonly ask: (instead: string, color?: boolean, idle?: Idle) => Promise<Result<Ask, NoTerminal>>;
  /** What shows a text longer than the screen; nothing where there is none or none is wanted. */
  readonly pager: () => Promise<Pager | undefined>;
  /** What shows a text on a screen of the terminal that is gone afterwards; nothing where there is none or none is wanted. */
  readonly ownScreen: (idle?: Idle) => Promise<Pager | undefined>;
  readonly openpgp: () => Promise<OpenPgp>;
  /** What reads so many sealed files, on several cores where that is sooner. */
  readonly readAhead: (files: number) => Promise<ReadAhead>;
  readonly progress: () => Promise<Progress>;
  /** Columns that a text takes on a terminal: two for a CJK character, none for a combining mark. Measures texts made of `texts` and of ASCII; any text when none are named. */
  readonly textWidth: (texts?: readonly string[]) => Promise<(text: string) => number>;
  readonly vaults: () => Promise<Vaults>;
  /** The vault in that folder, where a session holds it open; there is none of these outside of a session. */
  readonly heldVault?: (folder: string) => Vault | undefined;
  readonly addressBooks: () => Promise<AddressBooks>;
  readonly addressBookWriter: () => Promise<AddressBookWriter>;
  readonly alike: () => Promise<Alike>;
  readonly templates: () => Promise<Templates>;
  readonly documents: () => Promise<Documents>;
  readonly printer: () => Promise<Printer>;
  readonly mails: () => Promise<Mails>;
  readonly machine: () => Promise<Machine>;
  readonly stage: () => Promise<Stage>;
}
