/** `pledge letter lint`: the faults on the screen and as JSON, and what other commands say of them. */
import { expect, it } from "vitest";

import { lintRules } from "../../../src/domain/letters/lint/lint.ts";
import { testWorld } from "../../support/world.ts";
import { sampleAnswers, sampleFacts } from "../../templates/sample.ts";
import { letterWorld } from "./letter-world.ts";

const start = ["letter", "start", "employer-demands", "--name", "first"];

it("names each fault with its line, its rule and a way out, and exits with 1", async () => {
  const world = await letterWorld();
  await world.pledge(...start, "--set", "otherwise=refuse");
  expect(await world.play("letter", "lint", "first")).toMatchInlineSnapshot(`
    "$ pledge letter lint first
    line 15: missing-facts: no fact about what the company does. To tell what is
      public, record it with "pledge fact add" and choose it with
      "pledge letter edit first".
    line 15: missing-company-words: no words of the company's own. To quote what
      the company promised, answer companyWords: "pledge letter edit first".
    line 28: missing-contact: no contact. To give an address outside the company's
      systems, answer contact: "pledge letter edit first".
    [exit 1]"
  `);
  const { stdout, exitCode } = await world.pledge("letter", "lint", "first", "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    v: 1,
    name: "first",
    faults: [
      { rule: "missing-facts", line: 15 },
      { rule: "missing-company-words", line: 15 },
      { rule: "missing-contact" },
    ],
  });
});

it("finds nothing in a letter with the sample answers, and exits with 0", async () => {
  const world = await letterWorld();
  const { otherwise, answerBy, companyWords, contact } = sampleAnswers();
  const facts = ["cameras"];
  const given = JSON.stringify({ otherwise, answerBy, companyWords, contact, facts });
  const known = JSON.stringify(sampleFacts.map((fact) => ({ ...fact, key: "cameras" })));
  await world.pledge(
    "fact",
    "add",
    "--from",
    world.file("facts.json", known.replaceAll(',"letThrough":false', "")),
  );
  await world.pledge(...start, "--from", world.file("answers.json", given));
  expect(await world.play("letter", "lint", "first")).toMatchInlineSnapshot(`
    "$ pledge letter lint first
    first: no fault found.
    [exit 0]"
  `);
  expect((await world.pledge("letter", "lint", "first", "--json")).stdout).toBe(
    '{"v":1,"name":"first","faults":[]}\n',
  );
});

it("says at the question whether to fix the text how many faults there are", async () => {
  const world = await letterWorld();
  await world.pledge(...start);
  world.answers([false]);
  await world.pledge("letter", "freeze", "first");
  expect(world.questions()).toMatchInlineSnapshot(`
    [
      "It has 4 faults ("pledge letter lint first"). Fix the text of first? Whoever signs it must be asked again if it changes.",
    ]
  `);
});

it("warns when the letter is written, and writes it", async () => {
  const world = await letterWorld();
  await world.pledge(...start);
  await world.pledge("letter", "freeze", "first", "--yes");
  const written = await world.pledge("letter", "write", "first", "--format", "txt");
  expect(written.exitCode).toBe(0);
  expect(written.stderr).toContain('The letter has 4 faults: "pledge letter lint first".');
});

it("lists the rules without a vault, and takes no letter then", async () => {
  const world = await testWorld();
  const { stdout, exitCode } = await world.pledge("letter", "lint", "--rules", "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    v: 1,
    rules: lintRules.map(({ name, about, kinds }) => ({ rule: name, about, kinds })),
  });
  const text = (await world.pledge("letter", "lint", "--rules")).stdout;
  for (const { name } of lintRules) expect(text).toContain(`${name} (`);
  expect(await world.transcript("letter", "lint", "first", "--rules")).toMatchInlineSnapshot(`
    "$ pledge letter lint first --rules
    ! pledge: error: --rules takes no letter
    ! pledge: hint: say either a name ("pledge letter list") or --rules
    [exit 2]"
  `);
  expect(await world.transcript("letter", "lint")).toMatchInlineSnapshot(`
    "$ pledge letter lint
    ! pledge: error: the letter's name is missing
    ! pledge: hint: say either a name ("pledge letter list") or --rules
    [exit 2]"
  `);
});
