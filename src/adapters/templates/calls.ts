/**
 * The rules for what a tag may call and read. The helpers named here are all there are; each takes
 * its arguments by position, and an argument is a path or, where said so, a literal.
 */
import { outsideBlocks } from "../../domain/letters/outside.ts";
import type { Block, Expression, Mustache, Path } from "./ast.ts";
import type { Found } from "./scope.ts";
import { mayBeMissing, resolve } from "./scope.ts";
import type { Here, Walk } from "./walk.ts";
import { blame, noteUse, placeIn } from "./walk.ts";

export const blockHelpers = ["if", "unless", "each", "with"] as const;
const printHelpers = ["day", "list", "outside"] as const;
/** All names that mean a call, `eq` between parentheses included. */
export const helperNames: readonly string[] = [...blockHelpers, ...printHelpers, "eq"];

/** The helper that the path names, by handlebars' own rule of when it does. */
export const helperNamed = (path: Expression): string | undefined => {
  if (path.type !== "PathExpression" || path.data || path.depth > 0 || path.parts.length !== 1)
    return undefined;
  if (/^\.|this\b/u.test(path.original)) return undefined;
  return helperNames.find((name) => name === path.parts[0]);
};

/** What the path leads to; when it leads nowhere, the fault is kept. */
const read = (walk: Walk, here: Here, path: Path): Found | undefined => {
  const helper = helperNamed(path);
  if (helper !== undefined) {
    blame(walk, here, path, `reads ${helper}, which is something to call`);
    return undefined;
  }
  const resolved = resolve(path, here.scope);
  if ("what" in resolved) {
    blame(walk, here, path, resolved.what);
    return undefined;
  }
  noteUse(walk, here, path, resolved.found);
  return resolved.found;
};

const nameOf = (path: Path): string => path.original;

const refuseMissing = (walk: Walk, here: Here, path: Path, found: Found): void => {
  if (!mayBeMissing(found, here.scope)) return;
  blame(
    walk,
    here,
    path,
    `prints ${nameOf(path)}, which may be missing; put it inside {{#if ${nameOf(path)}}}`,
  );
};

const checkPrinted = (walk: Walk, here: Here, path: Path): void => {
  const found = read(walk, here, path);
  if (found === undefined) return;
  const { kind } = found.shape;
  if (kind === "day") {
    blame(
      walk,
      here,
      path,
      `prints the day ${nameOf(path)} as it is stored; write {{day ${nameOf(path)}}}`,
    );
  } else if (kind === "text" || kind === "number") {
    refuseMissing(walk, here, path, found);
  } else {
    blame(walk, here, path, `prints ${nameOf(path)}, which is not a text`);
  }
};

const checkDay = (walk: Walk, here: Here, node: Mustache): void => {
  const [path, ...more] = node.params;
  if (path?.type !== "PathExpression" || more.length > 0) {
    return blame(walk, here, node, "calls day with something other than the name of one day");
  }
  const found = read(walk, here, path);
  if (found === undefined) return undefined;
  return found.shape.kind === "day"
    ? refuseMissing(walk, here, path, found)
    : blame(walk, here, path, `calls day with ${nameOf(path)}, which is not a day`);
};

const checkList = (walk: Walk, here: Here, node: Mustache): void => {
  const [path, member, ...more] = node.params;
  if (path?.type !== "PathExpression" || member?.type !== "StringLiteral" || more.length > 0) {
    return blame(
      walk,
      here,
      node,
      'calls list with something other than a list and a name in quotes: {{list demands "title"}}',
    );
  }
  const found = read(walk, here, path);
  if (found === undefined) return undefined;
  const { shape } = found;
  if (shape.kind !== "list")
    return blame(walk, here, path, `calls list with ${nameOf(path)}, which is not a list`);
  return shape.of.members.get(String(member.value))?.shape.kind === "text"
    ? undefined
    : blame(
        walk,
        here,
        member,
        `calls list for ${String(member.value)}, which is not a text of each of ${nameOf(path)}`,
      );
};

const checkOutside = (walk: Walk, here: Here, node: Mustache): void => {
  const [name, ...more] = node.params;
  const block = outsideBlocks.find(
    (known) => name?.type === "StringLiteral" && known === name.value,
  );
  if (block === undefined || more.length > 0) {
    return blame(
      walk,
      here,
      node,
      `calls outside with something other than one of "${outsideBlocks.join('", "')}", in quotes`,
    );
  }
  if (!here.top)
    return blame(walk, here, node, `puts the block ${block} inside another block or a partial`);
  if (walk.outside.has(block))
    return blame(walk, here, node, `puts the block ${block} a second time`);
  walk.outside.add(block);
  const line = walk.body.text.split("\n")[node.loc.start.line - 1] ?? "";
  // What shares a line with the block would look like a part of it.
  return /^\{\{[^{}]*\}\}$/u.test(line.trim())
    ? undefined
    : blame(walk, here, node, `puts the block ${block} on a line with something else`);
};

const printChecks: ReadonlyMap<string, typeof checkDay> = new Map([
  ["day", checkDay],
  ["list", checkList],
  ["outside", checkOutside],
]);

/** A tag that prints something. */
export const checkMustache = (walk: Walk, here: Here, node: Mustache): void => {
  if (!node.escaped) return blame(walk, here, node, "prints a value without escaping it");
  if (node.hash !== undefined) return blame(walk, here, node.hash, "gives an argument by name");
  const { path } = node;
  if (path.type !== "PathExpression")
    return blame(walk, here, node, "prints a literal instead of a value");
  const helper = helperNamed(path);
  const check = printChecks.get(helper ?? "");
  if (check === undefined && helper !== undefined) {
    return blame(walk, here, node, `calls ${helper} in a place where it prints nothing`);
  }
  if (check === undefined && node.params.length > 0) {
    return blame(walk, here, node, `calls ${path.original}, which no template may`);
  }
  if (helper !== "outside") walk.prose.push({ value: placeIn(walk, here, node) });
  return check === undefined ? checkPrinted(walk, here, path) : check(walk, here, node);
};

/** What a comparison says about what is there: a value that equals a text in quotes is not missing. */
const checkEqual = (
  walk: Walk,
  here: Here,
  params: readonly Expression[],
  node: Expression,
): readonly string[] => {
  const comparable = params.every(({ type }) =>
    ["PathExpression", "StringLiteral", "NumberLiteral"].includes(type),
  );
  if (params.length !== 2 || !comparable) {
    blame(walk, here, node, "calls eq with something other than two values");
    return [];
  }
  const literal = params.some(
    (param) => param.type !== "PathExpression" && "value" in param && param.value !== "",
  );
  const keys = params.flatMap((param) => {
    if (param.type !== "PathExpression") return [];
    const found = read(walk, here, param);
    if (found?.shape.kind === "group" || found?.shape.kind === "list") {
      blame(walk, here, param, `compares ${nameOf(param)}, which is not a single value`);
    }
    return found?.doubtful ?? [];
  });
  return literal ? keys : [];
};

/** The condition of an `if` or `unless`: the keys of what is there when it holds. */
export const checkCondition = (walk: Walk, here: Here, node: Block): readonly string[] => {
  const [condition, ...more] = node.params;
  if (condition === undefined || more.length > 0) {
    blame(walk, here, node, "has an if or unless without exactly one condition");
    return [];
  }
  if (condition.type === "PathExpression") return read(walk, here, condition)?.doubtful ?? [];
  if (condition.type !== "SubExpression") {
    blame(walk, here, condition, "has a literal for a condition");
    return [];
  }
  if (condition.hash !== undefined) {
    blame(walk, here, condition.hash, "gives an argument by name");
    return [];
  }
  if (helperNamed(condition.path) === "eq")
    return checkEqual(walk, here, condition.params, condition);
  const name = condition.path.type === "PathExpression" ? condition.path.original : "a literal";
  blame(walk, here, condition, `calls ${name} in a condition, where only eq may stand`);
  return [];
};

/** The one path that an `each` or a `with` steps into. */
export const checkStep = (
  walk: Walk,
  here: Here,
  node: Block,
  kind: "list" | "group",
): Found | undefined => {
  const [path, ...more] = node.params;
  if (path?.type !== "PathExpression" || more.length > 0) {
    blame(walk, here, node, "has an each or with without exactly one name");
    return undefined;
  }
  const found = read(walk, here, path);
  if (found === undefined || found.shape.kind === kind) return found;
  blame(walk, here, path, `steps into ${nameOf(path)}, which is not a ${kind}`);
  return undefined;
};
