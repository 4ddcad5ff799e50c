/**
 * Files of ours on their way out: to `-o FILE` for their owner alone (0600), or as armored text to standard
 * output. Bytes never go to standard output: it may be a terminal, which would obey them.
 */
import type { FileFailure } from "../domain/files/ports.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Json } from "../domain/text/canonical-json.ts";
import type { Context } from "./context.ts";

/** The options of every command that writes such a file; `-` is standard output. */
export interface OutputOptions {
  readonly output?: string;
  readonly force: boolean;
}

/** A certificate is always written as armored text, anything else in binary unless its name ends in `.asc`. */
export interface OwnFile {
  readonly kind: "message" | "certificate" | "signature";
  readonly bytes: Uint8Array;
}

/** Where it went: the path, or the armored text for standard output. Members of the command's JSON. */
export type Written = { readonly file: string } | { readonly content: string };

const partsOf = (path: string): { readonly folder: string; readonly name: string } => {
  const at = path.lastIndexOf("/");
  return { folder: at === -1 ? "." : path.slice(0, at + 1), name: path.slice(at + 1) };
};

/**
 * Why `writeOutput` would refuse the path, as far as that can be seen without writing: asked before any
 * question, so that nobody answers ten of them for nothing. Writing has the last word.
 */
export const outputObstacle = async (
  { world }: Context,
  { output = "-", force }: OutputOptions,
): Promise<FileFailure | undefined> => {
  if (output === "-") return undefined;
  const { folder, name } = partsOf(output);
  const there = await world.files.filesIn(folder);
  if (!there.ok) return there.failure.type === "file-missing" ? there.failure : undefined;
  const taken = there.value?.some((path) => partsOf(path).name === name) === true;
  return taken && !force ? { type: "file-exists", path: output } : undefined;
};

/** Writes the file; standard output where none is named. Under --json the text goes into the answer instead. */
export const writeOutput = async (
  { world, globals }: Context,
  { output = "-", force }: OutputOptions,
  { kind, bytes }: OwnFile,
): Promise<Result<Written, FileFailure>> => {
  const armored = output === "-" || output.endsWith(".asc") || kind === "certificate";
  const content = armored ? await (await world.openpgp()).armor(kind, bytes) : bytes;
  if (output === "-") {
    const text = String(content);
    if (!globals.json) world.stdout.write(text);
    return ok({ content: text });
  }
  const written = await world.files.write(output, content, force);
  return written.ok ? ok({ file: output }) : written;
};

/** The result of a command that has written: beside the file's text where that is on standard output. */
export const answerWritten = (
  { talk, globals }: Context,
  written: Written,
  json: { readonly [name: string]: Json },
  text: () => string,
): void => {
  if (globals.json || "file" in written) talk.answer({ ...json, ...written }, text);
  else talk.note(text());
};
