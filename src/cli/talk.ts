/**
 * How a command talks: answers on stdout, everything else on stderr, one JSON document under
 * --json, and failures in two lines. Text from the vault passes `showable` in what renders it.
 */
import type { Json } from "../domain/text/canonical-json.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Failure } from "./failure.ts";
import type { Globals } from "./globals.ts";
import type { Paint } from "./render/paint.ts";
import type { Surface } from "./world.ts";

export interface Talk {
  /** The result of the command: the JSON document under --json, else the text, ended by a line break. */
  readonly answer: (json: Json, text: () => string) => void;
  /** Something beside the result; silent under --quiet and --json. */
  readonly note: (text: string) => void;
  /** Prints the failure and gives its exit code. */
  readonly fail: (failure: Failure) => Promise<ExitCode>;
  readonly paint: Paint;
  /** Columns to fill on stdout, at most 100. */
  readonly columns: number;
}

const widest = 100;

/** The two lines of a failure, or the JSON document of it. */
export const printFailure = async (
  surface: Surface,
  json: boolean,
  failure: Failure,
): Promise<ExitCode> => {
  // The words for every failure are loaded at the first one.
  const { explain } = await import("./explain/explain.ts");
  const { message, hint, exitCode } = explain(failure);
  if (json) {
    const error = { code: failure.type, message, ...(hint === undefined ? {} : { hint }) };
    surface.stderr.write(`${JSON.stringify({ v: 1, error })}\n`);
  } else {
    surface.stderr.write(`pledge: error: ${message}\n`);
    if (hint !== undefined) surface.stderr.write(`pledge: hint: ${hint}\n`);
  }
  return exitCode;
};

export const createTalk = (surface: Surface, globals: Globals, paint: Paint): Talk => ({
  answer: (json, text) => {
    if (globals.json) surface.stdout.write(`${JSON.stringify(json)}\n`);
    else surface.stdout.write(`${text().replace(/\n+$/u, "")}\n`);
  },
  note: (text) => {
    if (!globals.quiet && !globals.json) surface.stderr.write(`${text}\n`);
  },
  fail: (failure) => printFailure(surface, globals.json, failure),
  paint,
  columns: Math.min(surface.stdout.columns, widest),
});
