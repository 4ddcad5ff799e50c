import { expect, it } from "vitest";

import stringWidth from "string-width";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import { peopleList } from "../../../src/cli/render/people-list.ts";
import { sampleCampaign } from "../../support/sample.ts";

const plain = { strong: (text: string) => text } as never;

const names = [
  "Ana Gómez",
  "A\u0301na Go\u0301mez",
  "مريم الفاسي",
  "שרה לוי",
  "李小龙",
  "山田 太郎",
  "김지수",
  "Émilie 👩‍💻 Roe",
  "👨‍👩‍👧 Poe",
  "नेहा शर्मा",
  "李".repeat(40),
  "مريم الفاسي ".repeat(6).trim(),
];

const team = { key: "cloud" as TeamKey, name: "צוות" };

const linesOn = (isTerminal: boolean): readonly string[] => {
  const people = names.map((name, index) => ({
    person: {
      id: `aaaaaaa${"abcdefghijkm"[index]}` as PersonId,
      name,
      team: team.key,
      supervisor: "no" as const,
      supporter: false,
      addedOn: "2026-11-22" as Day,
    },
    sought: "",
    assessment: 4 as const,
    pledges: [],
  }));
  const campaign = { ...sampleCampaign, teams: [team] } as never;
  const settings = { columns: 80, width: stringWidth, paint: plain, isTerminal };
  return peopleList(campaign, people, settings).split("\n");
};

it.each([true, false])("lines up names of every script; on a terminal: %s", (isTerminal) => {
  const [heading = "", ...lines] = linesOn(isTerminal);
  expect(lines).toHaveLength(names.length);
  for (const [words, at] of [
    ["no pledge", "will do"],
    ["4  ", "stand"],
    [isTerminal ? "\u2068צוות" : "צוות", "team"],
  ] as const) {
    for (const line of lines) {
      const before = line.slice(0, line.lastIndexOf(words));
      expect(stringWidth(before), line).toBe(heading.indexOf(at));
    }
  }
});

it("keeps what follows a name from the right in its place on a terminal, also where it was cut", () => {
  const turned = linesOn(true).filter((line) => /\p{Script=Arabic}/u.test(line));
  expect(turned).toHaveLength(2);
  for (const line of turned) expect(line).toMatch(/ {2}\u2068\p{Script=Arabic}[^\u2068]*\u2069 +/u);
  expect(turned[1]).toContain("…\u2069");
  expect(linesOn(true)[1]).not.toMatch(/\u2068Ana/u);
  expect(linesOn(false).join("\n").replaceAll("צוות", "")).not.toMatch(/[\u2068\u2069]/u);
});
