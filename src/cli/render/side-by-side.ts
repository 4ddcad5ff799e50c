/** Two records of the vault beside each other, or one below the other where the terminal is narrow. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { showable } from "../../domain/text/clean.ts";
import { cut, padded, wrapped } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { personRows } from "./person.ts";
import type { WholePerson } from "./person.ts";

interface Screen {
  readonly columns: number;
  readonly width: Width;
  readonly paint: Paint;
}

interface Compared {
  readonly label: string;
  readonly cells: readonly [first: string, second: string];
}

/** Below this two columns are too narrow for an address. */
const wideEnough = 70;
const markColumns = 9;
const labelColumns = 10;
const gap = 2;

/** What is longer is read with "pledge show". */
const mostLines = 5;

/** These are never the same. */
const unmarked: ReadonlySet<string> = new Set(["code", "added"]);

const textsOf = (campaign: Campaign, whole: WholePerson): ReadonlyMap<string, string> => {
  const texts = new Map([["name", showable(whole.person.name)]]);
  for (const [label, text] of personRows(campaign, whole)) {
    const before = texts.get(label);
    texts.set(label, before === undefined ? text : `${before}\n${text}`);
  }
  texts.set("code", whole.person.code);
  return texts;
};

const comparedIn = (
  campaign: Campaign,
  [first, second]: readonly [WholePerson, WholePerson],
): readonly Compared[] => {
  const [one, other] = [textsOf(campaign, first), textsOf(campaign, second)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((label) => label !== "id")
    .map((label): Compared => ({ label, cells: [one.get(label) ?? "", other.get(label) ?? ""] }))
    .filter(({ cells }) => cells.some((text) => text !== ""));
};

const markOf = ({ label, cells: [first, second] }: Compared): string => {
  if (unmarked.has(label)) return "";
  if (first === second) return "same";
  return first === "" || second === "" ? "one has" : "differs";
};

/** A text in so many columns; of a longer word what fits, for it stands whole in "pledge show". */
const fitted = (text: string, columns: number, width: Width): readonly string[] => {
  const lines = text
    .split("\n")
    .flatMap((line) => wrapped(line, columns, width))
    .map((line) => cut(line, columns, width));
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), "…"];
};

const painted = (mark: string, { paint }: Screen): string =>
  mark === "differs" ? paint.strong(mark) : mark === "same" ? paint.quiet(mark) : mark;

const beside = (row: Compared, screen: Screen): string => {
  const { columns, width } = screen;
  const cell = Math.floor((columns - markColumns - labelColumns - gap) / 2);
  const mark = markOf(row);
  const [first, second] = row.cells.map((text) =>
    fitted(text === "" ? "-" : text, cell, width),
  ) as [readonly string[], readonly string[]];
  const lines = Array.from({ length: Math.max(first.length, second.length) }, (_, at) =>
    [
      at === 0 ? painted(mark, screen) : "",
      " ".repeat(markColumns - (at === 0 ? mark.length : 0)),
      padded(at === 0 ? row.label : "", labelColumns, width),
      padded(first[at] ?? "", cell + gap, width),
      second[at] ?? "",
    ]
      .join("")
      .trimEnd(),
  );
  return lines.join("\n");
};

const below = (row: Compared, screen: Screen): string => {
  const { columns, width } = screen;
  const mark = markOf(row);
  const indent = 9;
  const texts: readonly (readonly [string, string])[] =
    mark === "same"
      ? [["both", row.cells[0]]]
      : [
          ["first", row.cells[0]],
          ["second", row.cells[1]],
        ];
  const block = ([whose, text]: readonly [string, string]): string =>
    fitted(text, Math.max(10, columns - indent), width)
      .map((line, at) => `${padded(at === 0 ? `  ${whose}` : "", indent, width)}${line}`)
      .join("\n");
  return [
    `${row.label}${mark === "" ? "" : `: ${painted(mark, screen)}`}`,
    ...texts.filter(([, text]) => text !== "").map(block),
  ].join("\n");
};

const heading = (pair: readonly [WholePerson, WholePerson], screen: Screen): string => {
  const [first, second] = pair.map(({ person: { id, alias } }) =>
    alias === undefined ? id : `${id}, ${showable(alias)}`,
  ) as [string, string];
  const { columns, width, paint } = screen;
  if (columns < wideEnough) return paint.strong(`first ${first}\nsecond ${second}`);
  const before = markColumns + labelColumns;
  const cell = Math.floor((columns - before - gap) / 2);
  return paint.strong(
    `${" ".repeat(before)}${padded(cut(`first: ${first}`, cell, width), cell + gap, width)}${cut(`second: ${second}`, cell, width)}`,
  );
};

/** A row a member, with a word in front for whether the two say the same. */
export const sideBySide = (
  campaign: Campaign,
  pair: readonly [WholePerson, WholePerson],
  screen: Screen,
): string =>
  [
    heading(pair, screen),
    ...comparedIn(campaign, pair).map((row) =>
      screen.columns < wideEnough ? below(row, screen) : beside(row, screen),
    ),
  ].join("\n");
