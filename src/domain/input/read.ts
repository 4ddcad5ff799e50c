/** Collects the faults of one value while it is read, so that a file's faults are all named at once. */
import { parseDay } from "../day.ts";
import type { Day } from "../day.ts";
import { cleanLine, cleanLines, cleanPassage } from "../text/clean.ts";
import type { InputFault, ValueFault } from "./fault.ts";

export interface Reader {
  readonly faults: InputFault[];
  /** Notes a fault and gives nothing. */
  readonly refuse: (path: string, fault: ValueFault) => undefined;
  readonly line: (path: string, text: string) => string | undefined;
  readonly passage: (path: string, text: string) => string | undefined;
  readonly lines: (path: string, text: string) => string | undefined;
  /** A key of lower-case letters, digits and inner hyphens. */
  readonly key: <K extends string>(path: string, text: string, longest: number) => K | undefined;
  readonly day: (path: string, text: string) => Day | undefined;
}

/** Whether the text is a key of ours: `[a-z0-9]` with hyphens inside, up to `longest` characters. */
export const isKey = (text: string, longest: number): boolean =>
  text.length <= longest && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);

/** A reader for the value that begins on `line` of its source. */
export const createReader = (line?: number): Reader => {
  const faults: InputFault[] = [];
  const refuse = (path: string, fault: ValueFault): undefined => {
    faults.push({ ...(line === undefined ? {} : { line }), path, fault });
  };
  return {
    faults,
    refuse,
    line: (path, text) => {
      const cleaned = cleanLine(text);
      return cleaned.ok ? cleaned.value : refuse(path, cleaned.failure);
    },
    passage: (path, text) => {
      const cleaned = cleanPassage(text);
      return cleaned.ok ? cleaned.value : refuse(path, cleaned.failure);
    },
    lines: (path, text) => {
      const cleaned = cleanLines(text);
      return cleaned.ok ? cleaned.value : refuse(path, cleaned.failure);
    },
    key: <K extends string>(path: string, text: string, longest: number): K | undefined =>
      isKey(text, longest) ? (text as K) : refuse(path, { type: "key-malformed" }),
    day: (path, text) => parseDay(text) ?? refuse(path, { type: "day-malformed" }),
  };
};
