/** What the changes by chance choose from, and what a change is: something told to the vault and to the model of it. */
import * as fc from "fast-check";

import type { DemandKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { FactKey } from "../../../src/domain/letters/fact.ts";
import type { LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import type { Model, Pool } from "./letter-work-model.ts";

const hash = (digit: string): TextHash => digit.repeat(64) as TextHash;

/** The letters are there, each with its text, before the first step. */
export const pool: Pool = {
  demands: ["drop-contracts", "end-it", "own"] as readonly string[] as readonly DemandKey[],
  facts: ["minutes-2026", "report-2020"] as readonly string[] as readonly FactKey[],
  texts: [hash("a"), hash("b")],
  letters: ["a-letter", "b-letter"] as readonly string[] as readonly LetterName[],
};

export interface Step {
  readonly say: string;
  readonly vault: (vault: Vault) => void;
  readonly model: (model: Model) => void;
}

export const day = fc.constantFrom(
  "2026-11-01",
  "2026-11-15",
  "2026-11-22",
) as fc.Arbitrary<string> as fc.Arbitrary<Day>;
export const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
export const perhaps = <Name extends string, T>(name: Name, value: fc.Arbitrary<T>) =>
  fc
    .option(value, { nil: undefined })
    .map((one): { readonly [name in Name]?: T } =>
      one === undefined ? {} : ({ [name]: one } as { readonly [name in Name]: T }),
    );
