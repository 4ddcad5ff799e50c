/** The sample campaign, people and answers that come with the package, in the domain's shapes. */
import { readFileSync } from "node:fs";
import { packageRoot } from "../support/sample.ts";
import type { ActionKey, Campaign, DemandKey } from "../../src/domain/campaign/campaign.ts";
import type { Fact } from "../../src/domain/letters/fact.ts";
import type { Answers } from "../../src/domain/letters/letter.ts";
import type { Condition, Display } from "../../src/domain/pledges/pledge.ts";

export { packageRoot };

export const readText = (path: string): string =>
  readFileSync(`${packageRoot}templates/${path}`, "utf8");

/** As `init --from` reads it. */
interface CampaignFile extends Omit<Campaign, "id" | "name"> {
  readonly campaign: string;
}

/** As `add --from` reads it, with every member that the sample uses. */
export interface PersonLine {
  readonly name: string;
  readonly alias: string;
  readonly team?: string;
  readonly role: string;
  readonly contacts?: readonly { readonly kind: string; readonly value: string }[];
  readonly assessment: number;
  readonly actions: readonly (
    | string
    | { readonly action: string; readonly atLeast?: number; readonly atLeastPercent?: number }
  )[];
  readonly display: Display;
  readonly supporter?: boolean;
  readonly supervisor?: "yes" | "no" | "unsure";
  readonly note: string;
  readonly date: string;
}

export const sampleCampaign = (): Campaign => {
  const { campaign: name, ...rest } = JSON.parse(readText("demo/campaign.json")) as CampaignFile;
  return { id: "00000000-0000-4000-8000-000000000000", name, ...rest };
};

/** Without the facts, which stand in the same file and are no answers. */
export const sampleAnswers = (): Answers => {
  const { facts: _, ...answers } = JSON.parse(readText("demo/answers.json")) as Record<
    string,
    string
  >;
  return answers;
};

/** As `fact add --from` reads them, all of them public. */
export const sampleFacts: readonly Fact[] = (
  JSON.parse(readText("demo/facts.json")) as readonly Omit<Fact, "letThrough">[]
).map((fact) => ({ ...fact, letThrough: false }));

export const samplePeople = (): readonly PersonLine[] =>
  readText("demo/people.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as PersonLine);

/** The person's condition for an action, or nothing when the person did not pledge it. */
export const conditionFor = (person: PersonLine, action: ActionKey): Condition | undefined => {
  for (const said of person.actions) {
    if (said === action) return { kind: "none" };
    if (typeof said === "string" || said.action !== action) continue;
    if (said.atLeast !== undefined) return { kind: "at-least", people: said.atLeast };
    if (said.atLeastPercent !== undefined) {
      return { kind: "at-least-percent", percent: said.atLeastPercent };
    }
  }
  return undefined;
};

/** The demands that the package brings. */
export const demandKeys: readonly DemandKey[] = [
  "drop-contracts",
  "no-business-with-contractors",
  "require-subpoenas",
  "stronger-encryption",
] as DemandKey[];
