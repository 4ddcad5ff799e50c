/**
 * The walk over a template's syntax tree that decides whether it may be rendered at all, before
 * handlebars compiles anything. All faults are found at once. It follows partials, so what it
 * accepts is what will run: no raw output, no partial chosen by data, no call but ours, no path but
 * the known ones, nothing printed that may be missing, no value where Markdown's escape is void.
 */
import type { Place } from "../../domain/letters/ports.ts";
import type { Block, Partial, Program, Statement } from "./ast.ts";
import { parseTemplate } from "./ast.ts";
import { blockHelpers, checkCondition, checkMustache, checkStep, helperNamed } from "./calls.ts";
import type { Group } from "./context.ts";
import { checkProse } from "./prose.ts";
import { cutOff, knowing, outermost, steppedInto } from "./scope.ts";
import type { Fault, Here, TemplateBody, Walk } from "./walk.ts";
import { blame, exhausted, placeIn } from "./walk.ts";

export interface Checked {
  /** In the order of their places. */
  readonly faults: readonly Fault[];
  /** Where each name of the first level is read first. */
  readonly firstUses: ReadonlyMap<string, Place>;
  /** The text of every partial that is brought in. */
  readonly partials: ReadonlyMap<string, string>;
  /** Whether its partials multiply beyond what any letter needs; then the rest says nothing. */
  readonly endless: boolean;
}

const mostTags = 5000;
const mostCharacters = 1024 * 1024;

const refused = {
  Decorator: "uses a decorator",
  DecoratorBlock: "defines a partial or a decorator of its own",
  PartialBlockStatement: "brings in a partial with a block",
} as const;

const walkProgram = (walk: Walk, here: Here, program: Program | undefined): void => {
  for (const statement of program?.body ?? []) {
    if (exhausted(walk)) return;
    walk.tags -= 1;
    walkStatement(walk, here, statement);
  }
};

const walkInside = (walk: Walk, here: Here, node: Block): void => {
  switch (helperNamed(node.path)) {
    case "if": {
      const keys = checkCondition(walk, here, node);
      walkProgram(walk, { ...here, scope: knowing(here.scope, keys) }, node.program);
      return walkProgram(walk, here, node.inverse);
    }
    case "unless": {
      const keys = checkCondition(walk, here, node);
      walkProgram(walk, here, node.program);
      return walkProgram(walk, { ...here, scope: knowing(here.scope, keys) }, node.inverse);
    }
    case "each": {
      const found = checkStep(walk, here, node, "list");
      if (found?.shape.kind !== "list") return undefined;
      const item = `${found.key}[${walk.tags}]`;
      walkProgram(
        walk,
        { ...here, scope: steppedInto(here.scope, found.shape.of, item, true) },
        node.program,
      );
      return walkProgram(walk, here, node.inverse);
    }
    default: {
      const found = checkStep(walk, here, node, "group");
      if (found?.shape.kind !== "group") return undefined;
      const inner = knowing(steppedInto(here.scope, found.shape, found.key), found.doubtful);
      walkProgram(walk, { ...here, scope: inner }, node.program);
      return walkProgram(walk, here, node.inverse);
    }
  }
};

const walkBlock = (walk: Walk, here: Here, node: Block): void => {
  const name = node.path.type === "PathExpression" ? node.path.original : "a literal";
  // Only a raw block ({{{{if}}}}) comes without the flags of its tags.
  if (node.openStrip.open === undefined) return blame(walk, here, node, "holds a raw block");
  if (node.hash !== undefined) return blame(walk, here, node.hash, "gives an argument by name");
  const named = [node.program, node.inverse].some((inner) => (inner?.blockParams?.length ?? 0) > 0);
  if (named) return blame(walk, here, node, "names the items of a block");
  const helper = helperNamed(node.path);
  if (blockHelpers.some((known) => known === helper))
    return walkInside(walk, { ...here, top: false }, node);
  const what =
    helper !== undefined || node.params.length > 0
      ? `opens a block with ${name}, which no template may`
      : `opens a block on ${name} itself; write {{#if ${name}}}, {{#each ${name}}} or {{#with ${name}}}`;
  return blame(walk, here, node, what);
};

const treeOf = (walk: Walk, name: string, text: string) => {
  const known = walk.trees.get(name);
  if (known !== undefined) return known;
  const parsed = parseTemplate(text);
  const tree = parsed.ok ? parsed.value : parsed.failure;
  walk.trees.set(name, tree);
  return tree;
};

const walkPartial = (walk: Walk, here: Here, node: Partial): void => {
  const { name: tag } = node;
  const literal = tag.type === "StringLiteral" ? String(tag.value) : undefined;
  const name =
    tag.type === "PathExpression" && !tag.data && tag.depth === 0 ? tag.original : literal;
  if (name === undefined) return blame(walk, here, node, "picks a partial by a value");
  if (node.hash !== undefined || node.params.length > 0) {
    return blame(walk, here, node, `gives the partial ${name} something to read`);
  }
  const before = here.via?.partials ?? [];
  if (before.includes(name))
    return blame(walk, here, node, `brings the partial ${name} into itself`);
  const text = walk.partialText(name);
  if (text === undefined)
    return blame(walk, here, node, `brings in the partial ${name}, which there is not`);
  const tree = treeOf(walk, name, text);
  if ("what" in tree) {
    const { line, column } = tree.place;
    return blame(
      walk,
      here,
      node,
      `brings in the partial ${name}, which ${tree.what} (line ${line}, column ${column})`,
    );
  }
  walk.partials.set(name, text);
  const via = { place: placeIn(walk, here, node), partials: [...before, name] };
  return walkProgram(walk, { scope: cutOff(here.scope), top: false, via }, tree);
};

const walkStatement = (walk: Walk, here: Here, statement: Statement): void => {
  switch (statement.type) {
    case "CommentStatement":
      return undefined;
    case "ContentStatement":
      walk.characters -= statement.value.length;
      walk.prose.push({
        text: statement.value,
        // White space that the syntax ate stood at the ends of the original.
        lead: statement.original.slice(0, Math.max(0, statement.original.indexOf(statement.value))),
        place: placeIn(walk, here, statement),
        fixed: here.via !== undefined,
      });
      return undefined;
    case "MustacheStatement":
      return checkMustache(walk, here, statement);
    case "BlockStatement":
      return walkBlock(walk, here, statement);
    case "PartialStatement":
      return walkPartial(walk, here, statement);
    default:
      return blame(walk, here, statement, refused[statement.type]);
  }
};

/** Walks a template that could be read; `readable` is what it may read. */
export const checkTemplate = (
  body: TemplateBody,
  tree: Program,
  readable: Group,
  partialText: (name: string) => string | undefined,
): Checked => {
  const walk: Walk = {
    body,
    partialText,
    faults: [],
    firstUses: new Map(),
    partials: new Map(),
    trees: new Map(),
    prose: [],
    outside: new Set(),
    tags: mostTags,
    characters: mostCharacters,
  };
  walkProgram(walk, { scope: outermost(readable), top: true }, tree);
  const faults = [...walk.faults, ...checkProse(walk.prose)];
  return {
    faults: faults.toSorted((a, b) => a.line - b.line || a.column - b.column),
    firstUses: walk.firstUses,
    partials: walk.partials,
    endless: exhausted(walk),
  };
};
