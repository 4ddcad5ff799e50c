/** Laws of the texts that go from a committee file into a vault, and back. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { SharedText } from "../../../src/domain/committee/committee.ts";
import { fixText } from "../../../src/domain/letters/frozen-text.ts";
import type { LetterName } from "../../../src/domain/letters/letter.ts";
import { fail } from "../../../src/domain/result.ts";
import { placeTexts, textsToShare } from "../../../src/usecases/letters/shared-letters.ts";
import { atDesk, today } from "../letters/letter-desk.ts";
import type { Desk } from "../letters/letter-desk.ts";

const sharedText = (letter: string, version: number): SharedText => ({
  letter: letter as LetterName,
  template: "employer-demands",
  title: `Title of ${letter}`,
  language: "en",
  ...(version % 2 === 0 ? { place: "Springfield" } : {}),
  markdown: `# ${letter}, version ${version}\n`,
  frozenOn: today,
});

/** A number of the committee file: for each letter in it, the version of its text. */
const number = fc.uniqueArray(
  fc.tuple(fc.constantFrom("a", "b", "b-2", "c"), fc.integer({ min: 1, max: 3 })),
  { selector: ([letter]) => letter, maxLength: 4 },
);

/** Letters of one's own, fixed before any number came: a version above those that travel is another text. */
const own = fc.uniqueArray(
  fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: 3, max: 4 })),
  { selector: ([letter]) => letter, maxLength: 3 },
);

type Letters = readonly (readonly [string, number])[];

const textsOf = (letters: Letters): readonly SharedText[] =>
  letters
    .map(([letter, version]) => sharedText(letter, version))
    .toSorted((a, b) => (a.letter < b.letter ? -1 : 1));

const fixOwn = ({ vault, sha256 }: Desk, letters: Letters): void => {
  for (const [name, version] of letters) {
    const { letter, template, language, markdown } = sharedText(name, version);
    const answers = { recipient: `answers of ${name}` };
    vault.letters.save({
      name: letter,
      template,
      language,
      answers,
      demands: [],
      facts: [],
      startedOn: today,
    });
    vault.letters.freeze(letter, fixText(markdown, sha256, today));
  }
};

/** Runs it in a transaction that leaves nothing behind. */
const tried = (desk: Desk, work: () => void): void => {
  desk.vault.transaction(() => {
    work();
    return fail(undefined);
  });
};

/** Takes one number in after the other, as their files would be merged. */
const takeIn = (desk: Desk, numbers: readonly Letters[]): void => {
  const earlier: SharedText[] = [];
  for (const letters of numbers) {
    const texts = textsOf(letters);
    earlier.push(...texts);
    placeTexts(desk, texts, earlier);
  }
};

const inPlace = ({ vault }: Desk): readonly (string | undefined)[] =>
  vault.letters.all().map(({ frozen }) => frozen?.markdown);

describe("the texts of a committee file in a vault", () => {
  it("are all in place, whatever came before them and whatever letters were there", async () => {
    await atDesk((desk) => {
      fc.assert(
        fc.property(own, fc.array(number, { minLength: 1, maxLength: 4 }), (letters, numbers) => {
          tried(desk, () => {
            fixOwn(desk, letters);
            takeIn(desk, numbers);
            const there = inPlace(desk);
            for (const { markdown } of textsOf(numbers.at(-1) ?? []))
              expect(there).toContain(markdown);
          });
        }),
      );
    });
  });

  it("leave a letter of one's own as it was, unless its text was among those that travelled", async () => {
    await atDesk((desk) => {
      fc.assert(
        fc.property(own, fc.array(number, { maxLength: 4 }), (letters, numbers) => {
          tried(desk, () => {
            fixOwn(desk, letters);
            const travelled = new Set(numbers.flatMap(textsOf).map(({ markdown }) => markdown));
            const before = desk.vault.letters
              .all()
              .filter(({ frozen }) => !travelled.has(frozen?.markdown ?? ""));
            takeIn(desk, numbers);
            for (const letter of before)
              expect(desk.vault.letters.byName(letter.name)).toEqual(letter);
          });
        }),
      );
    });
  });

  it("change nothing when they come again", async () => {
    await atDesk((desk) => {
      fc.assert(
        fc.property(own, fc.array(number, { minLength: 1, maxLength: 3 }), (letters, numbers) => {
          tried(desk, () => {
            fixOwn(desk, letters);
            takeIn(desk, numbers);
            const before = desk.vault.letters.all();
            const texts = textsOf(numbers.at(-1) ?? []);
            placeTexts(desk, texts, numbers.flatMap(textsOf));
            expect(desk.vault.letters.all()).toEqual(before);
          });
        }),
      );
    });
  });

  it("go out again as they came, with the letters of one's own beside them", async () => {
    await atDesk((desk) => {
      fc.assert(
        fc.property(own, number, (letters, texts) => {
          tried(desk, () => {
            fixOwn(desk, letters);
            const present = textsOf(texts);
            placeTexts(desk, present, present);
            const shared = textsToShare(desk, present);
            const names = shared.map(({ letter }) => letter);
            expect(names).toEqual([...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1)));
            for (const text of present) expect(shared).toContain(text);
            const carried = new Set(shared.map(({ markdown }) => markdown));
            expect(carried).toEqual(new Set(inPlace(desk)));
          });
        }),
      );
    });
  });
});

describe("a letter that is shared", () => {
  it("does not go out again from here once the committee has dropped it", async () => {
    await atDesk((desk) => {
      const [a, b] = [sharedText("a", 1), sharedText("b", 1)];
      placeTexts(desk, [a, b], [a, b]);
      placeTexts(desk, [b], [a, b]);
      expect(inPlace(desk)).toEqual([a.markdown, b.markdown]);
      expect(textsToShare(desk, [b])).toEqual([b]);
    });
  });

  it("is not doubled by a text that is in place under another name", async () => {
    await atDesk((desk) => {
      const [first, second] = [sharedText("a", 1), sharedText("a", 2)];
      placeTexts(desk, [first], [first]);
      const own = { ...second, letter: "z" as LetterName };
      const { letter, template, language, markdown } = own;
      desk.vault.letters.save({
        name: letter,
        template,
        language,
        answers: {},
        demands: [],
        facts: [],
        startedOn: today,
      });
      desk.vault.letters.freeze(letter, fixText(markdown, desk.sha256, today));
      placeTexts(desk, [second], [first, second]);
      expect(inPlace(desk)).toEqual([first.markdown, second.markdown]);
    });
  });

  it("of our own keeps its answers when the committee goes by another text of it", async () => {
    await atDesk((desk) => {
      fixOwn(desk, [["a", 2]]);
      const [first, second] = [sharedText("a", 1), sharedText("a", 2)];
      placeTexts(desk, [first], [first, second]);
      expect(desk.vault.letters.isShared(first.letter)).toBe(false);
      expect(desk.vault.letters.byName(first.letter)).toMatchObject({
        answers: { recipient: "answers of a" },
        frozen: { markdown: first.markdown },
      });
    });
  });

  it("keeps a name within its bounds when that has to be numbered", async () => {
    await atDesk((desk) => {
      const name = `${"a".repeat(37)}-bc`;
      fixOwn(desk, [[name, 4]]);
      const texts = [sharedText(name, 1)];
      placeTexts(desk, texts, texts);
      expect(desk.vault.letters.all().map((letter) => letter.name)).toEqual([
        `${"a".repeat(37)}-2`,
        name,
      ]);
    });
  });

  it("has the employer's name for a title where its template is gone", async () => {
    await atDesk((desk) => {
      const text = sharedText("a", 4);
      const { letter, language, markdown } = text;
      desk.vault.letters.save({
        name: letter,
        template: "gone",
        language,
        answers: { place: "Springfield" },
        demands: [],
        facts: [],
        startedOn: today,
      });
      desk.vault.letters.freeze(letter, fixText(markdown, desk.sha256, today));
      expect(textsToShare(desk, [])).toEqual([
        { ...text, template: "gone", title: "Example Corp", place: "Springfield" },
      ]);
    });
  });
});
