/**
 * Numbers, bullets and boxes before the items of a list. Each list with numbers counts by itself,
 * from its own first number; all lists of one other kind share one.
 */
import { step } from "./styles.ts";
import { w, wordPart } from "./xml.ts";
import type { Xml } from "./xml.ts";

export type Marker = "number" | "bullet" | "box" | "ticked";

/** Word knows nine levels, 0 to 8. */
export const deepestLevel = 8;

/** Word counts no further. */
export const highestNumber = 32_767;

const boxFont = w("rFonts", {
  ascii: "Segoe UI Symbol",
  hAnsi: "Segoe UI Symbol",
  eastAsia: "Segoe UI Symbol",
  cs: "Segoe UI Symbol",
});

interface Scheme {
  readonly format: "decimal" | "bullet";
  readonly text: (level: number) => string;
  readonly run: readonly Xml[];
}

const schemes: Readonly<Record<Marker, Scheme>> = {
  number: { format: "decimal", text: (level) => `%${level + 1}.`, run: [] },
  bullet: { format: "bullet", text: (level) => (level % 2 === 0 ? "•" : "–"), run: [] },
  box: { format: "bullet", text: () => "☐", run: [boxFont] },
  ticked: { format: "bullet", text: () => "☑", run: [boxFont] },
};

const markers: readonly Marker[] = ["number", "bullet", "box", "ticked"];

const levels = Array.from({ length: deepestLevel + 1 }, (_, level) => level);

const abstractNumber = (marker: Marker): Xml => {
  const { format, text, run } = schemes[marker];
  return w("abstractNum", { abstractNumId: markers.indexOf(marker) }, [
    w("multiLevelType", { val: "multilevel" }),
    ...levels.map((level) =>
      w("lvl", { ilvl: level }, [
        w("start", { val: 1 }),
        w("numFmt", { val: format }),
        w("lvlText", { val: text(level) }),
        w("lvlJc", { val: "left" }),
        w("pPr", {}, [w("ind", { left: (level + 1) * step, hanging: step })]),
        ...(run.length === 0 ? [] : [w("rPr", {}, run)]),
      ]),
    ),
  ]);
};

const number = (id: number, marker: Marker, start?: { level: number; at: number }): Xml =>
  w("num", { numId: id }, [
    w("abstractNumId", { val: markers.indexOf(marker) }),
    ...(start === undefined
      ? []
      : [w("lvlOverride", { ilvl: start.level }, [w("startOverride", { val: start.at })])]),
  ]);

export interface Numbering {
  /** What the items of that list name as theirs. */
  readonly unnumbered: (marker: Exclude<Marker, "number">) => number;
  /** Another at each call: a list that begins to count at that number. */
  readonly numbered: (level: number, at: number) => number;
  /** `word/numbering.xml`, with every list that was asked for so far. */
  readonly part: () => string;
}

export const createNumbering = (): Numbering => {
  // The numbers of the lists without numbers are their places among the markers.
  const lists = markers.slice(1).map((marker, index) => number(index + 1, marker));
  return {
    unnumbered: (marker) => markers.indexOf(marker),
    numbered: (level, at) => {
      const id = lists.length + 1;
      lists.push(number(id, "number", { level, at }));
      return id;
    },
    part: () => wordPart("numbering", [...markers.map(abstractNumber), ...lists]),
  };
};
