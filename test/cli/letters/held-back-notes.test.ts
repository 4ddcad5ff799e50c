/** That the numbers under "Names held back" add up to it, whoever signed. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { heldBackNotes } from "../../../src/cli/render/letter-notes.ts";
import type { Composed } from "../../../src/usecases/letters/compose-letter.ts";
import type { Signatory } from "../../../src/domain/letters/signatories.ts";
import { heldBackOf, people, signatories } from "../../domain/letters/sample-signatories.ts";

const notesOn = (all: readonly Signatory[]): readonly string[] => {
  const asked = (how: string): number => all.filter(({ display }) => display === how).length;
  const composed: Pick<Composed, "asked" | "heldBack"> = {
    asked: { named: asked("named"), role: asked("role"), counted: asked("counted") },
    heldBack: heldBackOf(all),
  };
  return heldBackNotes(composed as Composed);
};

describe("the notes on names held back", () => {
  it("say why of as many people as are held back", () => {
    fc.assert(
      fc.property(signatories, (all) => {
        const held = all.filter(({ display }) => display !== "named").length;
        const [title, ...notes] = notesOn(all);
        expect(title).toBe(held === 0 ? undefined : `Names held back: ${held}`);
        const numbers = notes.map((note) => Number(/^ {2}(?<people>\d+)/u.exec(note)?.[1] ?? 0));
        expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(held);
      }),
    );
  });

  it("name each way in which somebody may be shown less clearly", () => {
    const all = [
      ...people(5, { role: "SRE", team: "Cloud" }),
      ...people(4, { role: "Senior Engineer", team: "Cloud" }),
      ...people(1, { role: "Engineer", team: "Cloud" }),
      ...people(3, { role: "Designer", team: "Cloud" }),
      ...people(3, { role: "Designer", team: "Ads" }),
      ...people(2, { display: "counted" }),
    ];
    expect(notesOn(all)).toMatchInlineSnapshot(`
      [
        "Names held back: 18",
        "  2 asked to be a number only",
        "  6 asked to be shown by role and team, and are",
        "  4 asked to be shown by role and team, and are shown without their seniority",
        "  5 asked to be shown by role and team, and are shown by role alone",
        "  1 asked to be shown by role and team, and are a number",
        "  Such lines stand for whole fives of people, and not for nearly a whole team.",
      ]
    `);
  });
});
