/**
 * JSON of a template file, checked against a shape, with the place of what is wrong: whoever
 * rewrites a template by hand looks for a line, not for a path.
 */
import { createRequire } from "node:module";

import type {
  AnyNode,
  DocumentNode,
  evaluate as Evaluate,
  parse as Parse,
} from "@humanwhocodes/momoa";
import * as v from "valibot";

import type { Place } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";

export interface JsonFault {
  readonly place: Place;
  readonly what: string;
}

export interface JsonText<T> {
  readonly value: T;
  /** The place of a member or item, or of the nearest thing around it. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

interface Momoa {
  readonly evaluate: typeof Evaluate;
  readonly parse: typeof Parse;
}

const requireModule = createRequire(import.meta.url);
/** Loaded where places are wanted: the port is synchronous, and every letter reads a template. */
const momoa = (): Momoa => requireModule("@humanwhocodes/momoa") as Momoa;

const childOf = (node: AnyNode, step: string | number): AnyNode | undefined => {
  if (node.type === "Array" && typeof step === "number") return node.elements[step]?.value;
  if (node.type !== "Object") return undefined;
  return node.members.find(({ name }) => (name.type === "String" ? name.value : name.name) === step)
    ?.value;
};

const findPlace = (document: DocumentNode, path: readonly (string | number)[]): Place => {
  let node: AnyNode = document.body;
  for (const step of path) {
    const child = childOf(node, step);
    if (child === undefined) break;
    node = child;
  }
  return { line: node.loc.start.line, column: node.loc.start.column };
};

/** Deeper than any head or demand; the walk over what was read goes no further. */
const deepest = 20;

/** What a member may not be called: every object has it already, and nothing would tell the two apart. */
const builtIn = (name: string): boolean => name in Object.prototype;

type Slip = { readonly node: AnyNode; readonly what: string };

/** The first member that stands twice or bears a name of JavaScript's own, or nesting without end. */
const slipIn = (node: AnyNode, left: number): Slip | undefined => {
  if (left === 0) return { node, what: "is nested too deep" };
  if (node.type === "Array") {
    for (const { value } of node.elements) {
      const slip = slipIn(value, left - 1);
      if (slip !== undefined) return slip;
    }
  }
  if (node.type !== "Object") return undefined;
  const names = new Set<string>();
  for (const { name, value } of node.members) {
    const text = name.type === "String" ? name.value : name.name;
    if (builtIn(text))
      return { node: name, what: "has a member with a name that means something else" };
    if (names.has(text)) return { node: name, what: "has a member twice" };
    names.add(text);
    const slip = slipIn(value, left - 1);
    if (slip !== undefined) return slip;
  }
  return undefined;
};

/** A member by its path, unless it has a name that is none of ours and may hold anything. */
const pathText = (path: readonly (string | number)[]): string =>
  path.length === 0
    ? "the whole"
    : path.map((step) => (/^\w{1,40}$/u.test(String(step)) ? step : "(a name)")).join(".");

/** What valibot says without the value that it says it of. */
const withoutValue = (message: string): string => message.replace(/ but received[^]*$/u, "");

const parseDocument = (text: string): Result<DocumentNode, JsonFault> => {
  try {
    return ok(momoa().parse(text));
  } catch (error) {
    // The parser throws for every text that is no JSON, and when it is nested past the stack.
    const { line, column } = error as { readonly line?: number; readonly column?: number };
    return fail({
      place: { line: line ?? 1, column: column ?? 1 },
      what: "is not JSON from here on",
    });
  }
};

const hasSlip = (value: unknown, left: number): boolean =>
  left === 0 ||
  (typeof value === "object" &&
    value !== null &&
    Object.entries(value).some(([name, one]) => builtIn(name) || hasSlip(one, left - 1)));

/**
 * The value of a text that is written as `JSON.stringify` writes it with two spaces, as the package's files are: no
 * member can stand twice in it. Nothing for any other text, whatever is wrong with it.
 */
const plainlyWritten = (text: string): { readonly value: unknown } | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    const same = JSON.stringify(value, null, 2) === text.trimEnd();
    return same && !hasSlip(value, deepest) ? { value } : undefined;
  } catch {
    // No JSON, or nested past the stack: whoever looks for places says where.
    return undefined;
  }
};

const documentOf = (text: string): Result<DocumentNode, JsonFault> => {
  const document = parseDocument(text);
  if (!document.ok) return document;
  const slip = slipIn(document.value.body, deepest);
  if (slip === undefined) return document;
  const { line, column } = slip.node.loc.start;
  return fail({ place: { line, column }, what: slip.what });
};

/** The value, or the first thing wrong with it; places are 1-based within the text. */
export const readJson = <Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
): Result<JsonText<v.InferOutput<Schema>>, JsonFault> => {
  const plain = plainlyWritten(text);
  const document = plain === undefined ? documentOf(text) : undefined;
  if (document?.ok === false) return document;
  const placeOf = (path: readonly (string | number)[]): Place => {
    const read = document ?? documentOf(text);
    // Sound: a text without a value was refused above.
    return read.ok ? findPlace(read.value, path) : read.failure.place;
  };
  const value = document === undefined ? plain?.value : momoa().evaluate(document.value);
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok({ value: parsed.output, placeOf });
  const [issue] = parsed.issues;
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  return fail({
    place: placeOf(path),
    what: `has ${pathText(path)} in another form than is expected: ${withoutValue(issue.message)}`,
  });
};
