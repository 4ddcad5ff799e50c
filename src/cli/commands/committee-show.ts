/** `pledge committee show`: who is in the committee, and whether its file is in one piece. */
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { signedNumbers } from "../../usecases/committee/number-signers.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { committeeScreen } from "../render/committee.ts";
import { memberJson } from "../render/member-json.ts";
import { withVault } from "../unlock.ts";

/**
 * JSON: `{"v":1,"campaign","number","hash","needs","signers":[handle],"members":[{"handle","fingerprint","turf"}],
 * "forks":[{"number","hash","signers":[handle]}],"revoked":[handle],"waiting":[hash]}`. Exits 1 while there is a fork.
 */
export const committeeShow = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { committee, reference, identity, waiting, revoked } = inUse.value;
    const [current] = signedNumbers(vault, inUse.value, [reference]);
    if (current === undefined) throw new Error("the number in use is not kept");
    const forks = signedNumbers(vault, inUse.value, inUse.value.forks);
    const { definition, members, needs, asOf } = committee;
    const width = await world.textWidth();
    talk.answer(
      {
        v: 1,
        campaign: definition.id,
        number: current.number,
        hash: current.hash,
        needs,
        signers: current.signers,
        members: members.map(memberJson),
        forks: forks.map(({ number, hash, signers }) => ({ number, hash, signers })),
        revoked: members
          .filter(({ fingerprint }) => revoked.has(fingerprint))
          .map(({ handle }) => handle),
        waiting: waiting.map(({ proposed: { sha256 } }) => sha256),
      },
      () =>
        committeeScreen(
          {
            campaign: definition.name,
            members,
            teams: definition.teams,
            self: identity.fingerprint,
            keys: true,
            revoked,
            current,
            asOf,
            forks,
            waiting: waiting.length,
            needs,
          },
          { columns: talk.columns, width },
        ),
    );
    return forks.length === 0 ? exitCodes.done : exitCodes.no;
  });
