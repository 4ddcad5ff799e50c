/** A row of a table as a person, by a mapping. */
import type { InputFault } from "../../input/fault.ts";
import type { Result } from "../../result.ts";
import { folded } from "../../text/folded.ts";
import type { TableRow } from "../address-books.ts";
import { addContact, createDraft, fillList, fillMember, finishDraft, isBlank } from "./draft.ts";
import type { PersonInput } from "../person-input.ts";
import type { Draft, Known } from "./draft.ts";
import type { Column, Mapping } from "./mapping.ts";
import { restored } from "./neutralised.ts";

/** Google writes several values of one group into one cell. */
const several = (cell: string): readonly string[] =>
  cell.includes(" ::: ") ? cell.split(" ::: ") : [cell];

/** "Work", "* Work", "Work Fax": whoever runs that place may read along. */
const isWork = (label: string): boolean => label !== "" && /^\*?\s*work\b/u.test(folded(label));

const isSignal = (label: string): boolean => label !== "" && /\bsignal\b/u.test(folded(label));

/** A column that says something, with its place, as a fault names it, and where its labels stand. */
interface Filled extends Column {
  readonly at: number;
  readonly where: string;
  readonly labelsAt: number | undefined;
}

const filledOf = ({ columns }: Mapping): readonly Filled[] =>
  columns.flatMap((column, at) => {
    if (column.fills === "passed-over" || column.fills === "contact-label") return [];
    const labelsAt = columns[at - 1]?.fills === "contact-label" ? at - 1 : undefined;
    return [{ ...column, at, where: `column ${at + 1}`, labelsAt }];
  });

const fillContacts = (draft: Draft, column: Filled, cell: string, label: string): void => {
  const labels = several(label);
  for (const [at, value] of several(cell).entries()) {
    const said = labels[at] ?? "";
    const kind = isSignal(said) ? "signal" : (column.kind ?? "other");
    const contact =
      column.atWork === true || isWork(said)
        ? ({ kind, value, atWork: true } as const)
        : { kind, value };
    addContact(draft, contact, column.where);
  }
};

/** First, middle and last name, each with its place. */
type Parts = [first?: Said, middle?: Said, last?: Said];

interface Said {
  readonly cell: string;
  readonly where: string;
}

const placeOfPart = { "first-name": 0, "middle-name": 1, "last-name": 2 } as const;

/** A name in one piece goes before its parts. */
const fillName = (draft: Draft, parts: Parts): void => {
  const told = parts.filter((part) => part !== undefined);
  const [first] = told;
  if (first === undefined || draft.given["name"] !== undefined) return;
  fillMember(draft, "name", told.map(({ cell }) => cell.trim()).join(" "), first.where);
};

const fill = (
  draft: Draft,
  parts: Parts,
  column: Filled,
  cell: string,
  cells: readonly string[],
): void => {
  const { fills, where } = column;
  switch (fills) {
    case "passed-over":
    case "contact-label":
      return;
    case "first-name":
    case "middle-name":
    case "last-name":
      parts[placeOfPart[fills]] = { cell, where };
      return;
    case "contact":
      return fillContacts(draft, column, cell, cells[column.labelsAt ?? -1] ?? "");
    case "external-id":
      return fillList(draft, "elsewhere", [`${column.system ?? "other"}:${cell.trim()}`], where);
    case "issues":
      if (column.separator === undefined) return fillMember(draft, fills, cell, where);
      return fillList(draft, fills, cell.split(column.separator), where);
    default:
      return fillMember(draft, fills, cell, where);
  }
};

/**
 * Reads the rows of a table as people. A fault names the line and the column, `column 3` being the third, and never
 * what stands there. `passOver` hears of teams that the campaign does not have, in tables of others. Without a name it is still a person's row: whether that will do is for the caller.
 */
export const rowToInput = (
  mapping: Mapping,
  known: Known,
  passOver?: (fault: InputFault) => void,
): ((row: TableRow) => Result<PersonInput, readonly InputFault[]>) => {
  const columns = filledOf(mapping);
  const isOurs = mapping.kind === "pledge";
  return ({ line, cells }) => {
    const draft = createDraft(line, known, isOurs ? undefined : passOver);
    const parts: Parts = [];
    for (const column of columns) {
      const raw = cells[column.at] ?? "";
      const cell = isOurs ? restored(raw) : raw;
      if (!isBlank(cell)) fill(draft, parts, column, cell, cells);
    }
    fillName(draft, parts);
    return finishDraft(draft);
  };
};
