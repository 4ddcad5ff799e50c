/** A list of people from a file, as it stands there: a table, cards, or JSON of ours. The file says itself which. */
import type { JsonDocument, JsonFault, FileFailure } from "../../domain/files/ports.ts";
import type { InputRefused } from "../../domain/input/fault.ts";
import type { AddressBookFault, Cards, Table } from "../../domain/people/address-books.ts";
import type { ExportedPerson } from "../../domain/people/export/exported.ts";
import { isExported, parseExported } from "../../domain/people/export/parse-exported.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { World } from "../world.ts";

export type List =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "cards"; readonly cards: Cards }
  | { readonly kind: "people"; readonly documents: readonly JsonDocument[] }
  /** What `pledge export` wrote, whole. */
  | { readonly kind: "exported"; readonly people: readonly ExportedPerson[] };

/** Enough for what a file begins with, and its byte order mark. */
const beginning = 64;

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

export const readList = async (
  world: World,
  path: string,
): Promise<Result<List, FileFailure | JsonFault | AddressBookFault | InputRefused>> => {
  const bytes = await world.files.readBytes(path);
  if (!bytes.ok) return bytes;
  const begins = new TextDecoder().decode(bytes.value.subarray(0, beginning)).trimStart();
  if (/^[[{]/u.test(begins)) {
    const text = textOf(bytes.value);
    if (text === undefined) return fail({ type: "file-not-text", path });
    const documents = (await world.json()).parseMany(text);
    if (!documents.ok) return documents;
    if (!isExported(documents.value)) return ok({ kind: "people", documents: documents.value });
    const exported = parseExported(documents.value);
    return exported.ok
      ? ok({ kind: "exported", people: exported.value.people })
      : fail({ type: "input-refused", source: "people", faults: exported.failure });
  }
  const books = await world.addressBooks();
  if (/^begin:vcard/iu.test(begins)) {
    const cards = books.readCards(bytes.value);
    return cards.ok ? ok({ kind: "cards", cards: cards.value }) : cards;
  }
  const table = books.readTable(bytes.value);
  return table.ok ? ok({ kind: "table", table: table.value }) : table;
};
