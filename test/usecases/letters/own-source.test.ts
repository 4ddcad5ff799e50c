/** A letter of an organizer's own template, as every use case meets it. Sample data. */
import { describe, expect, it } from "vitest";

import type { LetterName } from "../../../src/domain/letters/letter.ts";
import { findWithTemplate } from "../../../src/usecases/letters/find-letter.ts";
import { freezeLetter, textToFreeze } from "../../../src/usecases/letters/freeze-letter.ts";
import { lintLetter } from "../../../src/usecases/letters/lint-letter.ts";
import { textsToShare } from "../../../src/usecases/letters/shared-letters.ts";
import { prepareLetter, startLetter } from "../../../src/usecases/letters/start-letter.ts";
import { headWith } from "../../adapters/templates/sample-package.ts";
import { atDesk, today, valueOf } from "./letter-desk.ts";
import type { Desk } from "./letter-desk.ts";

const source = `${headWith([])}We demand {{list demands "title"}}.\n`;
const name = "first" as LetterName;

const start = (desk: Desk): void => {
  // Of the same name as one of the package's, which must not stand in for it anywhere.
  const from = { template: "employer-demands", source, wanted: name };
  valueOf(startLetter(desk, valueOf(prepareLetter(desk, from)), {}, today));
};

describe("a letter of an own template", () => {
  it("is found with that template, whatever the package has under its name", () =>
    atDesk(async (desk) => {
      start(desk);
      const { letter, template } = valueOf(await findWithTemplate(desk, name));
      expect(letter).toMatchObject({ template: "employer-demands", source });
      expect(template).toMatchObject({ title: "A sample letter", variables: [], source });
    }));

  it("is linted and fixed by its own text, and travels under its own title", () =>
    atDesk(async (desk) => {
      start(desk);
      const found = valueOf(await findWithTemplate(desk, name));
      const rules = valueOf(lintLetter(desk, found.letter)).map(({ rule }) => rule);
      expect(rules).toContain("missing-place-and-date");
      const text = valueOf(textToFreeze(desk, found));
      expect(text.markdown).toMatch(/^We demand .+\.\n$/u);
      freezeLetter(desk.vault, found.letter, text);
      expect(textsToShare(desk, [])).toEqual([
        expect.objectContaining({ title: "A sample letter", markdown: text.markdown }),
      ]);
    }));
});
