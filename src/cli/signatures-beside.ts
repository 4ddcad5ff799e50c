/** Signatures that lie beside a file under its name: `count.json.1a2b3c4d.asc` beside `count.json`. */
import type { FileFailure } from "../domain/files/ports.ts";
import { ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Context } from "./context.ts";

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Their paths, sorted; none for standard input. */
export const signaturesBeside = async (
  { world }: Context,
  path: string,
): Promise<Result<readonly string[], FileFailure>> => {
  if (path === "-") return ok([]);
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : ".";
  const there = await world.files.filesIn(folder);
  if (!there.ok) return there;
  const start = `${nameOf(path)}.`;
  const beside = (there.value ?? []).filter((file) => {
    const name = nameOf(file);
    return name.startsWith(start) && /^[0-9a-f]{8}\.asc$/u.test(name.slice(start.length));
  });
  return ok(beside);
};
