/**
 * Words in a paragraph. A run holds text of one direction and one look. Somebody's name keeps the order of
 * its letters and changes that of nothing beside it: it is embedded, with a mark on either side.
 */
import { rightToLeft } from "../../../domain/text/right-to-left.ts";
import { firstDirection } from "../direction.ts";
import type { Direction } from "../direction.ts";
import type { Inline } from "../model.ts";
import { element, text, w, wrapper } from "./xml.ts";
import type { Xml } from "./xml.ts";

/** Where words stand: the way the line runs, and what they are. */
interface Setting {
  readonly direction: Direction;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
}

interface Stretch {
  readonly direction: Direction;
  readonly text: string;
}

/** Left-to-right mark, right-to-left mark (UAX 9): a letter of no width, that what stands beside it goes by. */
const marks: Readonly<Record<Direction, string>> = { ltr: "\u200E", rtl: "\u200F" };

/** Where a character pulls the text; a number goes along with Latin letters. */
const pull = (character: string, current: Direction): Direction | undefined => {
  if (rightToLeft.test(character)) return "rtl";
  if (/\p{L}/u.test(character)) return "ltr";
  if (/\p{M}/u.test(character)) return current;
  return current === "ltr" && /\p{N}/u.test(character) ? "ltr" : undefined;
};

/** The text in stretches of one direction; what has none goes along with the line, or with the letters on both its sides. */
const stretches = (content: string, line: Direction): readonly Stretch[] => {
  const found: { direction: Direction; text: string }[] = [];
  let undecided = "";
  const add = (direction: Direction, more: string): void => {
    const last = found.at(-1);
    if (more === "") return;
    if (last?.direction === direction) last.text += more;
    else found.push({ direction, text: more });
  };
  for (const character of content) {
    const current = found.at(-1)?.direction ?? line;
    const direction = pull(character, current);
    if (direction === undefined) {
      undecided += character;
      continue;
    }
    add(direction === current ? direction : line, undecided);
    undecided = "";
    add(direction, character);
  }
  add(line, undecided);
  return found;
};

/** One style for each run; a second and a third look are set beside it. */
const looks = ({ strong, emphasis, code }: Setting): readonly Xml[] => {
  const style = code ? "CodeText" : strong ? "Strong" : emphasis ? "Emphasis" : undefined;
  return [
    ...(style === undefined ? [] : [w("rStyle", { val: style })]),
    ...(strong && style !== "Strong" ? [w("b"), w("bCs")] : []),
    ...(emphasis && style !== "Emphasis" ? [w("i"), w("iCs")] : []),
  ];
};

const run = (content: readonly Xml[], direction: Direction, setting: Setting): Xml =>
  w("r", {}, [
    ...wrapper("rPr", [...looks(setting), ...(direction === "rtl" ? [w("rtl")] : [])]),
    ...content,
  ]);

const textRuns = (content: string, setting: Setting): readonly Xml[] =>
  stretches(content, setting.direction).map((stretch) =>
    run(
      [element("w:t", { "xml:space": "preserve" }, [text(stretch.text)])],
      stretch.direction,
      setting,
    ),
  );

const valueRuns = (content: string, setting: Setting, alone: boolean): readonly Xml[] => {
  const direction = firstDirection(content, setting.direction);
  const runs = textRuns(content, { ...setting, direction });
  const embedded = direction === setting.direction ? runs : [w("dir", { val: direction }, runs)];
  if (alone || (direction === setting.direction && runs.length < 2)) return embedded;
  const mark = textRuns(marks[setting.direction], setting);
  return [...mark, ...embedded, ...mark];
};

const inlineRuns = (inline: Inline, setting: Setting, alone: boolean): readonly Xml[] => {
  switch (inline.type) {
    case "text":
      return textRuns(inline.text, setting);
    case "value":
      return valueRuns(inline.text, setting, alone);
    case "code":
      return textRuns(inline.text, { ...setting, code: true });
    case "strong":
      return runsIn(inline.inlines, { ...setting, strong: true });
    case "emphasis":
      return runsIn(inline.inlines, { ...setting, emphasis: true });
    // Nothing to click: who reads on paper can see where it leads, and who reads on a screen sees it first.
    case "link":
      return [
        ...runsIn(inline.inlines, setting),
        ...textRuns(" <", setting),
        ...valueRuns(inline.address, setting, false),
        ...textRuns(">", setting),
      ];
    case "break":
      return [run([w("br")], setting.direction, setting)];
  }
};

const runsIn = (inlines: readonly Inline[], setting: Setting): readonly Xml[] =>
  inlines.flatMap((inline) => inlineRuns(inline, setting, inlines.length === 1));

/** The words of one paragraph. In a style that is bold nothing is bold by itself. */
export const runsOf = (
  inlines: readonly Inline[],
  direction: Direction,
  bold = false,
): readonly Xml[] => {
  const plain: Setting = { direction, strong: false, emphasis: false, code: false };
  return runsIn(bold ? withoutStrong(inlines) : inlines, plain);
};

const withoutStrong = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === "strong") return withoutStrong(inline.inlines);
    return "inlines" in inline ? [{ ...inline, inlines: withoutStrong(inline.inlines) }] : [inline];
  });

/** The words without their looks, for what goes by their letters or their length. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === "break") return "\n";
      if (inline.type === "link") return `${plainText(inline.inlines)} <${inline.address}>`;
      return "inlines" in inline ? plainText(inline.inlines) : inline.text;
    })
    .join("");
