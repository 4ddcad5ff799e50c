/** `pledge committee propose [HASH]`: the next numbers that wait for signatures, and their files once more. */
import { ok } from "../../domain/result.ts";
import type { Waiting } from "../../domain/committee/chain.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { findProposal, sealProposal, shortProposal } from "../../usecases/committee/proposals.ts";
import { hasSigned } from "../../usecases/committee/sign-proposal.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { proposalLines, proposedChanges, signersOf } from "../render/proposal.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { writeProposal } from "../write-number.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly drop: boolean;
}

const proposalJson = (inUse: CommitteeInUse, waiting: Waiting): Json => ({
  number: waiting.proposed.committee.number,
  hash: waiting.proposed.sha256,
  asOf: waiting.proposed.committee.asOf,
  signers: signersOf(inUse, waiting),
  you: hasSigned(inUse, waiting),
  missing: waiting.missing,
  changes: proposedChanges(inUse, waiting),
});

const show = async (
  { world, talk }: Context,
  inUse: CommitteeInUse,
  shown: readonly Waiting[],
): Promise<ExitCode> => {
  const screen = { columns: talk.columns, width: await world.textWidth() };
  const { needs } = inUse.committee;
  talk.answer(
    { v: 1, needs, proposals: shown.map((waiting) => proposalJson(inUse, waiting)) },
    () =>
      shown.length === 0
        ? "Nothing waits for signatures."
        : shown.map((one) => proposalLines(inUse, one, screen).join("\n")).join("\n\n"),
  );
  return exitCodes.done;
};

/** It counts for nothing here any more; whoever has its file can send it again. */
const drop = async (context: Context, vault: Vault, { proposed }: Waiting): Promise<ExitCode> => {
  const short = shortProposal(proposed.sha256);
  const yes = await agreed(
    context,
    `Drop proposal ${short} here? Signatures that were given stay in the files of the others.`,
  );
  if (!yes.ok) return context.talk.fail(yes.failure);
  if (!yes.value) {
    await tell(context, [`${short} stays.`]);
    return exitCodes.no;
  }
  vault.transaction(() => ok(vault.committee.drop(proposed.sha256)));
  context.talk.answer({ v: 1, dropped: proposed.sha256 }, () => `Proposal ${short} is dropped.`);
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"needs","proposals":[{"number","hash","asOf","signers":[handle],"you","missing","changes":[text]}]}`; with -o
 * that of a proposal, with --drop `{"v":1,"dropped":hash}`.
 */
export const committeePropose = (
  context: Context,
  hash: string | undefined,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    if (options.output === undefined && !options.drop && hash === undefined)
      return show(context, inUse.value, inUse.value.waiting);
    const found = findProposal(inUse.value, hash);
    if (!found.ok) return talk.fail(found.failure);
    if (options.drop) return drop(context, vault, found.value);
    if (options.output === undefined) return show(context, inUse.value, [found.value]);
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, universalDay: world.clock.universalDay() };
    const made = await sealProposal(deps, inUse.value, found.value);
    if (!made.ok) return talk.fail(made.failure);
    const { fingerprint: self } = inUse.value.identity;
    return writeProposal(context, options, made.value, {
      self,
      signed: hasSigned(inUse.value, found.value),
    });
  });
