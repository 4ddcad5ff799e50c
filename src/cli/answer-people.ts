/** A list of people as the answer of a command, which is loaded while the passphrase is hashed. */
import type { Campaign } from "../domain/campaign/campaign.ts";
import type { ListedPerson } from "../domain/people/store.ts";
import { counted } from "../domain/text/words.ts";
import { answerAside } from "./answer-aside.ts";
import type { Context } from "./context.ts";
import { peopleList } from "./render/people-list.ts";
import { listedJson } from "./render/pledge-json.ts";

/** What stands in the list besides words of ours. */
const textsOf = (campaign: Campaign, people: readonly ListedPerson[]): readonly string[] => [
  ...campaign.teams.map(({ name }) => name),
  ...people.map(({ person }) => person.name),
];

/** JSON: `{"v":1,"people":[...]}`, each as `show --json` has the first members. `none` is what to say where there is nobody. */
export const answerPeople = async (
  context: Context,
  campaign: Campaign,
  people: readonly ListedPerson[],
  none: string,
): Promise<void> => {
  const { world, talk, globals } = context;
  if (people.length === 0) return talk.answer({ v: 1, people: [] }, () => none);
  // A screen of JSON needs no width of anything.
  const width = globals.json ? () => 0 : await world.textWidth(textsOf(campaign, people));
  const { isTerminal } = world.stdout;
  const settings = { columns: talk.columns, width, paint: talk.paint, isTerminal };
  await answerAside(context, { v: 1, people: globals.json ? people.map(listedJson) : [] }, () =>
    peopleList(campaign, people, settings),
  );
  const number = counted(people.length, "person", "people");
  talk.note(`${number}. All about one of them: pledge show ID`);
};
