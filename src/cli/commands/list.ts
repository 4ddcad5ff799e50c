/** `pledge list`: everybody, with what they will do. */
import { counted } from "../../domain/text/words.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { peopleList } from "../render/people-list.ts";
import { summaryJson } from "../render/pledge-json.ts";
import { withVault } from "../unlock.ts";

export const list = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk, globals } = context;
    const people = vault.people.summaries();
    // A screen of JSON needs no width of anything.
    const width = globals.json ? () => 0 : await world.textWidth();
    talk.answer({ v: 1, people: people.map(summaryJson) }, () =>
      peopleList(vault.campaign.get(), people, { columns: talk.columns, width, paint: talk.paint }),
    );
    if (people.length > 0) {
      talk.note(`${counted(people.length, "person", "people")}. All about one of them: pledge show ID`);
    }
    return exitCodes.done;
  });
