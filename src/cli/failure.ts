/** Every expected failure that a command can meet, for `explain` to put into words. */
import type { NoTerminal } from "../domain/asking/ask.ts";
import type { AuditFailure } from "../domain/audits/failures.ts";
import type { CampaignFailure } from "../domain/campaign/failures.ts";
import type { CommitteeFailure } from "../domain/committee/failures.ts";
import type { CountFailure } from "../domain/counts/failures.ts";
import type { FileFailure, JsonFault } from "../domain/files/ports.ts";
import type { HandoverFailure } from "../domain/handovers/failures.ts";
import type { InputRefused } from "../domain/input/fault.ts";
import type { PrintFailure, TemplateFault } from "../domain/letters/ports.ts";
import type { ListFailure } from "../domain/people/import/failures.ts";
import type { MergeTooMuch } from "../domain/people/duplicates/merge-limits.ts";
import type { PersonNotFound, TeamUnknown } from "../domain/people/find-person.ts";
import type { ShareFailure } from "../domain/recovery/failures.ts";
import type { StructureTestFailure } from "../domain/structure-tests/structure-test.ts";
import type { ReaderUnusable } from "../domain/sealing/failures.ts";
import type { VaultFailure } from "../domain/vault/failures.ts";
import type { LetterFailure } from "../domain/letters/failures.ts";
import type { TallyFailure } from "../domain/tallies/failures.ts";
import type { PledgeFailure } from "../domain/pledges/failures.ts";

/** What is wrong with the command line itself. */
export type UsageFailure =
  /** Commander's own finding, already a clause without a capital. */
  | { readonly type: "usage"; readonly message: string; readonly hint?: string }
  /** An answer would be needed and --no-input or --yes is not enough. */
  | { readonly type: "confirmation-needed" }
  | { readonly type: "passphrase-needed" }
  /** A shell or the menu inside of one. */
  | { readonly type: "session-inside" }
  /** What is for a person at a terminal was asked for as JSON. */
  | { readonly type: "json-unfit" }
  | { readonly type: "output-closed" }
  /** Bytes would go where they do harm, or where they are no JSON. `format` is the file's: "pdf". */
  | { readonly type: "binary-to-terminal"; readonly format: string }
  | { readonly type: "binary-in-json"; readonly format: string };

export type Failure =
  | UsageFailure
  | NoTerminal
  | VaultFailure
  | ShareFailure
  | FileFailure
  | JsonFault
  | InputRefused
  | PersonNotFound
  | TeamUnknown
  | StructureTestFailure
  | ListFailure
  | MergeTooMuch
  | PledgeFailure
  | CampaignFailure
  | TemplateFault
  | PrintFailure
  | LetterFailure
  | CountFailure
  | CommitteeFailure
  | AuditFailure
  | TallyFailure
  | HandoverFailure
  /** Of a reader who has no handle here. */
  | ReaderUnusable;
