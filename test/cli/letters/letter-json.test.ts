/** The letter commands under --json: one document on stdout, nothing on stderr, names only in the letter itself. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

const json = async (
  world: LetterWorld,
  ...args: readonly string[]
): Promise<Record<string, unknown>> => {
  const ran = await world.pledge("letter", ...args, "--json");
  expect(ran.stderr).toBe("");
  expect(ran.exitCode).toBe(0);
  expect(ran.stdout.trimEnd()).not.toContain("\n");
  const document = JSON.parse(world.plain(ran.stdout)) as Record<string, unknown>;
  expect(Object.keys(document)[0]).toBe("v");
  return document;
};

describe("the letter commands under --json", () => {
  it("say what templates ask for, with no vault", async () => {
    const world = await letterWorld();
    const none = ["--vault", join(world.folder, "none")];
    const { templates } = await json(world, "templates", "employer-demands", ...none);
    const shared = { id: "employer-demands", kind: "employer", country: "US", about: null };
    expect(templates).toMatchObject([
      { ...shared, language: "en", demands: "campaign" },
      { ...shared, language: "es", demands: "campaign" },
    ]);
    const all = await json(world, "templates", ...none);
    expect(all["templates"]).toEqual(expect.arrayContaining(templates as unknown[]));
    expect((all["templates"] as unknown[]).length).toBeGreaterThan(20);
    expect((templates as { readonly variables: unknown[] }[])[0]?.variables[0]).toMatchObject({
      name: "answerBy",
      kind: "day",
      required: true,
      personal: false,
      defaultInDays: 21,
    });
  });

  it("say what became of a letter, from its start to its file", async () => {
    const world = await letterWorld();
    expect(await json(world, "list")).toEqual({ v: 1, letters: [] });
    expect(await json(world, "start", "employer-demands", "--set", "otherwise=refuse"))
      .toMatchInlineSnapshot(`
      {
        "letter": {
          "answers": {
            "answerBy": "2026-12-13",
            "otherwise": "refuse",
          },
          "demands": [
            "drop-contracts",
            "no-business-with-contractors",
            "require-subpoenas",
            "stronger-encryption",
          ],
          "facts": [],
          "language": "en",
          "leftOut": [
            "respondent",
            "furtherStep",
            "companyWords",
            "workingConditions",
            "contact",
            "copies",
            "place",
          ],
          "name": "employer-demands",
          "ownTemplate": false,
          "startedOn": "2026-11-22",
          "template": "employer-demands",
        },
        "v": 1,
      }
    `);
    const preview = await json(world, "preview", "employer-demands");
    expect(preview["content"]).toContain("Dear Dana Roe");
    expect({ ...preview, content: "" }).toMatchInlineSnapshot(`
      {
        "asked": {
          "counted": 8,
          "named": 5,
          "role": 8,
        },
        "content": "",
        "heldBack": {
          "coarser": 0,
          "counted": 3,
          "withoutSeniority": 0,
        },
        "leftOut": [
          "respondent",
          "furtherStep",
          "companyWords",
          "workingConditions",
          "contact",
          "copies",
          "place",
        ],
        "name": "employer-demands",
        "signatories": {
          "named": 4,
          "others": {
            "moreThan": true,
            "people": 10,
          },
          "roles": 5,
          "supporters": {
            "named": 1,
            "others": {
              "moreThan": false,
              "people": 0,
            },
          },
        },
        "state": "draft",
        "textAlone": false,
        "unbacked": [],
        "v": 1,
        "waiting": {
          "lines": 0,
          "others": 0,
          "supporters": 0,
        },
      }
    `);
    expect(await json(world, "freeze", "employer-demands", "--yes")).toMatchObject({
      v: 1,
      name: "employer-demands",
      text: "(64 digits)",
      frozenOn: "2026-11-22",
    });
    await world.pledge("confirm", "zoe", "quiet-1", "grace");
    expect(await json(world, "list")).toMatchInlineSnapshot(`
      {
        "letters": [
          {
            "deliveries": [],
            "frozenOn": "2026-11-22",
            "language": "en",
            "name": "employer-demands",
            "ownTemplate": false,
            "signed": 3,
            "signedAtMost": 3,
            "startedOn": "2026-11-22",
            "template": "employer-demands",
            "text": "(64 digits)",
            "toAsk": 18,
          },
        ],
        "v": 1,
      }
    `);
    const written = await json(world, "write", "employer-demands", "--format", "txt");
    expect(written["content"]).toContain("Zoë Voorbeeld");
    expect({ ...written, content: "" }).toMatchInlineSnapshot(`
      {
        "content": "",
        "faults": [
          {
            "line": 15,
            "rule": "missing-facts",
            "wayOut": "To tell what is public, record it with "pledge fact add" and choose it with "pledge letter edit employer-demands".",
            "what": "no fact about what the company does",
          },
          {
            "line": 15,
            "rule": "missing-company-words",
            "wayOut": "To quote what the company promised, answer companyWords: "pledge letter edit employer-demands".",
            "what": "no words of the company's own",
          },
          {
            "line": 28,
            "rule": "missing-contact",
            "wayOut": "To give an address outside the company's systems, answer contact: "pledge letter edit employer-demands".",
            "what": "no contact",
          },
        ],
        "format": "txt",
        "name": "employer-demands",
        "organizers": [],
        "signatories": {
          "named": 1,
          "others": {
            "moreThan": true,
            "people": 0,
          },
          "roles": 0,
          "supporters": {
            "named": 1,
            "others": {
              "moreThan": false,
              "people": 0,
            },
          },
        },
        "text": "(64 digits)",
        "textAlone": false,
        "tookBack": [],
        "v": 1,
        "waiting": {
          "lines": 0,
          "others": 0,
          "supporters": 0,
        },
      }
    `);
    const file = join(world.folder, "letter.md");
    const filed = await json(
      world,
      "write",
      "employer-demands",
      "--format",
      "md",
      "-o",
      file,
      "--reask",
    );
    expect(filed["file"]).toBe(file);
    expect(filed["ask"]).toHaveLength(18);
    expect(filed["ask"]).not.toContain("zoe");
    expect((await json(world, "write", "employer-demands", "--reask"))["ask"]).toEqual(
      filed["ask"],
    );
    expect(await json(world, "preview", "employer-demands")).toMatchObject({
      state: "frozen",
      toAsk: 18,
      signed: { low: 3, high: 3 },
      organizers: [],
    });
    const edited = await json(world, "edit", "employer-demands", "--set", "otherwise=", "--yes");
    expect(edited).toMatchObject({ changed: true, thawed: true, missing: [] });
    expect((edited["askAgain"] as string[]).toSorted()).toEqual(["grace", "quiet-1", "zoe"]);
  });

  it("give an error as a document on stderr", async () => {
    const world = await letterWorld();
    const ran = await world.pledge("letter", "preview", "first", "--json");
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(JSON.parse(ran.stderr)).toMatchObject({ v: 1, error: { code: "letter-not-found" } });
  });
});
