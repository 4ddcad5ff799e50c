/** What the columns of a table mean: as --map has it, as it was said the last time, else a guess that is asked about. */
import type { JsonFault, FileFailure } from "../../domain/files/ports.ts";
import type { InputRefused } from "../../domain/input/fault.ts";
import type { Table } from "../../domain/people/address-books.ts";
import { mappingFor } from "../../domain/people/import/mapping-for.ts";
import { fitsHeader, parseMapping } from "../../domain/people/import/mapping.ts";
import type { Mapping } from "../../domain/people/import/mapping.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import type { Failure } from "../failure.ts";
import { holdsNames } from "../questions/columns.ts";
import { readJson } from "../read-json.ts";

/** The mapping in the file of --map. */
export const readMapping = async (
  context: Context,
  path: string,
): Promise<Result<Mapping, FileFailure | JsonFault | InputRefused | Failure>> => {
  const json = await readJson(context, path);
  if (!json.ok) return json;
  const mapping = parseMapping(json.value);
  return mapping.ok
    ? mapping
    : fail({ type: "input-refused", source: "columns", faults: mapping.failure });
};

/** Whose header says enough: nobody needs to be asked about these. */
const isKnown = ({ kind }: Mapping): boolean => kind !== "unknown" && kind !== "employer";

export const columnsFor = async (
  context: Context,
  vault: Vault,
  table: Table,
  given: Mapping | undefined,
): Promise<Result<Mapping, Failure>> => {
  if (given !== undefined)
    return fitsHeader(given, table.header) ? ok(given) : fail({ type: "columns-other" });
  const kept = vault.imports.mappingFor(table.header);
  if (kept !== undefined) return ok(kept);
  const guess = mappingFor(table.header);
  if (isKnown(guess)) return ok(guess);
  const { world, globals, talk } = context;
  if (globals.input && !globals.yes) {
    const ask = await world.ask("--map FILE");
    if (ask.ok) {
      const { askColumns } = await import("../questions/columns.ts");
      const width = await world.textWidth();
      return ok(await askColumns(ask.value, table, guess, { columns: talk.columns, width }));
    }
  }
  return holdsNames(guess) ? ok(guess) : fail({ type: "columns-nameless" });
};
