/** Published counts of several campaigns, added up without a vault. */
import { expect, it } from "vitest";

import type { PublishedCount } from "../../../src/domain/counts/count.ts";
import { writeCount } from "../../../src/domain/counts/write-count.ts";
import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { testWorld } from "../../support/world.ts";

const sign = "sign" as ActionKey;

const count = (
  campaign: number,
  employer: string,
  atLeast: number,
  changes: Partial<PublishedCount> = {},
): string =>
  writeCount({
    campaign: `5f6a1f5c-7c55-4a52-9d6a-0b8f6ac1b0c${campaign}`,
    name: `Sample campaign ${campaign}`,
    employer,
    unit: { name: "Engineering", size: 1000, asOf: "2026-11-01" as Day },
    number: 1,
    after: undefined,
    on: "2026-11-22" as Day,
    shown: [{ action: sign, atLeast, teams: [] }],
    last: [{ action: sign, atLeast, teams: [], byLetter: false }],
    receipts: undefined,
    ...changes,
  });

it("adds what employers have, the largest of each, and the latest of a campaign", async () => {
  const world = await testWorld();
  const files = [
    count(1, "Example Corp", 140),
    count(2, "Sample Systems", 75),
    count(3, "Example  corp.", 90),
    count(2, "Sample Systems", 80, { number: 2, after: "a".repeat(64) as PublishedCount["after"] }),
  ].map((text, place) => world.file(`count-${place}.json`, text));
  expect(await world.transcript("tally", "total", ...files)).toMatchInlineSnapshot(`
    "$ pledge tally total ~/count-0.json ~/count-1.json ~/count-2.json ~/count-3.json
    sign: at least 220 of about 2,000 together
    Example Corp, Sample campaign 1 (2026-11-22): at least 140 of about 1,000
    Example  corp., Sample campaign 3 (2026-11-22): at least 90 of about 1,000; not
    added, since another campaign there shows as many, and may have asked the same
    people
    Sample Systems, Sample campaign 2 (2026-11-22): at least 80 of about 1,000
    ! Nobody has checked here who signed these counts: "pledge tally attested FILE".
    [exit 0]"
  `);
  const { exitCode, stdout } = await world.pledge("tally", "total", ...files, "--json");
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([
    0,
    { v: 1, totals: [{ action: "sign", atLeast: 220, size: 2000, campaigns: [{}, {}, {}] }] },
  ]);
});

it("refuses two counts under one number, and what is no count", async () => {
  const world = await testWorld();
  const files = [count(1, "Example Corp", 140), count(1, "Example Corp", 145)].map((text, place) =>
    world.file(`count-${place}.json`, text),
  );
  expect(await world.transcript("tally", "total", ...files)).toMatchInlineSnapshot(`
    "$ pledge tally total ~/count-0.json ~/count-1.json
    ! pledge: error: two different files are count number 1 of "Sample campaign 1"
    ! pledge: hint: see who signed which: "pledge tally attested FILE"; then leave one out
    [exit 5]"
  `);
  const other = world.file("other.json", "{}");
  expect((await world.pledge("tally", "total", ...files.slice(1), other)).exitCode).toBe(5);
});
