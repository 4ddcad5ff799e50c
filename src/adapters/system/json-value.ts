/**
 * From momoa's syntax tree to plain values. momoa keeps what JSON.parse throws away: members that
 * stand twice, and where everything stands. Loaded at the first use: most commands read no JSON.
 */
import { createRequire } from "node:module";

import type { parse as Parse, ValueNode } from "@humanwhocodes/momoa";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { twice, unexpectedAt } from "./json-snag.ts";
import type { Snag } from "./json-snag.ts";

const requireModule = createRequire(import.meta.url);
const momoaParse: typeof Parse = (text, options) => {
  // The port is synchronous, so not by `await import`. Node keeps the module after the first call.
  const momoa = requireModule("@humanwhocodes/momoa") as { readonly parse: typeof Parse };
  return momoa.parse(text, options);
};

/** In UTF-16 code units. The tree takes some 200 bytes for each of them at worst (measured). */
const longestValue = 1024 * 1024;

/** Of one file, small ones and those inside others included: some 35,000 people. At worst 200 MB. */
const mostValues = 1_000_000;

/** Reads values of one file, which together may not be more than can be kept. */
export type ReadValue = (text: string, start: number, end: number) => Result<unknown, Snag>;

type Built = Result<unknown, Snag>;

const syntaxTree = (text: string): Result<ValueNode, Snag> => {
  try {
    return ok(momoaParse(text, { mode: "json" }).body);
  } catch (error) {
    if (!(error instanceof Error && "offset" in error && typeof error.offset === "number"))
      throw error;
    return fail({ offset: error.offset, what: unexpectedAt(text, error.offset) });
  }
};

/**
 * What the parser stumbles over between `start` and `end`, if it does so before the end: a brace
 * that was forgotten on line 3 shows there, and not where the last bracket of the file is missing.
 */
export const stumble = (text: string, start: number, end: number): Snag | undefined => {
  if (end - start > longestValue) return undefined;
  // A character that no JSON has, so that running out of text is told from everything else.
  const tree = syntaxTree(`${text.slice(start, end)}\0`);
  if (tree.ok || tree.failure.offset >= end - start) return undefined;
  return { ...tree.failure, offset: start + tree.failure.offset };
};

/**
 * Reads one value after the other, until they hold more than `most` values with all that is inside
 * them. The nesting of each must have been checked before (`nextBoundary`).
 */
export const createReadValue = (most: number = mostValues): ReadValue => {
  let left = most;

  const objectOf = (node: ValueNode & { type: "Object" }): Built => {
    // No prototype: "constructor" or "toString" in the data is data, and nothing else answers to it.
    const object = Object.create(null) as Record<string, unknown>;
    for (const member of node.members) {
      const name = member.name.type === "String" ? member.name.value : member.name.name;
      const { offset } = member.name.loc.start;
      if (name === "__proto__")
        return fail({ offset, what: 'a member may not be called "__proto__"' });
      if (name in object) return fail({ offset, what: twice(name) });
      const value = build(member.value);
      if (!value.ok) return value;
      object[name] = value.value;
    }
    return ok(object);
  };

  const arrayOf = (node: ValueNode & { type: "Array" }): Built => {
    const array: unknown[] = [];
    for (const element of node.elements) {
      const value = build(element.value);
      if (!value.ok) return value;
      array.push(value.value);
    }
    return ok(array);
  };

  const build = (node: ValueNode): Built => {
    left -= 1;
    const { offset } = node.loc.start;
    if (left < 0)
      return fail({ offset, what: "there are too many values (split it into several files)" });
    switch (node.type) {
      case "Object":
        return objectOf(node);
      case "Array":
        return arrayOf(node);
      case "Number":
        return Number.isFinite(node.value)
          ? ok(node.value)
          : fail({ offset, what: "a number is too large" });
      case "String":
      case "Boolean":
        return ok(node.value);
      case "Null":
        return ok(null);
      default:
        throw new Error(`JSON has no ${node.type}`);
    }
  };

  return (text, start, end) => {
    const at = ({ offset, what }: Snag): { ok: false; failure: Snag } =>
      fail({ offset: start + offset, what });
    if (end - start > longestValue) {
      return at({ offset: 0, what: "one value is longer than a million characters" });
    }
    const tree = syntaxTree(text.slice(start, end));
    if (!tree.ok) return at(tree.failure);
    const value = build(tree.value);
    return value.ok ? value : at(value.failure);
  };
};
