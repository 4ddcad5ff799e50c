/** `pledge doctor`: what is well, what is not, and the way out of it. */
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock, Vaults } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import type { Told } from "../doctor-around.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { reportText } from "../render/doctor.ts";
import { vaultLine } from "../render/doctor-vault.ts";
import { withUnlock } from "../unlock.ts";

interface Options {
  /** Only whether it opens, and its files. */
  readonly quick: boolean;
}

const lookAround = async (
  context: Context,
  vaults: Vaults,
  unlock: Unlock,
): Promise<Result<readonly Told[], VaultFailure>> => {
  const opened = await vaults.open(context.folder, unlock);
  // What is damaged has been found by now.
  if (!opened.ok && opened.failure.type !== "database-unreadable") return opened;
  const vault = opened.ok ? opened.value : undefined;
  try {
    const { around } = await import("../doctor-around.ts");
    return ok(await around(context, vault));
  } finally {
    vault?.close();
  }
};

/** JSON: `{"v":1,"findings":[{"check", ...}]}`. Exit code 1 where something is bad. */
export const doctor = (context: Context, { quick }: Options): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { world, talk, folder } = context;
    const examined = await vaults.examine(folder, unlock, { quick });
    if (!examined.ok) return talk.fail(examined.failure);
    const told = examined.value.map((finding): Told => ({
      json: { ...finding },
      line: vaultLine(finding),
    }));
    if (!quick) {
      const surroundings = await lookAround(context, vaults, unlock);
      if (!surroundings.ok) return talk.fail(surroundings.failure);
      told.push(...surroundings.value);
    }
    const width = await world.textWidth();
    talk.answer({ v: 1, findings: told.map(({ json }) => json) }, () =>
      reportText(
        told.map(({ line }) => line),
        { paint: talk.paint, columns: talk.columns, width },
      ),
    );
    return told.some(({ line }) => line.sign === "bad") ? exitCodes.no : exitCodes.done;
  });
