/**
 * `pledge letter write NAME`: the fixed text with those who signed it, and nobody else, as a file. And
 * with --reask, who must still be asked about it: by id, and by name on a screen only.
 */
import { isBinary } from "../../domain/letters/formats.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { withVault } from "../unlock.ts";
import { outputObstacle } from "../write-output.ts";
import type { Options } from "./letter-written.ts";

/** Why nothing could be written, as far as that can be seen before the vault is unlocked and anything is printed. */
const obstacleTo = async (
  context: Context,
  { format, output, force, reask, shuffle }: Options,
): Promise<Failure | undefined> => {
  const { world, globals } = context;
  if (format === undefined) {
    if (reask && output === undefined && !shuffle) return undefined;
    const hint = "say --format md, txt, html, docx, pdf or eml";
    return { type: "usage", message: "--format is missing", hint };
  }
  if (output !== undefined && output !== "-") return outputObstacle(context, { output, force });
  if (!isBinary(format)) return undefined;
  if (globals.json) return { type: "binary-in-json", format };
  return world.stdout.isTerminal ? { type: "binary-to-terminal", format } : undefined;
};

/**
 * JSON: `{"v":1,"name","format","text","textAlone","signatories":{"named","roles","others":{"people","moreThan"},
 * "supporters":{"named","others"}},"organizers":[{"handle","you","asOf","forked"}],"tookBack":["id"],"waiting":{"lines",
 * "others","supporters"},"faults":[{"rule","line","what","wayOut"}],"file"|"content","ask":["id"]}`, the last under --reask; with --reask and no format `{"v":1,"name","text","ask":["id"]}`. `text` is the SHA-256 of the
 * text that people signed; `waiting` and `faults` as in `letter preview` and `letter lint`; `organizers` are those whose signatures were put together, none while they are all ours;
 * `tookBack` signed with us and are left out, since others say that they took it back;
 * under `textAlone` the content shows nobody, since there are no words in its language for what stands outside it.
 * A binary format has no "content". Fails with `letter-not-frozen` for a draft, `file-exists` without --force,
 * `pdf-engine-missing` where no browser is there to print; then nothing is written.
 */
export const letterWrite = async (
  context: Context,
  name: string,
  options: Options,
): Promise<ExitCode> => {
  const { talk, world } = context;
  const obstacle = await obstacleTo(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  // Loaded while the passphrase is hashed, and not before: whatever is loaded first keeps that from beginning.
  const writing = () => import("./letter-written.ts");
  const meanwhile = (): Promise<unknown> =>
    Promise.all([writing(), world.templates(), options.format === undefined || world.documents()]);
  return withVault(
    context,
    async (vault) => (await writing()).writeLetter(context, vault, name, options),
    meanwhile,
  );
};
