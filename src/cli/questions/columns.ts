/** What the columns of a table hold: the guess first, and then whichever of them the person says is wrong. */
import type { Ask, Choice } from "../../domain/asking/ask.ts";
import type { Table } from "../../domain/people/address-books.ts";
import { withoutDoubles } from "../../domain/people/import/mapping.ts";
import type { Column, Mapping } from "../../domain/people/import/mapping.ts";
import { showable } from "../../domain/text/clean.ts";
import { cut } from "../render/columns.ts";
import type { Width } from "../render/columns.ts";
import { columnWords } from "../render/list-words.ts";

type Meaning = Omit<Column, "header">;

const meanings: readonly Meaning[] = [
  { fills: "name" },
  { fills: "first-name" },
  { fills: "middle-name" },
  { fills: "last-name" },
  { fills: "contact", kind: "email" },
  { fills: "contact", kind: "phone" },
  { fills: "contact", kind: "signal" },
  { fills: "contact", kind: "other" },
  { fills: "contact", kind: "email", atWork: true },
  { fills: "contact", kind: "phone", atWork: true },
  { fills: "team" },
  { fills: "role" },
  { fills: "site" },
  { fills: "shift" },
  { fills: "language" },
  { fills: "pronouns" },
  { fills: "assessment" },
  { fills: "supervisor" },
  { fills: "supporter" },
  { fills: "doNotContact" },
  { fills: "issues", separator: "," },
  { fills: "note" },
  { fills: "sharedNote" },
  { fills: "source" },
  { fills: "alias" },
  { fills: "code" },
  { fills: "external-id", system: "other" },
  { fills: "passed-over" },
];

/** Whether the columns can make people: without a name there is none. */
export const holdsNames = ({ columns }: Pick<Mapping, "columns">): boolean =>
  columns.some(({ fills }) => fills === "name" || fills === "first-name" || fills === "last-name");

/** The first thing that stands in a column, for whoever does not know it by its name. */
const sampleOf = ({ rows }: Table, at: number): string | undefined =>
  rows.find(({ cells }) => (cells[at] ?? "").trim() !== "")?.cells[at]?.trim();

/** Where two columns would fill one thing, the one that was chosen now does. */
const withMeaning = (columns: readonly Column[], at: number, chosen: Column): readonly Column[] => {
  const [, ...others] = withoutDoubles([chosen, ...columns.toSpliced(at, 1)]);
  return others.toSpliced(at, 0, chosen);
};

export const askColumns = async (
  ask: Ask,
  table: Table,
  guess: Mapping,
  screen: { readonly columns: number; readonly width: Width },
): Promise<Mapping> => {
  const fitting = (text: string): string =>
    cut(showable(text.replaceAll(/\s+/gu, " ")), screen.columns - 6, screen.width);
  let { columns } = guess;
  for (;;) {
    const isDone = holdsNames({ columns });
    const chosen = await ask.one({
      message: isDone ? "Do the columns mean this?" : "Which column holds the names?",
      choices: [
        ...(isDone ? [{ value: -1, label: "yes, all of it" }] : []),
        ...columns.map((column, at): Choice<number> => ({
          value: at,
          label: fitting(`${column.header.trim() || `column ${at + 1}`}: ${columnWords(column)}`),
        })),
      ],
      ...(isDone ? { offered: -1 } : {}),
    });
    if (chosen === -1) return { ...guess, columns };
    const { header = "", fills } = columns[chosen] ?? {};
    // Whoever was asked for the names has said what the column is; parts of names can be told in the next round.
    if (!isDone) {
      columns = withMeaning(columns, chosen, { header, fills: "name" });
      continue;
    }
    const sample = sampleOf(table, chosen);
    if (sample !== undefined) ask.say(fitting(`There stands, for example: ${sample}`));
    // What was passed over is to be something now, so that list begins at its beginning.
    const present = columns[chosen];
    const offered =
      fills === "passed-over" || present === undefined
        ? undefined
        : meanings.find((one) => columnWords(one) === columnWords(present));
    const meaning = await ask.one({
      message: fitting(`What is in "${header.trim() || `column ${chosen + 1}`}"?`),
      choices: meanings.map((value) => ({ value, label: columnWords(value) })),
      ...(offered === undefined ? {} : { offered }),
    });
    columns = withMeaning(columns, chosen, { header, ...meaning });
  }
};
