/**
 * What one walk over a template keeps: the faults found so far, what is read and where first, the
 * prose in between, and how much further it may go. A place is always one in the template's own
 * file: for something inside a partial, the place of the tag that brings the partial in.
 */
import type { OutsideBlock } from "../../domain/letters/outside.ts";
import type { Place } from "../../domain/letters/ports.ts";
import type { Malformed, Program } from "./ast.ts";
import { placeOf } from "./ast.ts";
import type { ProsePart } from "./prose.ts";
import type { Found, Scope } from "./scope.ts";

export interface Fault extends Place {
  readonly what: string;
}

/** The part of a template file that is a template, and the line of the file on which it begins. */
export interface TemplateBody {
  readonly text: string;
  readonly firstLine: number;
}

export interface Walk {
  readonly body: TemplateBody;
  /** The text of a partial, or nothing when there is none of that name. */
  readonly partialText: (name: string) => string | undefined;
  readonly faults: Fault[];
  /** By name of the first level. */
  readonly firstUses: Map<string, Place>;
  /** The partials brought in, by name. */
  readonly partials: Map<string, string>;
  readonly trees: Map<string, Program | Malformed>;
  readonly prose: ProsePart[];
  readonly outside: Set<OutsideBlock>;
  /** Tags and pieces of text still allowed; partials in partials can make many out of few. */
  tags: number;
  /** Characters of prose still allowed. */
  characters: number;
}

/** Where the walk stands. */
export interface Here {
  readonly scope: Scope;
  /** Whether this is the template's own first level: in no block and no partial. */
  readonly top: boolean;
  /** The partials being walked through, and where the template brings in the first of them. */
  readonly via?: { readonly place: Place; readonly partials: readonly string[] };
}

type Located = Parameters<typeof placeOf>[0];

/** The place of a node in the template's file. */
export const placeIn = (walk: Walk, here: Here, node: Located): Place => {
  if (here.via !== undefined) return here.via.place;
  const { line, column } = placeOf(node);
  return { line: line + walk.body.firstLine - 1, column };
};

/** Keeps a fault; `what` goes on from "the template ...". */
export const blame = (walk: Walk, here: Here, node: Located, what: string): void => {
  const partial = here.via?.partials.at(-1);
  const { line, column } = placeOf(node);
  const inside =
    partial === undefined ? "" : ` (in the partial ${partial}, line ${line}, column ${column})`;
  walk.faults.push({ ...placeIn(walk, here, node), what: `${what}${inside}` });
};

/** Remembers that a name of the first level is read here. */
export const noteUse = (walk: Walk, here: Here, node: Located, found: Found): void => {
  if (found.root === undefined || walk.firstUses.has(found.root)) return;
  walk.firstUses.set(found.root, placeIn(walk, here, node));
};

export const exhausted = (walk: Walk): boolean => walk.tags < 0 || walk.characters < 0;
