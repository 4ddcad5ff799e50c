/** What an import would do, on one screen: numbers, then what stays out, by kind and line. Nobody's name. */
import type { InputFault } from "../../domain/input/fault.ts";
import type { RowFault } from "../../domain/people/address-books.ts";
import type { ImportPlan } from "../../domain/people/import/import-plan.ts";
import type { Mapping, TableKind } from "../../domain/people/import/mapping.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { explainValue, where } from "../explain/input.ts";
import { cut, hanging } from "./columns.ts";
import type { Width } from "./columns.ts";
import { columnWords, newsWords } from "./list-words.ts";

/** Something of the file that stays out. */
export interface Problem {
  readonly line: number;
  /** The same words for the same kind of problem. */
  readonly what: string;
}

export interface Preview {
  /** Its name without a folder. */
  readonly file: string;
  readonly rows: number;
  readonly plan: ImportPlan;
  readonly mapping?: Mapping;
  /** Rows that could not be read at all. */
  readonly unread: readonly Problem[];
  /** How many of the new ones may be somebody who is there already; nothing where they are too many to compare. */
  readonly mayBeKnown: readonly number[] | undefined;
  readonly employer: string;
}

const kinds: Readonly<Record<TableKind, string>> = {
  pledge: "a table of ours",
  "action-network": "an Action Network report",
  "google-current": "Google Contacts",
  "google-older": "Google Contacts, as it was until 2024",
  zetkin: "a list from Zetkin",
  linkedin: "connections from LinkedIn",
  employer: "a list of the employer's",
  unknown: "a table",
};

export const rowProblem = ({ type, line }: RowFault): Problem => ({
  line,
  what: type === "cells-missing" ? "fewer cells than columns" : "more cells than columns",
});

/** "column 4" as the person knows it: by what stands above it. */
const placeWords = (path: string, mapping: Mapping | undefined): string => {
  const at = /^column (\d+)$/u.exec(path)?.[1];
  if (at === undefined) return path === "" ? "it" : where(path);
  const header = mapping?.columns[Number(at) - 1]?.header.trim() ?? "";
  return header === "" ? path : `"${showable(header)}"`;
};

export const faultProblem = (
  { line = 0, path, fault }: InputFault,
  mapping: Mapping | undefined,
): Problem => {
  if (fault.type === "row-twice") return { line, what: "stands further up in the file already" };
  if (fault.type === "contact-at-work")
    return { line, what: "an e-mail address at the employer, who can read what goes there" };
  if (fault.type === "member-missing" && path === "name") return { line, what: "no name" };
  return { line, what: `${placeWords(path, mapping)} ${explainValue(fault)}` };
};

const shownLines = 5;

/** "3 rows, lines 4, 9 and 12: no name". */
const problemLines = (problems: readonly Problem[]): readonly string[] => {
  const kindsOf = new Map<string, number[]>();
  for (const { line, what } of problems) kindsOf.set(what, [...(kindsOf.get(what) ?? []), line]);
  return [...kindsOf].map(([what, lines]) => {
    const named = lines.slice(0, shownLines).map(grouped);
    const more = lines.length - named.length;
    const all = more > 0 ? [...named, `${grouped(more)} more`] : named;
    return `${lines.length === 1 ? "line" : "lines"} ${listed(all)}: ${what}`;
  });
};

const columnLines = ({ columns }: Mapping): readonly string[] => {
  const name = ({ header }: { readonly header: string }, at: number): string =>
    showable(header.trim()) || `column ${at + 1}`;
  const taken = columns.flatMap((column, at) =>
    column.fills === "passed-over" || column.fills === "contact-label"
      ? []
      : [`${name(column, at)}: ${columnWords(column)}`],
  );
  const over = columns.flatMap((column, at) =>
    column.fills === "passed-over" ? [name(column, at)] : [],
  );
  const shown = over.slice(0, 6);
  const more = over.length - shown.length;
  return [
    `Columns: ${taken.join("; ")}`,
    ...(over.length === 0
      ? []
      : [`Passed over: ${listed(more > 0 ? [...shown, `${grouped(more)} more`] : shown)}`]),
  ];
};

/** How many of the changes touch what: "role 3, contacts 1". */
const changeWords = ({ changed }: ImportPlan): string => {
  const counts = new Map<string, number>();
  for (const { members } of changed)
    for (const member of members)
      counts.set(newsWords[member], (counts.get(newsWords[member]) ?? 0) + 1);
  return [...counts].map(([word, people]) => `${word} ${grouped(people)}`).join(", ");
};

const shownIds = 6;

const idWords = ({ changed }: ImportPlan): string => {
  const ids = changed.slice(0, shownIds).map(({ person }) => person.id);
  const more = changed.length - ids.length;
  return listed(more > 0 ? [...ids, `${grouped(more)} more`] : ids);
};

/** Fewer work addresses are what people gave by mistake. */
const fewestAtWork = 3;

/** One sentence on what it means to hold such a list; said where it looks like one. */
const employersList = ({ mapping, plan, employer }: Preview): string | undefined => {
  const taken = plan.added.length + plan.changed.length + plan.unchanged;
  const atWork = plan.passedOver.filter(({ fault }) => fault.type === "contact-at-work").length;
  const isMostlyWork = atWork >= fewestAtWork && atWork * 2 >= taken;
  if (mapping?.kind !== "employer" && !isMostlyWork) return undefined;
  return (
    `This looks like a list of ${employer}'s own: taking it out of their systems may have been logged and may be ` +
    "held against whoever did it, so nobody should learn from you that you have it."
  );
};

export const importPreview = (
  preview: Preview,
  { columns, width }: { readonly columns: number; readonly width: Width },
): string => {
  const { file, rows, plan, mapping, unread, mayBeKnown } = preview;
  const { added, changed, unchanged, refused, passedOver, sweeping } = plan;
  const out = [...unread, ...refused.map((fault) => faultProblem(fault, mapping))];
  const rowsOut = new Set(out.map(({ line }) => line)).size;
  const parts = passedOver.map((fault) => faultProblem(fault, mapping));
  const lines = [
    `${showable(file)}: ${mapping === undefined ? "" : `${kinds[mapping.kind]}, `}${counted(rows, "row", "rows")}`,
    `${grouped(added.length)} new, ${grouped(changed.length)} changed, ${grouped(unchanged)} unchanged, ${grouped(rowsOut)} left out`,
    ...(mapping === undefined ? [] : columnLines(mapping)),
    ...(changed.length === 0
      ? []
      : [`Changes: ${changeWords(plan)} (${idWords(plan)}). Blanks take nothing away.`]),
    ...sweeping.map(
      ({ member, people, of }) =>
        `Stop: ${newsWords[member]} would change for ${grouped(people)} of ${grouped(of)} people.`,
    ),
    ...problemLines(out).map((line) => `Left out, ${line}`),
    ...problemLines(parts).map((line) => `Taken without it, ${line}`),
    ...(mayBeKnown === undefined
      ? ['Too many to look for doubles now: "pledge duplicates" does it afterwards.']
      : mayBeKnown.length === 0
        ? []
        : problemLines(
            mayBeKnown.map((line) => ({ line, what: "may be somebody who is there already" })),
          ).map((line) => `${line}; "pledge duplicates" shows them afterwards`)),
    ...[employersList(preview)].filter((line) => line !== undefined),
  ];
  return lines
    .map((line) => hanging(line, 2, columns, width))
    .map((line) =>
      width(line) > columns && !line.includes("\n") ? cut(line, columns, width) : line,
    )
    .join("\n");
};

/** What JSON has of it: `{"file","rows","added","changed","unchanged","leftOut","passedOver","sweeping","mapping"}`. */
export const importJson = ({ file, rows, plan, mapping, unread, mayBeKnown }: Preview) => {
  const problems = (faults: readonly InputFault[], before: readonly Problem[] = []) =>
    [...before, ...faults.map((fault) => faultProblem(fault, mapping))].map(({ line, what }) => ({
      line,
      what,
    }));
  return {
    file,
    rows,
    added: plan.added.length,
    changed: plan.changed.map(({ person, members }) => ({ id: person.id, members: [...members] })),
    unchanged: plan.unchanged,
    leftOut: problems(plan.refused, unread),
    passedOver: problems(plan.passedOver),
    sweeping: plan.sweeping.map(({ member, people, of }) => ({ member, people, of })),
    ...(mayBeKnown === undefined ? {} : { mayBeKnown: [...mayBeKnown] }),
    ...(mapping === undefined
      ? {}
      : {
          mapping: {
            v: 1,
            kind: mapping.kind,
            columns: mapping.columns.map((column) =>
              Object.fromEntries(Object.entries(column).filter(([, value]) => value !== undefined)),
            ),
          },
        }),
  };
};
