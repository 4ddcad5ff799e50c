/** `pledge tally agreed HANDLE [OTHER] --team T`: two organizers compared their lists of a team by voice. */
import { counted, listed } from "../../domain/text/words.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { agreeLists, pairOf, partLists } from "../../usecases/tallies/agree-lists.ts";
import type { Pair } from "../../usecases/tallies/agree-lists.ts";
import { mergedCounts } from "../../usecases/tallies/merged-counts.ts";
import { createTallyReader } from "../../usecases/tallies/read-tallies.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { noteText } from "../render/letter-notes.ts";
import { teamName } from "../render/words.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly team: string;
  readonly undo: boolean;
}

/** JSON: `{"v":1,"agreed":{"handles":[handle,handle],"team","on","people"}}`, or with --undo `{"v":1,"undone":{"handles","team"}}`. */
export const tallyAgreed = (
  context: Context,
  handle: string,
  other: string | undefined,
  { team, undo }: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const pair = pairOf(inUse.value, { handle, other, team });
    if (!pair.ok) return talk.fail(pair.failure);
    const width = await world.textWidth();
    const called = ({ signers, handles }: Pair): string =>
      listed(
        handles
          .map((one, place) => (signers[place] === inUse.value.identity.fingerprint ? "you" : one))
          .toSorted((a, b) => Number(b === "you") - Number(a === "you") || (a < b ? -1 : 1)),
      );
    const about = { handles: [...pair.value.handles], team: pair.value.team };
    const name = teamName(vault.campaign.get(), pair.value.team) ?? pair.value.team;
    const say = (text: string) => (): string => noteText([text], talk.columns, width);
    if (undo) {
      const parted = partLists(vault, pair.value);
      if (!parted.ok) return talk.fail(parted.failure);
      talk.answer(
        { v: 1, undone: about },
        say(`Not noted any more: that ${called(pair.value)} compared their lists about ${name}.`),
      );
      return exitCodes.done;
    }
    const reader = createTallyReader(vault);
    const { signers } = mergedCounts({ vault, hashes: world.hashes, reader }, inUse.value);
    const agreed = agreeLists(vault, signers, pair.value, world.clock.today());
    if (!agreed.ok) return talk.fail(agreed.failure);
    const people = new Set(agreed.value.tokens.flat()).size;
    talk.answer(
      { v: 1, agreed: { ...about, on: agreed.value.on, people } },
      say(
        `Noted: ${called(pair.value)} compared their lists about ${name}. Between them they have ${counted(people, "person", "different people")}; whoever comes later is not among them.`,
      ),
    );
    return exitCodes.done;
  });
