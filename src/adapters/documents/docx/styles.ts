/**
 * How a letter looks: named styles, so that whoever edits the file changes a look in one place. The
 * scripts of East Asia and those that run from right to left get whatever faces the reader has.
 */
import type { Direction } from "../direction.ts";
import { w, wordPart, wrapper } from "./xml.ts";
import type { Xml } from "./xml.ts";

interface Look {
  readonly id: string;
  readonly name: string;
  readonly base?: string;
  readonly next?: string;
  /** In the order of CT_PPr. */
  readonly paragraph?: readonly Xml[];
  /** In the order of CT_RPr. */
  readonly run?: readonly Xml[];
  /** Whether Word knows no style of that name. */
  readonly own?: boolean;
}

/** Twips (a twentieth of a point), here and wherever a number has no unit. */
export const step = 400;

const bold = [w("b"), w("bCs")];
const italic = [w("i"), w("iCs")];
const size = (points: number): readonly Xml[] => [
  w("sz", { val: points * 2 }),
  w("szCs", { val: points * 2 }),
];
const typewriter = w("rFonts", { ascii: "Courier New", hAnsi: "Courier New", cs: "Courier New" });
const keepLines = w("keepLines");
const keepNext = [w("keepNext"), keepLines];
const line = { val: "single", sz: 4, space: 1, color: "auto" };
const spacing = (before: number, after: number): Xml => w("spacing", { before, after });
const indent = (left: number, right = 0): Xml => w("ind", { left, right });

const heading = (level: number, points: number, before: number): Look => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: "Normal",
  paragraph: [...keepNext, spacing(before, 100), w("outlineLvl", { val: level - 1 })],
  run: [...bold, ...size(points)],
});

/** Items that follow each other closely, and the same apart: the last of a list, or all of one with longer items. */
const item = (id: string, name: string): readonly Look[] => [
  { id, name, paragraph: [spacing(0, 60)] },
  { id: `${id}Apart`, name: `${name} Apart`, base: id, own: true, paragraph: [spacing(0, 160)] },
];

const paragraphLooks: readonly Look[] = [
  heading(1, 16, 0),
  heading(2, 13, 280),
  ...[3, 4, 5, 6].map((level) => heading(level, 11, 240)),
  {
    id: "Date",
    name: "Date",
    next: "Normal",
    paragraph: [spacing(0, 440), w("jc", { val: "right" })],
  },
  ...item("ListNumber", "List Number"),
  ...item("ListBullet", "List Bullet"),
  ...item("ListBox", "List Box").map((look) => ({ ...look, own: true })),
  { id: "ListContinue", name: "List Continue", paragraph: [indent(step)] },
  { id: "Quote", name: "Quote", paragraph: [indent(step, step)] },
  {
    id: "Code",
    name: "Code",
    own: true,
    paragraph: [keepLines, indent(step)],
    run: [typewriter, w("noProof"), ...size(9.5)],
  },
  {
    id: "Rule",
    name: "Rule",
    own: true,
    next: "Normal",
    paragraph: [w("pBdr", {}, [w("bottom", line)]), spacing(0, 320)],
  },
  { id: "TableText", name: "Table Text", own: true, paragraph: [spacing(60, 60)] },
  {
    id: "TableHeading",
    name: "Table Heading",
    own: true,
    base: "TableText",
    paragraph: keepNext,
    run: bold,
  },
  {
    id: "TableEnd",
    name: "Table End",
    own: true,
    next: "Normal",
    paragraph: [w("spacing", { before: 0, after: 0, line: 160, lineRule: "exact" })],
  },
  {
    id: "SignatoriesHeading",
    name: "Signatories Heading",
    own: true,
    base: "Heading2",
    next: "Signatory",
    paragraph: [w("pBdr", {}, [w("top", { ...line, space: 9 })]), spacing(440, 140)],
    run: size(11),
  },
  {
    id: "Signatory",
    name: "Signatory",
    own: true,
    paragraph: [
      keepLines,
      w("spacing", { before: 0, after: 60, line: 240, lineRule: "auto" }),
      w("ind", { left: 200, hanging: 200 }),
    ],
    run: size(10),
  },
  {
    id: "FurtherSignatories",
    name: "Further Signatories",
    own: true,
    paragraph: [keepLines, spacing(100, 160)],
    run: italic,
  },
  {
    id: "Note",
    name: "Note",
    own: true,
    paragraph: [keepLines, spacing(100, 160)],
    run: size(9.5),
  },
  {
    id: "Footer",
    name: "footer",
    paragraph: [spacing(0, 0), w("jc", { val: "center" })],
    run: size(9),
  },
];

const characterLooks: readonly Look[] = [
  { id: "Strong", name: "Strong", run: bold },
  { id: "Emphasis", name: "Emphasis", run: italic },
  { id: "CodeText", name: "Code Text", own: true, run: [typewriter, w("noProof"), ...size(9.5)] },
];

/** How far a paragraph of that style stands from the edge at which its lines begin. */
export const indentOf = (style: string): number =>
  ["ListContinue", "Quote", "Code"].includes(style) ? step : 0;

/** Styles in which everything is bold: bold in bold is not bold, by the rules of Word (ECMA-376, 17.7.3). */
export const isBold = (style: string): boolean => /Heading/u.test(style);

const style = (type: "paragraph" | "character", look: Look): Xml =>
  w("style", { type, ...(look.own === true ? { customStyle: 1 } : {}), styleId: look.id }, [
    w("name", { val: look.name }),
    ...(type === "paragraph" ? [w("basedOn", { val: look.base ?? "Normal" })] : []),
    ...(look.next === undefined ? [] : [w("next", { val: look.next })]),
    w("qFormat"),
    ...wrapper("pPr", look.paragraph ?? []),
    ...wrapper("rPr", look.run ?? []),
  ]);

const defaults = (language: string, direction: Direction): Xml => {
  const written = new Intl.Locale(language);
  const eastern = ["zh", "ja", "ko"].includes(written.language);
  return w("docDefaults", {}, [
    w("rPrDefault", {}, [
      w("rPr", {}, [
        w("rFonts", { ascii: "Times New Roman", hAnsi: "Times New Roman" }),
        ...size(11),
        w("lang", {
          val: written.baseName,
          ...(eastern ? { eastAsia: written.baseName } : {}),
          ...(direction === "rtl" ? { bidi: written.baseName } : {}),
        }),
      ]),
    ]),
    w("pPrDefault"),
  ]);
};

const tableLooks: readonly Xml[] = [
  w("style", { type: "table", default: 1, styleId: "TableNormal" }, [
    w("name", { val: "Normal Table" }),
    w("tblPr", {}, [w("tblInd", { w: 0, type: "dxa" })]),
  ]),
  w("style", { type: "table", customStyle: 1, styleId: "LetterTable" }, [
    w("name", { val: "Letter Table" }),
    w("basedOn", { val: "TableNormal" }),
    w("qFormat"),
    w("tblPr", {}, [
      w("tblBorders", {}, [w("bottom", line), w("insideH", line)]),
      w("tblCellMar", {}, [w("left", { w: 0, type: "dxa" }), w("right", { w: 140, type: "dxa" })]),
    ]),
  ]),
];

/** `word/styles.xml`; the language is BCP 47. */
export const stylesPart = (language: string, direction: Direction): string =>
  wordPart("styles", [
    defaults(language, direction),
    w("style", { type: "paragraph", default: 1, styleId: "Normal" }, [
      w("name", { val: "Normal" }),
      w("qFormat"),
      w("pPr", {}, [
        w("widowControl"),
        ...(direction === "rtl" ? [w("bidi")] : []),
        w("spacing", { before: 0, after: 160, line: 276, lineRule: "auto" }),
      ]),
    ]),
    ...paragraphLooks.map((look) => style("paragraph", look)),
    ...characterLooks.map((look) => style("character", look)),
    ...tableLooks,
  ]);
