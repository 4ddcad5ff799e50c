/** `pledge committee export [HASH]`: a number that is kept here, written once more. */
import { listed } from "../../domain/text/words.ts";
import { exportNumber } from "../../usecases/committee/export-number.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wrapped } from "../render/columns.ts";
import { withVault } from "../unlock.ts";
import { answerWritten, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly named: boolean;
  readonly without?: readonly string[];
}

/** JSON: `{"v":1,"number","hash","file"|"content"}`. */
export const committeeExport = (
  context: Context,
  hash: string | undefined,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const { named, without = [] } = options;
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, universalDay: world.clock.universalDay() };
    const made = await exportNumber(deps, { hash, without, named });
    if (!made.ok) return talk.fail(made.failure);
    const { file: bytes, reference, committee } = made.value;
    const written = await writeOutput(context, options, { kind: "message", bytes });
    if (!written.ok) return talk.fail(written.failure);
    const readers = committee.members
      .map(({ handle }) => handle)
      .filter((handle) => !without.includes(handle));
    const width = await world.textWidth();
    const { value } = written;
    answerWritten(context, value, { v: 1, ...reference }, () =>
      [
        `${"file" in value ? `${value.file}: number` : "Number"} ${reference.number} of the committee file.`,
        ...wrapped(`Encrypted to ${listed(readers)}.`, talk.columns, width),
      ].join("\n"),
    );
    return exitCodes.done;
  });
