/** `pledge list`: everybody, with what they will do. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { PersonSummary } from "../../domain/people/store.ts";
import { counted } from "../../domain/text/words.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";

/** What stands in the list besides words of ours. */
const textsOf = (campaign: Campaign, people: readonly PersonSummary[]): readonly string[] => [
  ...campaign.teams.map(({ name }) => name),
  ...people.map(({ person }) => person.name),
];

export const list = (context: Context): Promise<ExitCode> => {
  const { world, talk, globals } = context;
  // Loaded while the passphrase is hashed.
  const rendering = Promise.all([
    import("../render/people-list.ts"),
    import("../render/pledge-json.ts"),
  ]);
  return withVault(context, async (vault) => {
    const [{ peopleList }, { summaryJson }] = await rendering;
    const campaign = vault.campaign.get();
    const people = vault.people.summaries();
    // A screen of JSON needs no width of anything.
    const width = globals.json ? () => 0 : await world.textWidth(textsOf(campaign, people));
    talk.answer({ v: 1, people: globals.json ? people.map(summaryJson) : [] }, () =>
      peopleList(campaign, people, { columns: talk.columns, width, paint: talk.paint }),
    );
    if (people.length > 0) {
      talk.note(
        `${counted(people.length, "person", "people")}. All about one of them: pledge show ID`,
      );
    }
    return exitCodes.done;
  });
};
