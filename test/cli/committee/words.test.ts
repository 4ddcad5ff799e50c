import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { comparedAloud, inDigits, inWords } from "../../../src/cli/questions/words.ts";
import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import { createScriptedTerminal } from "../../support/scripted-terminal.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";
import { openpgp, today } from "./forge.ts";

const heron = "heron" as Handle;

const parts = Array.from({ length: 15 }, (_, index) => `word${index + 1}`);

const question = (n: number): string => `Word ${n}?`;

const asked = (terminal: { readonly asked: readonly string[] }): readonly number[] =>
  terminal.asked.map((message) => Number(/\d+/u.exec(message)?.[0]));

describe("two words, compared by voice", () => {
  it("are asked at two places in order, and in three tries at six places", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const terminal = createScriptedTerminal();
        terminal.queue(["a", "b", "c", "d", "e", "f"]);
        const aloud = { handle: heron, parts, question };
        expect(await comparedAloud(terminal, seededRandomness(seed), aloud)).toBe(false);
        const places = asked(terminal);
        expect(new Set(places).size).toBe(6);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThan(index % 2 === 0 ? 0 : (places[index - 1] ?? 0));
          expect(place).toBeLessThan(16);
        }
      }),
    );
  });

  it("come at every place by chance", async () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 100; seed += 1) {
      const terminal = createScriptedTerminal();
      terminal.queue([1, 2].map(() => (message: string) => `word${/\d+/u.exec(message)?.[0]}`));
      const aloud = { handle: heron, parts, question };
      expect(await comparedAloud(terminal, seededRandomness(seed), aloud)).toBe(true);
      for (const place of asked(terminal)) seen.add(place);
    }
    expect(seen.size).toBe(15);
  });

  it("fit only where both do", async () => {
    for (const right of [0, 1]) {
      const terminal = createScriptedTerminal();
      const answer = (index: number) => (message: string) =>
        index % 2 === right ? `word${/\d+/u.exec(message)?.[0]}` : "wrong";
      terminal.queue([0, 1, 2, 3, 4, 5].map(answer));
      const aloud = { handle: heron, parts, question };
      expect(await comparedAloud(terminal, seededRandomness(1), aloud)).toBe(false);
    }
  });

  it("are fifteen words of a fingerprint, or ten groups of its digits", async () => {
    const { certificate } = await openpgp.makeKey(heron, today);
    const words = await inWords(openpgp, heron, certificate);
    expect(words.parts).toEqual(await openpgp.words(certificate));
    expect(words.question(3)).toBe("Word 3 of heron's words?");
    const digits = inDigits(heron, certificate);
    expect(digits.parts).toHaveLength(10);
    expect(digits.parts.join("")).toBe(certificate.fingerprint);
  });
});
