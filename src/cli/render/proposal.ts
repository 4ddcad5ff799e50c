/** Numbers of the committee file that wait for signatures, on the screen: what each would change, and who has signed it. */
import type { Waiting } from "../../domain/committee/chain.ts";
import { differenceOf } from "../../domain/committee/difference.ts";
import { counted, listed } from "../../domain/text/words.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { shortProposal } from "../../usecases/committee/proposals.ts";
import { hasSigned } from "../../usecases/committee/sign-proposal.ts";
import { wrapped } from "./columns.ts";
import type { Screen } from "./committee.ts";
import { differenceLines } from "./committee-difference.ts";

/** Its signers by handle; who is a member no more signs nothing. */
export const signersOf = (
  { committee }: Pick<CommitteeInUse, "committee">,
  { proposed: { signers } }: Waiting,
): readonly string[] =>
  committee.members
    .filter(({ fingerprint }) => signers.includes(fingerprint))
    .map(({ handle }) => handle);

/** What it would change, against the number in use: one sentence a line. */
export const proposedChanges = (
  { committee: before }: Pick<CommitteeInUse, "committee">,
  { proposed: { committee: after } }: Waiting,
): readonly string[] => {
  const difference = { before: before.definition, after: after.definition };
  const lines = differenceLines({ ...differenceOf(before, after), ...difference });
  return lines.length === 0 ? ["It changes nothing that anybody would see."] : lines;
};

/** "Proposal 1a2b3c4d for number 4 of the committee file, of 2026-11-22, signed by heron; 1 more member has to:" */
const proposalHead = (inUse: CommitteeInUse, waiting: Waiting): string => {
  const { proposed, missing } = waiting;
  const { number, asOf } = proposed.committee;
  const you = hasSigned(inUse, waiting) ? ", you among them" : "";
  return `Proposal ${shortProposal(proposed.sha256)} for number ${number} of the committee file, of ${asOf}, signed by ${listed(signersOf(inUse, waiting))}${you}; ${counted(missing, "more member has", "more members have")} to:`;
};

/** Who has signed it, and what it changes, each in one line that is not broken yet. */
export const proposalSentences = (inUse: CommitteeInUse, waiting: Waiting): readonly string[] => [
  proposalHead(inUse, waiting),
  ...proposedChanges(inUse, waiting),
];

/** The same for a screen, what changes a little further in. */
export const proposalLines = (
  inUse: CommitteeInUse,
  waiting: Waiting,
  { columns, width }: Screen,
): readonly string[] => [
  ...wrapped(proposalHead(inUse, waiting), columns, width),
  ...proposedChanges(inUse, waiting).flatMap((line) =>
    wrapped(line, columns - 2, width).map((text) => `  ${text}`),
  ),
];
