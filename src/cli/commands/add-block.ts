/** `pledge add --from` of a block that somebody without a vault made: shown first, since nobody signed it. */
import { conditionWords } from "../render/words.ts";
import { placeTold } from "../../domain/people/told-people.ts";
import type { ToldPerson } from "../../domain/people/told-people.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { openTold } from "../../usecases/open-told.ts";
import { recordPeople } from "../../usecases/record-people.ts";
import type { Context } from "../context.ts";
import type { Failure } from "../failure.ts";
import type { Round } from "../questions/people-round.ts";
import { agreed, terminalFor } from "../questions/terminal.ts";
import { refusalNote } from "../render/notes.ts";

const told = ({ input, team }: ToldPerson): string => {
  const where = team === undefined ? "" : ` (${showable(team)})`;
  const actions = (input.actions ?? []).map(({ action, condition }) =>
    [action, conditionWords(condition)].filter((word) => word !== "").join(" "),
  );
  return `  ${showable(input.name ?? "")}${where}: ${actions.join(", ") || "no pledge yet"}`;
};

/** Only on a terminal: names do not go to where output is collected. */
const showTold = async (context: Context, people: readonly ToldPerson[]): Promise<void> => {
  if (context.globals.yes) return;
  const ask = await terminalFor(context, "--yes");
  if (!ask.ok) return;
  ask.value.say(
    [
      `${counted(people.length, "person", "people")} in this block. Nobody signed it: whoever has your join file could have made it.`,
      ...people.map(told),
    ].join("\n"),
  );
};

/** Records everybody of the block, or nobody; nothing comes back where it was not wanted. */
export const addBlock = async (
  context: Context,
  vault: Vault,
  block: string,
): Promise<Result<Round | undefined, Failure>> => {
  const { world, talk } = context;
  const people = await openTold({ openpgp: await world.openpgp(), vault }, block);
  if (!people.ok) return people;
  await showTold(context, people.value);
  const yes = await agreed(context, "Do you know whom it is from, and take it in?");
  if (!yes.ok) return yes;
  if (!yes.value) return ok(undefined);
  const campaign = vault.campaign.get();
  const today = world.clock.today();
  const inputs = people.value.map((person) => {
    const { day, ...input } = placeTold(person, campaign);
    // East of here it may be tomorrow already.
    return { ...input, ...(day === undefined || day > today ? {} : { day }) };
  });
  const recorded = recordPeople({ vault, random: world.random, today }, inputs);
  if (recorded.ok && recorded.value.firstRefusal) talk.note(refusalNote);
  return recorded;
};
