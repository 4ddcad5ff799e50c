import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Signature } from "../letters/letter.ts";
import type { Condition, Display, Pledge } from "../pledges/pledge.ts";
import type {
  Assessment,
  Consent,
  Contact,
  Employment,
  LeaderRole,
  Level,
  Supervisor,
} from "./person.ts";

/** What was said of a person. What is absent was not said; `null` takes away what stood there. */
export interface PersonInput {
  /** Where it stands in its source, 1-based; absent when it was typed. */
  readonly line?: number;
  /** An id or a prefix of one: somebody who is in the vault. */
  readonly id?: string;
  readonly name?: string;
  readonly alias?: string | null;
  readonly team?: TeamKey | null;
  readonly role?: string | null;
  readonly site?: string | null;
  readonly shift?: string | null;
  readonly employment?: Employment | null;
  readonly language?: string | null;
  readonly pronouns?: string | null;
  readonly contacts?: readonly Contact[];
  readonly doNotContact?: boolean;
  readonly leader?: LeaderRole | null;
  /** An id, a prefix of one or an alias: somebody who is in the vault. */
  readonly coveredBy?: string | null;
  readonly assessment?: Level;
  readonly actions?: readonly PledgedAction[];
  readonly display?: Display;
  readonly supporter?: boolean;
  readonly supervisor?: Supervisor;
  readonly code?: PledgeCode;
  readonly issues?: readonly string[];
  readonly note?: string | null;
  readonly sharedNote?: string | null;
  readonly source?: string | null;
  readonly consents?: readonly Consent[];
  readonly elsewhere?: readonly string[];
  /** The day on which it was said. */
  readonly day?: Day;
  /** What a file that pledge itself wrote tells beyond that: how it came about. Only of somebody who is new. */
  readonly past?: Past;
}

/** As it was, the oldest first. */
export interface Past {
  readonly assessments: readonly Assessment[];
  readonly changes: readonly Pledge[];
  /** What stands, or was taken back, by now. */
  readonly pledges: readonly Pledge[];
  readonly signatures: readonly Signature[];
}

export interface PledgedAction {
  readonly action: ActionKey;
  readonly condition: Condition;
}
