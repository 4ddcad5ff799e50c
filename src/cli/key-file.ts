/** Key files, in and out. */
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import type { World } from "./world.ts";

/** In bytes; ours have about a hundred. */
const largest = 4096;

/** The key in the file. On a stick everybody may read it, as FAT has no owners; so it is not refused for that. */
export const readKeyFile = async (
  world: World,
  path: string,
): Promise<Result<Uint8Array, Failure>> => {
  const text = await world.files.read(path, largest);
  if (!text.ok) return text;
  const key = (await world.vaults()).keyInFile(text.value);
  return key === undefined ? fail({ type: "key-file-malformed", path }) : ok(key);
};

/** The key in the file of that name, which is made where nothing is. */
export const ensureKeyFile = async (
  { world }: Pick<Context, "world">,
  path: string,
): Promise<Result<{ readonly key: Uint8Array; readonly made: boolean }, Failure>> => {
  const { key, text } = (await world.vaults()).newKeyFile();
  const written = await world.files.write(path, text);
  if (written.ok) return ok({ key, made: true });
  if (written.failure.type !== "file-exists") return written;
  const there = await readKeyFile(world, path);
  return there.ok ? ok({ key: there.value, made: false }) : there;
};
