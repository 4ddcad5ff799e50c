import { describe, expect, it } from "vitest";

import { headWith, inputWith, packageWith } from "./sample-package.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";

const head = headWith([]);
const demand = {
  title: "End it",
  ask: "End it now.",
  satisfiedBy: "It has ended.",
  withinDays: 30,
  why: "Because.",
  objection: { expect: "No.", answer: "Yes." },
  sources: [{ claim: "It was said.", source: "A paper", date: "2026-02-10" }],
};

const templates = createTemplates(
  packageWith({
    "letters/one.en.md.hbs": `${head}one {{> part}}`,
    "letters/one.es.md.hbs": `${head}uno {{> part}} {{#each demands}}{{#if by}}{{day by}}{{/if}}{{/each}}`,
    "letters/one.pt-BR.md.hbs": `${head}um {{list demands "title"}}`,
    "letters/two.es.md.hbs": `${head}dos`,
    "letters/three.en.md.hbs": `\uFEFF${head.replaceAll("\n", "\r\n")}three`,
    "letters/README.md": "not a template",
    "letters/Four.en.md.hbs": `${head}no name for a template`,
    "letters/five.in english.md.hbs": `${head}no language`,
    "letters/six.md.hbs": `${head}no language`,
    "partials/part.en.md.hbs": "part",
    "partials/part.es.md.hbs": "parte",
    "demands/end-it.en.json": JSON.stringify(demand),
    "demands/other.es.json": JSON.stringify(demand),
    "demands/no-day.en.json": JSON.stringify(
      { ...demand, sources: [{ ...demand.sources[0], date: "2026-02-30" }] },
      null,
      1,
    ),
    "demands/more.en.json": JSON.stringify({ ...demand, extra: 1 }, null, 1),
    "demands/broken.en.json": '{\n  "title": }',
  }),
);

const languageOf = (id: string, language: string): string | undefined => {
  const found = templates.find(id, language);
  return found.ok ? found.value.language : undefined;
};

describe("finding a template", () => {
  it("lists every template in every language, by id, then language", () => {
    expect(templates.list().map(({ id, language }) => `${id} ${language}`)).toEqual([
      "one en",
      "one es",
      "one pt-BR",
      "three en",
      "two es",
    ]);
  });

  it("gives what the file says of itself", () => {
    expect(templates.find("three", "en")).toEqual({
      ok: true,
      value: {
        id: "three",
        title: "A sample letter",
        kind: "employer",
        country: "US",
        demands: "campaign",
        language: "en",
        variables: [],
      },
    });
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["es-MX", "es"],
    ["pt-br", "pt-BR"],
    ["PT-BR", "pt-BR"],
    ["pt", "en"],
    ["fr", "en"],
    ["", "en"],
    ["../../x", "en"],
  ])("for %j takes the one in %j", (asked, given) => {
    expect(languageOf("one", asked)).toBe(given);
  });

  it.each(["four", "../letters/one", "one.en", "__proto__", "", "README"])(
    "knows no %j and names those it knows",
    (id) => {
      expect(templates.find(id, "en")).toEqual({
        ok: false,
        failure: { type: "template-unknown", id, known: ["one", "three", "two"] },
      });
    },
  );

  it("does not give a template in a language that nobody asked for", () => {
    expect(templates.find("two", "fr")).toMatchObject({ failure: { type: "template-unknown" } });
    expect(languageOf("two", "es")).toBe("es");
  });

  it("renders in the template's language, partials, days and lists included", () => {
    const text = (language: string): unknown => {
      const found = templates.find("one", language);
      return found.ok && templates.render(found.value, inputWith({ answerBy: "2026-11-22" }));
    };
    expect(text("en")).toEqual({ ok: true, value: "one part\n" });
    expect(text("es")).toEqual({
      ok: true,
      value: "uno parte 22 de diciembre de 202622 de diciembre de 2026\n",
    });
    expect(text("pt-BR")).toEqual({ ok: true, value: "um Title of one e Title of two\n" });
  });

  it("says that a template is unknown when its file is not there to render", () => {
    const found = templates.find("three", "en");
    if (!found.ok) throw new Error("no template");
    expect(templates.render({ ...found.value, id: "gone" }, inputWith())).toMatchObject({
      failure: { type: "template-unknown", id: "gone" },
    });
  });

  it("has nothing where there is no folder", () => {
    const empty = createTemplates(packageWith({}));
    expect(empty.list()).toEqual([]);
    expect(empty.find("one", "en")).toEqual({
      ok: false,
      failure: { type: "template-unknown", id: "one", known: [] },
    });
  });
});

describe("finding a demand", () => {
  it("gives the file's content under the key that is the file's name", () => {
    expect(templates.demand("end-it")).toEqual({ ok: true, value: { key: "end-it", ...demand } });
  });

  it.each(["other", "__proto__", "../demands/end-it", "end-it.en"])(
    "knows no %j and names those it knows",
    (key) => {
      expect(templates.demand(key)).toEqual({
        ok: false,
        failure: {
          type: "demand-unknown",
          key,
          known: ["broken", "end-it", "more", "no-day", "other"],
        },
      });
    },
  );

  it.each([
    ["no-day", 15, 12, "sources.0.date"],
    ["more", 18, 11, "extra"],
    ["broken", 2, 12, "not JSON"],
  ])("says where the file of %j is wrong", (key, line, column, what) => {
    expect(templates.demand(key)).toEqual({
      ok: false,
      failure: {
        type: "template-malformed",
        id: key,
        place: { line, column },
        what: expect.stringContaining(what) as string,
      },
    });
  });
});

const good = { title: "T", kind: "k", country: "US", variables: [] as unknown[] };
const variable = {
  name: "note",
  kind: "line",
  ask: "What?",
  example: "x",
  required: true,
  personal: false,
};
const headOf = (head_: unknown): string => `---\n${JSON.stringify(head_, null, 1)}\n---\nbody`;

const malformed: readonly (readonly [string, string, string])[] = [
  ["", "1:1", "does not begin"],
  ["body", "1:1", "does not begin"],
  ["---\n{}\nbody", "3:1", "no second line"],
  ["---\n---\nbody", "2:1", "not JSON"],
  ['---\n{\n "title" }\n---\n', "3:10", "not JSON"],
  ["---\n[]\n---\n", "2:1", "has title in another form"],
  ["---\n3\n---\n", "2:1", "the whole"],
  [headOf({ ...good, title: " " }), "3:11", "title"],
  [headOf({ ...good, country: "Spain" }), "5:13", "country"],
  [headOf({ ...good, language: "en" }), "7:14", "language"],
  [headOf({ ...good, variables: [{ ...variable, kind: "word" }] }), "9:12", "variables.0.kind"],
  [headOf({ ...good, variables: [{ ...variable, secret: 1 }] }), "14:14", "secret"],
  [headOf({ ...good, variables: [{ ...variable, name: "a b" }] }), "8:12", "variables.0.name"],
  [
    headOf({ ...good, variables: [{ ...variable, name: "__proto__" }] }),
    "8:12",
    "variables.0.name",
  ],
  [
    headOf({ ...good, variables: [{ ...variable, name: "constructor" }] }),
    "7:3",
    "means something else",
  ],
  [
    headOf({ ...good, variables: [{ ...variable, name: "campaign" }] }),
    "7:3",
    "means something else",
  ],
  [headOf({ ...good, variables: [{ ...variable, name: "day" }] }), "7:3", "means something else"],
  [headOf({ ...good, variables: [variable, variable] }), "15:3", "two variables note"],
  [headOf({ ...good, variables: [{ ...variable, defaultInDays: 7 }] }), "7:3", "defaultInDays"],
  [`---\n${"[".repeat(60_000)}\n---\n`, "2:1", "not JSON"],
];

describe("a file whose head is wrong", () => {
  it.each(malformed)("%j is refused at %s: %s", (text, place, words) => {
    const broken = createTemplates(packageWith({ "letters/broken.en.md.hbs": text }));
    const found = broken.find("broken", "en");
    expect(found).toMatchObject({
      ok: false,
      failure: { type: "template-malformed", id: "broken" },
    });
    if (found.ok || found.failure.type !== "template-malformed") return;
    expect(`${found.failure.place.line}:${found.failure.place.column}`).toBe(place);
    expect(found.failure.what).toContain(words);
  });

  it("stops the list rather than leave the template out of it", () => {
    const broken = createTemplates(packageWith({ "letters/broken.en.md.hbs": "no head" }));
    expect(() => broken.list()).toThrow("broken.en");
  });
});
