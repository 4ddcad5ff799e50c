/** A row of a table as a person, by a mapping. */
import type { InputFault } from "../../input/fault.ts";
import type { Result } from "../../result.ts";
import { folded } from "../../text/folded.ts";
import type { TableRow } from "../address-books.ts";
import { addContact, createDraft, fillIssues, fillMember, finishDraft, isBlank } from "./draft.ts";
import type { Draft, ImportedPerson, Known } from "./draft.ts";
import type { Column, Mapping } from "./mapping.ts";
import { unguardCell } from "./our-table.ts";

/** Google writes several values of one group into one cell. */
const several = (cell: string): readonly string[] => cell.split(" ::: ");

/** "Work", "* Work", "Work Fax": whoever runs that place may read along. */
const isWork = (label: string): boolean => /^\*?\s*work\b/u.test(folded(label));

const isSignal = (label: string): boolean => /\bsignal\b/u.test(folded(label));

const fillContacts = (
  draft: Draft,
  column: Column,
  cell: string,
  labels: readonly string[],
  where: string,
): void => {
  for (const [at, value] of several(cell).entries()) {
    const label = labels[at] ?? "";
    const kind = isSignal(label) ? "signal" : (column.kind ?? "other");
    const atWork = column.atWork === true || isWork(label) ? ({ atWork: true } as const) : {};
    addContact(draft, { kind, value, ...atWork }, where);
  }
};

const parts = ["first-name", "middle-name", "last-name"] as const;

/** A name in one piece goes before its parts. */
const fillName = (draft: Draft, said: ReadonlyMap<string, readonly [string, string]>): void => {
  const told = parts.flatMap((part) => [said.get(part) ?? []].filter((one) => one.length > 0));
  if (draft.given["name"] !== undefined || told.length === 0) return;
  const name = told.map(([cell]) => cell?.trim()).join(" ");
  fillMember(draft, "name", name, told[0]?.[1] ?? "");
};

/**
 * The person of a row. A fault names the line and the column, `column 3` being the third, and never
 * what stands there. Without a name it is still a person's row: whether that will do is for the caller.
 */
export const rowToInput = (
  mapping: Mapping,
  row: TableRow,
  known: Known,
): Result<ImportedPerson, readonly InputFault[]> => {
  const draft = createDraft(row.line, known);
  const said = new Map<string, readonly [cell: string, where: string]>();
  let labels: readonly string[] = [];
  for (const [at, column] of mapping.columns.entries()) {
    const raw = row.cells[at] ?? "";
    const cell = mapping.kind === "pledge" ? unguardCell(raw) : raw;
    const where = `column ${at + 1}`;
    const { fills } = column;
    if (fills === "contact-label") {
      labels = several(cell);
      continue;
    }
    const given = labels;
    labels = [];
    if (isBlank(cell)) continue;
    switch (fills) {
      case "passed-over":
        break;
      case "first-name":
      case "middle-name":
      case "last-name":
        said.set(fills, [cell, where]);
        break;
      case "contact":
        fillContacts(draft, column, cell, given, where);
        break;
      case "external-id":
        draft.externalId = `${column.system ?? "other"}:${cell.trim()}`;
        draft.origins.set("externalId", where);
        break;
      case "issues":
        if (column.separator === undefined) fillMember(draft, fills, cell, where);
        else fillIssues(draft, cell.split(column.separator), where);
        break;
      default:
        fillMember(draft, fills, cell, where);
    }
  }
  fillName(draft, said);
  return finishDraft(draft);
};
