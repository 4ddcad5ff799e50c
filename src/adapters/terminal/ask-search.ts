/** The question that is answered by typing until what is meant is in sight. */
import search, { Separator } from "@inquirer/search";

import type { Choice, Found } from "../../domain/asking/ask.ts";
import { grouped } from "../../domain/text/words.ts";
import type { createTheme, Paint } from "./prompt-theme.ts";
import type { QuestionContext } from "./put-question.ts";

interface Question<T> {
  readonly message: string;
  readonly found: (typed: string, most: number) => Found<T>;
}

interface Looks {
  readonly paint: Paint;
  readonly theme: ReturnType<typeof createTheme>;
}

/** More than a glance takes in, and a longer list takes longer to read aloud. */
const mostChoices = 12;

/** The question, how many more there are, two lines of help, and one for the cursor. */
const otherRows = 6;

const roomFor = (rows: number): number =>
  Math.max(3, Math.min(mostChoices, (rows > 0 ? rows : 24) - otherRows));

export const askSearch = async <T>(
  { message, found }: Question<T>,
  { paint, theme }: Looks,
  context: QuestionContext,
): Promise<T> => {
  const room = roomFor(context.output.rows);
  let shown: readonly Choice<T>[] = [];
  const chosen = await search<number>(
    {
      message,
      source: (typed = "") => {
        // Tab puts a whole label in the place of what was typed.
        const whole = shown.find(({ label }) => label === typed);
        const { choices, more } =
          whole === undefined ? found(typed, room) : { choices: [whole], more: 0 };
        shown = choices;
        const items = choices.map(({ label }, index) => ({ value: index, name: label }));
        const rest = `... and ${grouped(more)} more: type on`;
        return more === 0 ? items : [...items, new Separator(paint.faint(rest))];
      },
      pageSize: room + 1,
      theme: {
        ...theme,
        icon: { cursor: ">" },
        style: {
          ...theme.style,
          searchTerm: paint.answer,
          // The only error there is.
          error: () => paint.fault("Nothing fits that. Type less of it, or another part."),
          keysHelpTip: () =>
            paint.faint("Type a part of it; arrow keys move, Enter chooses, Ctrl-C leaves."),
        },
      },
    },
    context,
  );
  const choice = shown[chosen];
  if (choice === undefined) throw new Error("the prompt chose what was not offered");
  return choice.value;
};
