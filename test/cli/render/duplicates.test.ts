import { describe, expect, it } from "vitest";

import { mergedWords, reasonsInWords } from "../../../src/cli/render/duplicates.ts";
import { sideBySide } from "../../../src/cli/render/side-by-side.ts";
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { rulesBetween } from "../../../src/domain/people/duplicates/rules.ts";
import { traitsOf } from "../../../src/domain/people/duplicates/traits.ts";
import type { Person } from "../../../src/domain/people/person.ts";
import { sample } from "../../support/campaigns.ts";
import { deps, someone } from "../../support/duplicates.ts";
import { loadTextWidth } from "../../../src/adapters/terminal/text-width.ts";

const cloud = { team: "cloud" as TeamKey };

const between = (one: Partial<Person>, other: Partial<Person>): string => {
  const [first, second] = [someone("a", one), someone("b", other)];
  const rules = rulesBetween(
    traitsOf(first, deps.alike, "US"),
    traitsOf(second, deps.alike, "US"),
    deps.alike,
  );
  return reasonsInWords(rules, [first.name, second.name]);
};

describe("why two records look like one person", () => {
  it("is said in plain words, what speaks against it last", () => {
    const mail = { contacts: [{ kind: "email", value: "ana@example.org" } as const] };
    expect(between({ name: "Ana Gómez", ...cloud }, { name: "Gómez Ana", ...cloud })).toBe(
      "the same name in another order and the same team",
    );
    expect(between({ name: "Ana Gómez", ...cloud }, { name: "ana gomez", ...cloud })).toBe(
      "the same name written differently and the same team",
    );
    expect(between({ name: "Ana Gómez", ...cloud }, { name: "Ana Gómez", ...cloud })).toBe(
      "the same name and the same team",
    );
    expect(
      between(
        { name: "Ana Gómez", alias: "heron", ...cloud, ...mail },
        { name: "Sam Poe", alias: "otter", team: "ads" as TeamKey, ...mail },
      ),
    ).toBe("the same e-mail, but different aliases, different teams and different surnames");
  });

  it("is said without a name where the names are not at hand", () => {
    const name = { name: "same-name", weight: 70, says: "the same name" } as const;
    expect(reasonsInWords([name])).toBe("the same name");
  });
});

describe("what a merge says afterwards", () => {
  it("names what went into the note, and obeys nothing that a name holds", () => {
    const person = someone("kept", { name: "Ana\u001B[2J" });
    const differences = [{ member: "role", stays: "SRE", other: "DBA" }] as const;
    expect(mergedWords({ person, differences })).toBe(
      "One person now: Ana\uFFFD[2J, kept. In the note now: role DBA (SRE stays).",
    );
    expect(mergedWords({ person: someone("kept", { name: "Ana" }), differences: [] })).toBe(
      "One person now: Ana, kept.",
    );
  });
});

describe("two records beside each other", () => {
  it.each([40, 69, 70, 80, 100])("fit into %i columns, whatever they hold", async (columns) => {
    const width = await loadTextWidth();
    const long = {
      name: `${"李小龙".repeat(20)} ${"a".repeat(120)}`,
      note: Array.from({ length: 30 }, (_, line) => `line ${line} of a long note`).join("\n"),
      contacts: [{ kind: "email", value: `${"long".repeat(20)}@example.org` } as const],
    };
    const whole = (id: string, more: Partial<Person>) => ({
      person: someone(id, more),
      pledges: [],
      assessments: [],
      changes: [],
      signatures: [],
      today: "2026-11-22" as Day,
    });
    const plain = (text: string): string => text;
    const paint = { strong: plain, quiet: plain, good: plain, bad: plain };
    const pair = [whole("a", long), whole("b", { name: "مريم الفاسي" })] as const;
    const lines = sideBySide(sample, pair, { columns, width, paint }).split("\n");
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns);
    expect(lines.filter((line) => line.includes("of a long note"))).toHaveLength(4);
  });
});
