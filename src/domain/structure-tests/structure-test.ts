/**
 * A structure test: people are asked to do something that can be seen, such as wearing a badge or signing a card, and what
 * counts is who did it. It shows how strong a campaign is before a step that cannot be taken back.
 */
import type { Brand } from "../brand.ts";
import type { Day } from "../day.ts";
import type { PersonId } from "../people/person.ts";

/** Lower-case letters, digits and inner hyphens; at most 24. */
export type TestName = Brand<string, "TestName">;

export interface StructureTest {
  readonly name: TestName;
  /** What people are asked to do: "wear the badge on Friday". */
  readonly ask: string;
  readonly begunOn: Day;
}

export const steps = ["asked", "yes", "no", "did"] as const;

/** `yes` and `no` are answers; `did` is what they did, whatever they had said. */
export type Step = (typeof steps)[number];

/** What was noted of somebody on a day. A later note never takes the place of an earlier one. */
export interface Tick {
  readonly person: PersonId;
  readonly step: Step;
  readonly day: Day;
}

export type StructureTestFailure =
  /** No test of that name. */
  | { readonly type: "test-unknown"; readonly known: readonly TestName[] }
  | { readonly type: "test-exists"; readonly name: TestName }
  /** Lower-case letters, digits and hyphens. */
  | { readonly type: "test-misnamed" }
  /** A day that has not come, or before the test began. */
  | { readonly type: "tick-misdated"; readonly first: Day; readonly last: Day };

/** Tests and what was noted in them; of this vault alone, and in no file for others. */
export interface StructureTestStore {
  /** The latest first. */
  readonly all: () => readonly StructureTest[];
  readonly byName: (name: TestName) => StructureTest | undefined;
  readonly add: (test: StructureTest) => void;
  /** With all its ticks. Call `Vault.scrub` afterwards. */
  readonly remove: (name: TestName) => void;
  /** The same on the same day is noted once. */
  readonly tick: (name: TestName, tick: Tick) => void;
  /** In the order in which they were noted. */
  readonly ticks: (name: TestName) => readonly Tick[];
}
