/** Which column of a table fills which member of a person. */
import * as v from "valibot";

import { faultsOfIssues } from "../../input/fault.ts";
import type { InputFault } from "../../input/fault.ts";
import { list, object } from "../../input/shapes.ts";
import { fail, ok } from "../../result.ts";
import type { Result } from "../../result.ts";
import { folded } from "../../text/folded.ts";
import { headerOfOurs } from "./our-table.ts";

const tableKinds = [
  "pledge",
  "action-network",
  "google-current",
  "google-older",
  "zetkin",
  "linkedin",
  "employer",
  "unknown",
] as const;

/** Which program wrote a table, by its header; `employer` is one that the employer's own system seems to have written. */
export type TableKind = (typeof tableKinds)[number];

const contactKinds = ["signal", "phone", "email", "other"] as const;

const fills = [
  ...headerOfOurs,
  "first-name",
  "middle-name",
  "last-name",
  "contact",
  /** Says of the contact to its right what kind of place it is: "Work". */
  "contact-label",
  /** An id that another system gave; `system` says which. */
  "external-id",
  "passed-over",
] as const;

export type Fills = (typeof fills)[number];

const column = v.strictObject({
  header: v.string(),
  fills: v.picklist(fills),
  /** For `contact`; without one, `other`. */
  kind: v.optional(v.picklist(contactKinds)),
  atWork: v.optional(v.boolean()),
  /** For `issues`, in a table that is not ours: what stands between two of them. */
  separator: v.optional(v.pipe(v.string(), v.minLength(1))),
  system: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,24}$/u))),
});

const shape = v.strictObject({
  v: v.literal(1),
  kind: v.picklist(tableKinds),
  columns: list(column, 500),
});

/** A column; `header` is what its first cell says, so that a mapping is not used on another table. */
export interface Column {
  readonly header: string;
  readonly fills: Fills;
  readonly kind?: (typeof contactKinds)[number] | undefined;
  readonly atWork?: boolean | undefined;
  readonly separator?: string | undefined;
  readonly system?: string | undefined;
}

export interface Mapping {
  readonly v: 1;
  readonly kind: TableKind;
  /** In the order of the table. */
  readonly columns: readonly Column[];
}

/** A header cell without case, accents, white space, `_` and `-`. */
export const plainHeader = (header: string): string => folded(header).replaceAll(/[\s_-]+/gu, "");

const many: ReadonlySet<Fills> = new Set(["contact", "contact-label", "passed-over"]);

/** The columns, by their place, that fill what one before them fills already. */
const twice = (columns: readonly Column[]): readonly number[] =>
  columns.flatMap((one, at) =>
    !many.has(one.fills) && columns.slice(0, at).some((before) => before.fills === one.fills)
      ? [at]
      : [],
  );

/** What stands in the other column is left to the first: a person has one name. */
export const withoutDoubles = (columns: readonly Column[]): readonly Column[] => {
  const doubled = new Set(twice(columns));
  return columns.map((one, at) =>
    doubled.has(at) ? { header: one.header, fills: "passed-over" } : one,
  );
};

/** Reads a mapping from JSON; it is written by `JSON.stringify`. Strict: nothing unknown, no member filled twice. */
export const parseMapping = (input: unknown): Result<Mapping, readonly InputFault[]> => {
  const checked = v.safeParse(shape, object(input));
  if (!checked.success)
    return fail(
      faultsOfIssues(checked.issues, (path) =>
        Object.keys(path === "" ? shape.entries : column.entries),
      ),
    );
  const faults = twice(checked.output.columns).map((at): InputFault => {
    return { path: `columns.${at}.fills`, fault: { type: "key-twice" } };
  });
  return faults.length > 0 ? fail(faults) : ok(checked.output);
};

/** Whether the mapping was made for a table with this header, but for case and spaces. */
export const fitsHeader = (mapping: Mapping, header: readonly string[]): boolean =>
  mapping.columns.length === header.length &&
  mapping.columns.every((one, at) => plainHeader(one.header) === plainHeader(header[at] ?? ""));
