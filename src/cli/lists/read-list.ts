/** A list of people from a file, as it stands there: a table, cards, or JSON of ours. The file says itself which. */
import type { JsonDocument, JsonFault, FileFailure } from "../../domain/files/ports.ts";
import type { AddressBookFault, Cards, Table } from "../../domain/people/address-books.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { World } from "../world.ts";

export type List =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "cards"; readonly cards: Cards }
  | { readonly kind: "people"; readonly documents: readonly JsonDocument[] };

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
): Promise<Result<List, FileFailure | JsonFault | AddressBookFault>> => {
  const bytes = await world.files.readBytes(path);
  if (!bytes.ok) return bytes;
  const begins = new TextDecoder().decode(bytes.value.subarray(0, beginning)).trimStart();
  if (/^[[{]/u.test(begins)) {
    const text = textOf(bytes.value);
    if (text === undefined) return fail({ type: "file-not-text", path });
    const documents = (await world.json()).parseMany(text);
    return documents.ok ? ok({ kind: "people", documents: documents.value }) : documents;
  }
  const books = await world.addressBooks();
  if (/^begin:vcard/iu.test(begins)) {
    const cards = books.readCards(bytes.value);
    return cards.ok ? ok({ kind: "cards", cards: cards.value }) : cards;
  }
  const table = books.readTable(bytes.value);
  return table.ok ? ok({ kind: "table", table: table.value }) : table;
};
