import * as fc from "fast-check";
import { expect, it } from "vitest";

import { isKey } from "../../../src/domain/input/read.ts";
import { isTemplatePath, templateFileName } from "../../../src/domain/letters/template-file.ts";

it.each([
  ["./our-demands.es.md.hbs", { id: "our-demands", language: "es" }],
  ["/home/x/Our Demands.md.hbs", { id: "our-demands" }],
  ["carta.pt-BR.hbs", { id: "carta", language: "pt-BR" }],
  ["v1.2.md.hbs", { id: "v1-2" }],
  ["es.md.hbs", { id: "es" }],
  ["Exigéncias.hbs", { id: "exigencias" }],
  ["..\\x.md.hbs", { id: "x" }],
  ["./要求.md.hbs", { id: "own-letter" }],
  ["./-.hbs", { id: "own-letter" }],
  ["./.hbs", { id: "own-letter" }],
])("the name %s says %o", (path, said) => {
  expect(templateFileName(path)).toEqual(said);
});

it("any name whatever gives a key that can travel with the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), (name) => {
      expect(isKey(templateFileName(`./${name}.hbs`).id, 60)).toBe(true);
    }),
  );
});

it.each([
  ["employer-demands", false],
  ["./employer-demands", true],
  ["employer-demands.en.md.hbs", true],
  ["C:\\letters\\ours", true],
  ["ours.md", false],
])("%s is a path: %s", (typed, is) => {
  expect(isTemplatePath(typed)).toBe(is);
});
