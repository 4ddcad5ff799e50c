/** Finding people in what was written about others. Sample names. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { forgottenMark, nameFinder } from "../../../src/domain/retention/mentions.ts";
import type { Nameable } from "../../../src/domain/retention/mentions.ts";
import { folded } from "../../../src/domain/text/folded.ts";

const ana: Nameable = {
  name: "Ana Gómez",
  alias: "heron",
  contacts: [
    { kind: "signal", value: "+15550100" },
    { kind: "email", value: "ana.g@home.example" },
  ],
};

const found = (text: string, people: readonly Nameable[] = [ana]) => nameFinder(people).in(text);

describe("what names somebody", () => {
  it.each([
    ["knows Ana Gómez from work", "knows [forgotten] from work"],
    ["ANA GOMEZ said no", "[forgotten] said no"],
    ["Ana  Gómez's desk; ana-gómez", "[forgotten]'s desk; [forgotten]"],
    ["call +15550100 or ana.g@home.example.", "call +[forgotten] or [forgotten]."],
    ["Ana Go\u0301mez, Ana Gómez", "[forgotten], [forgotten]"],
  ])("is taken out of %j", (text, blanked) => {
    expect(found(text)).toEqual({ blanked, surely: true, perhaps: false });
  });

  it.each([
    "Ana Gómezz",
    "Mariana Gómez",
    "Ana\nGómez",
    "Ana, who works with Gómez",
    "+155501001",
    "ana.g@work.example",
    "",
  ])("is not in %j", (text) => {
    expect(found(text)).toEqual({ blanked: text, surely: false, perhaps: false });
  });

  it("may be a single word, which stays and is told", () => {
    expect(found("ask Heron about it")).toEqual({
      blanked: "ask Heron about it",
      surely: false,
      perhaps: true,
    });
    const kim: Nameable = { name: "Kim", contacts: [] };
    expect(found("Kim and Ana Gómez", [kim, ana])).toEqual({
      blanked: "Kim and [forgotten]",
      surely: true,
      perhaps: true,
    });
    expect(found("a b", [{ name: "A", contacts: [] }]).perhaps).toBe(false);
  });

  it("is nothing where nobody is looked for", () => {
    expect(found("anybody", [])).toEqual({ blanked: "anybody", surely: false, perhaps: false });
  });
});

const word = fc.stringMatching(/^[A-Za-zÀ-ž]{2,8}$/u);
const fullName = fc.tuple(word, word).map((words) => words.join(" "));

describe("a name of several words", () => {
  it("is gone wherever it stood, and nothing else is", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fullName, { minLength: 1, maxLength: 5 }),
        fc.array(fc.string({ maxLength: 12 }), { maxLength: 8 }),
        fc.nat(),
        (names, around, which) => {
          const name = names[which % names.length] as string;
          const people = names.map((one): Nameable => ({ name: one, contacts: [] }));
          // Between hard breaks, so that what stands around is no part of a name.
          const text = around.map((one) => `${one}\n${name}\n`).join("\n");
          const { blanked, surely } = found(text, people);
          expect(surely).toBe(around.length > 0);
          const words = (some: string): string =>
            ` ${folded(some.normalize("NFKC")).replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
          expect(words(blanked)).not.toContain(words(name));
          for (const one of around.filter((some) => !/[\p{L}\p{N}]/u.test(some)))
            expect(blanked).toContain(one);
          const marks = blanked.split(forgottenMark).length - 1;
          expect(marks).toBeGreaterThanOrEqual(around.length > 0 ? 1 : 0);
        },
      ),
    );
  });

  it("leaves a text that holds no word of it as it is", () => {
    fc.assert(
      fc.property(fullName, fc.string(), (name, text) => {
        const first = folded(name.split(" ")[0] ?? "");
        fc.pre(!folded(text.normalize("NFKC")).includes(first));
        expect(found(text, [{ name, contacts: [] }])).toMatchObject({
          blanked: text,
          surely: false,
        });
      }),
    );
  });

  it("looks for everybody in a long list", () => {
    const people = Array.from({ length: 150_000 }, (_, n) => ({
      name: `Sample Person ${n}`,
      contacts: [],
    }));
    expect(found("ask Sample Person 77001", people).blanked).toBe(`ask ${forgottenMark}`);
  });
});
