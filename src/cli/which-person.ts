/** The person that a command is about: who was named, or who is chosen at the terminal from a list that one searches by typing. */
import type { Choice } from "../domain/asking/ask.ts";
import type { Campaign } from "../domain/campaign/campaign.ts";
import { bestMatches } from "../domain/people/best-matches.ts";
import { findPerson } from "../domain/people/find-person.ts";
import type { Person, PersonId } from "../domain/people/person.ts";
import type { FindablePerson } from "../domain/people/store.ts";
import { fail } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { terminalFor } from "./questions/terminal.ts";
import { nameCell, padded } from "./render/columns.ts";
import type { Width } from "./render/columns.ts";
import { teamName } from "./render/words.ts";

const columns = { name: 30, team: 14 };

const choiceOf =
  (campaign: Campaign, width: Width) =>
  ({ id, name, alias, team }: FindablePerson): Choice<PersonId> => {
    const whole = alias === undefined ? name : `${name} (${alias})`;
    return {
      value: id,
      label: [
        padded(nameCell(whole, columns.name, width), columns.name, width),
        padded(nameCell(teamName(campaign, team) ?? "-", columns.team, width), columns.team, width),
        id,
      ].join("  "),
    };
  };

/** Everybody is read once, and narrowed down in memory at every key. */
const choose = async (
  context: Context,
  vault: Vault,
  message: string,
): Promise<Result<Person, Failure>> => {
  const ask = await terminalFor(context, "an id");
  if (!ask.ok)
    return fail({
      type: "usage",
      message: "whom it is about is missing, and there is no terminal to choose on",
      hint: 'name an id: the first few letters of one that "pledge list" shows',
    });
  const people = vault.people.findable();
  if (people.length === 0)
    return fail({
      type: "usage",
      message: "nobody is recorded yet",
      hint: 'begin with "pledge add"',
    });
  const campaign = vault.campaign.get();
  const choice = choiceOf(campaign, await context.world.textWidth());
  const id = await ask.value.search({
    message,
    found: (typed, most) => {
      const { best, more } = bestMatches(people, typed, most);
      return { choices: best.map(choice), more };
    },
  });
  return findPerson(vault.people, id);
};

/** Who `reference` names; without one, whom the person at the terminal chooses. */
export const whichPerson = async (
  context: Context,
  vault: Vault,
  reference: string | undefined,
  message = "Who is it?",
): Promise<Result<Person, Failure>> =>
  reference === undefined ? choose(context, vault, message) : findPerson(vault.people, reference);
