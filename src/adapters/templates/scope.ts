/**
 * What a path in a template leads to, from where it stands: which group of names is in reach,
 * how many `../` lead out of it, and which values that can be missing an `if` has vouched for.
 */
import type { Path } from "./ast.ts";
import type { Group, Readable, Shape } from "./context.ts";

/** One group in reach: the whole at first, then what an `each` or a `with` stepped into. */
interface Frame {
  readonly id: string;
  readonly group: Group;
}

export interface Scope {
  /** The innermost comes last; never empty. */
  readonly frames: readonly Frame[];
  /** Whether an `each` is around, so that `@index` means something. */
  readonly inEach: boolean;
  /** The keys of what is known not to be missing. */
  readonly present: ReadonlySet<string>;
}

export interface Found {
  readonly shape: Shape;
  /** Names the value itself, wherever the path to it begins. */
  readonly key: string;
  /** The keys of everything on the way that can be missing, the value included. */
  readonly doubtful: readonly string[];
  /** The variable or other name of the first level that is read, unless it is a part of an item. */
  readonly root?: string;
}

export type Resolved = { readonly found: Found } | { readonly what: string };

const rootId = "";

export const outermost = (group: Group): Scope => ({
  frames: [{ id: rootId, group }],
  inEach: false,
  present: new Set(),
});

/** The same place, with these values known to be there. */
export const knowing = (scope: Scope, keys: readonly string[]): Scope => ({
  ...scope,
  present: new Set([...scope.present, ...keys]),
});

/** One level further in. `id` tells this item from others of its list. */
export const steppedInto = (
  scope: Scope,
  group: Group,
  id: string,
  inEach = scope.inEach,
): Scope => ({
  ...scope,
  inEach,
  frames: [...scope.frames, { id, group }],
});

/** For a partial: no `../` leads from it to the template around it. */
export const cutOff = (scope: Scope): Scope => ({ ...scope, frames: scope.frames.slice(-1) });

const dataShapes: ReadonlyMap<string, Shape> = new Map([
  ["index", { kind: "number" }],
  ["first", { kind: "flag" }],
  ["last", { kind: "flag" }],
] as const);

const resolveData = (path: Path, scope: Scope): Resolved => {
  const [name = "", ...more] = path.parts;
  const shape = path.depth === 0 && more.length === 0 ? dataShapes.get(name) : undefined;
  if (shape === undefined) return { what: `reads ${path.original}, which no template may read` };
  if (!scope.inEach) return { what: `reads ${path.original} outside of an each` };
  return { found: { shape, key: path.original, doubtful: [] } };
};

const walkDown = (parts: readonly string[], frame: Frame): Found | undefined => {
  let at: Readable = { shape: frame.group, optional: false };
  let key = frame.id;
  const doubtful: string[] = [];
  for (const part of parts) {
    const next: Readable | undefined =
      at.shape.kind === "group" ? at.shape.members.get(part) : undefined;
    if (next === undefined) return undefined;
    at = next;
    key += `/${part}`;
    if (at.optional) doubtful.push(key);
  }
  const [first] = parts;
  const root = frame.id === rootId && first !== undefined ? { root: first } : {};
  return { shape: at.shape, key, doubtful, ...root };
};

const unknownPath = (path: Path, scope: Scope, frame: Frame): string => {
  const inner = scope.frames.length > 1 && path.depth === 0;
  const [outer] = scope.frames;
  if (inner && outer !== undefined && walkDown(path.parts, outer) !== undefined) {
    const up = "../".repeat(scope.frames.length - 1);
    return `reads ${path.original}, which is not in reach inside this block; write ${up}${path.parts.join(".")}`;
  }
  const ownName =
    frame.id === rootId &&
    path.parts.length === 1 &&
    !/^(?:__proto__|constructor|prototype)$/u.test(path.parts[0] ?? "");
  return ownName
    ? `reads ${path.original}, which it does not declare`
    : `reads ${path.original}, which no template may read`;
};

/** What the path leads to, or why it may not be there, as the end of "the template ...". */
export const resolve = (path: Path, scope: Scope): Resolved => {
  if (path.data) return resolveData(path, scope);
  const frame = scope.frames[scope.frames.length - 1 - path.depth];
  if (frame === undefined)
    return { what: `reads ${path.original}, which leads out of what it was given` };
  const found = walkDown(path.parts, frame);
  return found === undefined ? { what: unknownPath(path, scope, frame) } : { found };
};

/** Whether the value may still be missing here. */
export const mayBeMissing = (found: Found, scope: Scope): boolean =>
  found.doubtful.some((key) => !scope.present.has(key));
