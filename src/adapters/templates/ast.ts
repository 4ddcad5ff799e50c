/**
 * Reads a template's text into handlebars' syntax tree. The tree is for our own walk only and
 * never goes back into the library, which is given the text.
 */
import type { Place } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { library } from "./library.ts";

// The package's types say less than the parser gives (a block without a body, a literal as a name),
// so what the walk reads is written down here.
interface Node {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
}

export interface Path extends Node {
  readonly type: "PathExpression";
  /** Whether it begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}

export interface Literal extends Node {
  readonly type:
    | "StringLiteral"
    | "NumberLiteral"
    | "BooleanLiteral"
    | "UndefinedLiteral"
    | "NullLiteral";
  readonly value?: string | number | boolean;
}

interface Call extends Node {
  readonly path: Path | Literal;
  readonly params: readonly Expression[];
  readonly hash?: Node;
}

export interface SubExpression extends Call {
  readonly type: "SubExpression";
}

export type Expression = Path | Literal | SubExpression;

export interface Mustache extends Call {
  readonly type: "MustacheStatement";
  readonly escaped: boolean;
}

export interface Block extends Call {
  readonly type: "BlockStatement";
  readonly program?: Program;
  readonly inverse?: Program;
  readonly openStrip: { readonly open?: boolean };
}

export interface Partial extends Node {
  readonly type: "PartialStatement";
  readonly name: Path | Literal | SubExpression;
  readonly params: readonly Expression[];
  readonly hash?: Node;
}

export interface Content extends Node {
  readonly type: "ContentStatement";
  /** As it will be printed: white space that the syntax eats is gone. */
  readonly value: string;
  readonly original: string;
}

/** What no template may hold; the walk looks no further into it. */
interface Refused extends Node {
  readonly type: "Decorator" | "DecoratorBlock" | "PartialBlockStatement";
}

interface Comment extends Node {
  readonly type: "CommentStatement";
}

export type Statement = Mustache | Block | Partial | Content | Comment | Refused;

export interface Program {
  readonly body: readonly Statement[];
  readonly blockParams?: readonly string[];
}

export interface Malformed {
  readonly place: Place;
  readonly what: string;
}

/** A text longer than this is no letter; it keeps every later step fast. In UTF-16 code units. */
export const longestTemplate = 64 * 1024;

// The parser's time grows with the square of how deep blocks or parentheses stand in one another,
// which only the parser can tell; their number is told beforehand.
export const mostOpenings = 1000;

export const deepestNesting = 40;

/** Whether blocks stand inside one another deeper than the walk and the library can safely follow. */
const tooDeep = (program: Program, left: number): boolean =>
  left === 0 ||
  program.body.some((statement) =>
    statement.type === "BlockStatement"
      ? [statement.program, statement.inverse].some(
          (inner) => inner !== undefined && tooDeep(inner, left - 1),
        )
      : "program" in statement && tooDeep(statement.program as Program, left - 1),
  );

/** 1-based; handlebars counts columns from 0. */
export const placeOf = (node: Node): Place => ({
  line: node.loc.start.line,
  column: node.loc.start.column + 1,
});

interface ParserState {
  readonly Parser?: {
    readonly lexer?: {
      readonly yylloc?: { readonly first_line?: number; readonly first_column?: number };
    };
  };
}

/** Where the parser stopped; its error says the line only, in prose. */
const whereItStopped = (error: unknown): Place => {
  const { lineNumber, column } = error as {
    readonly lineNumber?: unknown;
    readonly column?: unknown;
  };
  if (typeof lineNumber === "number" && typeof column === "number")
    return { line: lineNumber, column: column + 1 };
  const at = (library() as ParserState).Parser?.lexer?.yylloc;
  return { line: at?.first_line ?? 1, column: (at?.first_column ?? 0) + 1 };
};

const unreadable =
  "cannot be read from here on: a tag or a block is not opened, written or closed as it should be";

/** The tree, or where the text stops being a template; places are 1-based within the text. */
export const parseTemplate = (text: string): Result<Program, Malformed> => {
  const start = { line: 1, column: 1 };
  if (text.length > longestTemplate) return fail({ place: start, what: "is longer than 64 KiB" });
  for (const opening of ["{{", "("]) {
    if (text.split(opening).length - 1 > mostOpenings) {
      return fail({ place: start, what: `has more than ${mostOpenings} times ${opening}` });
    }
  }
  const { parse, parseWithoutProcessing } = library();
  try {
    // The first reading is done without recursion, so it can tell how deep the second one would go.
    if (tooDeep(parseWithoutProcessing(text) as unknown as Program, deepestNesting)) {
      return fail({
        place: start,
        what: `has blocks inside one another more than ${deepestNesting} deep`,
      });
    }
    return ok(parse(text) as unknown as Program);
  } catch (error) {
    // The library throws for every text that is no template.
    return fail({ place: whereItStopped(error), what: unreadable });
  }
};
