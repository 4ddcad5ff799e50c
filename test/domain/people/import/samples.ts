/** Tables and cards as other programs write them, of people who are made up. */
import { readFileSync } from "node:fs";

import { readTable } from "../../../../src/adapters/address-books/read-table.ts";
import type { Table } from "../../../../src/domain/people/address-books.ts";
import { mappingFor } from "../../../../src/domain/people/import/mapping-for.ts";
import { rowToInput } from "../../../../src/domain/people/import/row-to-input.ts";
import { sample } from "../../../support/campaigns.ts";

const sampleBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`samples/${name}`, import.meta.url));

export const sampleTable = (name: string): Table => {
  const read = readTable(sampleBytes(name));
  if (!read.ok) throw new Error(read.failure.type);
  return read.value;
};

/** What program a sample is taken for, and its people or their faults. */
export const peopleOf = (name: string) => {
  const { header, rows } = sampleTable(name);
  const mapping = mappingFor(header);
  const people = rows.map((row) => {
    const read = rowToInput(mapping, sample)(row);
    return read.ok ? read.value : read.failure;
  });
  return { kind: mapping.kind, people };
};
