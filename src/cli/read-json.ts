/** The JSON of a file that an option names; `-` is standard input. */
import type { Result } from "../domain/result.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";

/** One value. */
export const readJson = async (
  { world }: Context,
  path: string,
): Promise<Result<unknown, Failure>> => {
  const text = await world.files.read(path);
  return text.ok ? (await world.json()).parse(text.value) : text;
};
