/** One count as Markdown, JSON, CSV and HTML: golden files, and names of teams that try everything. All made up. */
import { describe, expect, it } from "vitest";

import { createAddressBookWriter } from "../../../src/adapters/address-books/address-books.ts";
import { readTable } from "../../../src/adapters/address-books/read-table.ts";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { composeCount } from "../../../src/domain/counts/compose-count.ts";
import type { PublishedCount } from "../../../src/domain/counts/count.ts";
import { parseCount } from "../../../src/domain/counts/parse-count.ts";
import type { Day } from "../../../src/domain/day.ts";
import { restored } from "../../../src/domain/people/import/neutralised.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { countFile, countFormats } from "../../../src/usecases/counts/count-file.ts";
import type { CountFormat } from "../../../src/usecases/counts/count-file.ts";
import { counting, definition, lowOf } from "../../domain/counts/sample-counts.ts";
import { naughtySignatories } from "../../support/naughty-names.ts";

const write = (count: PublishedCount, format: CountFormat): Promise<string> =>
  countFile(
    {
      documents: async () => createDocuments(),
      addressBookWriter: async () => createAddressBookWriter(),
    },
    count,
    format,
  );

const { id: campaign, name, employer, unit } = definition;

const sample: PublishedCount = {
  campaign,
  name,
  employer,
  unit,
  number: 2,
  after: "a3".repeat(32) as Hash,
  on: "2026-11-22" as Day,
  ...composeCount(counting(lowOf({ cloud: 44, ads: 37, qa: 11, ops: 4 }, 12))),
  receipts: "b4".repeat(32) as Hash,
};

const named = (names: readonly string[]): PublishedCount => {
  const teams = names.map((one, index) => ({
    team: `t-${String(index).padStart(3, "0")}` as TeamKey,
    name: one,
    size: 100,
    atLeast: 10,
  }));
  const action = "walkout" as ActionKey;
  return {
    ...sample,
    name: names[0] ?? "",
    employer: names[1] ?? "",
    unit: { ...unit, name: names[2] ?? "" },
    shown: [{ action, atLeast: 500, teams }],
    last: [
      {
        action,
        atLeast: 500,
        teams: teams.map(({ team, atLeast }) => ({ team, atLeast })),
        byLetter: false,
      },
    ],
  };
};

const naughty = naughtySignatories.map((one) => one.name);
const harmless = naughty.map((_, index) => `Team ${index}`);

describe("a count in four formats", () => {
  it.each(countFormats)("is written as %s the way it was looked at", async (format) => {
    await expect(await write(sample, format)).toMatchFileSnapshot(`golden/count.${format}.golden`);
  });

  it("has no markup in HTML that is not ours, whatever a team is called", async () => {
    const skeleton = (html: string): string => html.replaceAll(/>[^<]*</gu, "><");
    const html = await write(named(naughty), "html");
    expect(skeleton(html)).toBe(skeleton(await write(named(harmless), "html")));
  });

  it("has the same lines and cells in Markdown, whatever a team is called", async () => {
    const cells = (markdown: string): readonly number[] =>
      markdown.split("\n").map((line) => line.split(/(?<!\\)\|/u).length);
    expect(cells(await write(named(naughty), "md"))).toEqual(
      cells(await write(named(harmless), "md")),
    );
  });

  it("holds every name in CSV, and nothing that a spreadsheet calculates", async () => {
    const csv = await write(named(naughty), "csv");
    const table = readTable(Buffer.from(csv));
    if (!table.ok) throw new Error(table.failure.type);
    const rows = table.value.rows.map(({ cells }) => cells);
    expect(rows.slice(1).map((cells) => restored(cells[5] ?? ""))).toEqual(naughty);
    for (const cells of rows) for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
  });

  it("is read again from JSON", async () => {
    expect(parseCount(await write(named(naughty), "json"))).toMatchObject({ ok: true });
  });
});
