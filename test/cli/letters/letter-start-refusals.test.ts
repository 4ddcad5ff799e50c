/** What `letter start` refuses: two lines, an exit code, and nothing kept. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { letterWorld, refusal } from "./letter-world.ts";

describe("letter start refuses", () => {
  it("a letter that goes back to another one, as long as none was noted", async () => {
    const world = await letterWorld();
    for (const [template, what] of [
      ["employer-follow-up", "one that was delivered"],
      ["statement-on-response", "the company's answer"],
    ] as const) {
      const { exitCode, stderr } = await world.pledge("letter", "start", template, "--no-input");
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`this letter goes back to ${what}, and none has been noted`);
    }
  });

  it("a template that there is not", async () => {
    const world = await letterWorld();
    expect(await refusal(world, "start", "love-letter")).toMatchInlineSnapshot(`
      "! pledge: error: there is no template of that name
      ! pledge: hint: see them with "pledge letter templates"
      [exit 2]"
    `);
  });

  it("a campaign without demands, and one with a demand that nobody knows", async () => {
    const world = await letterWorld({ demands: [] });
    await world.inVault((vault) => vault.campaign.save({ ...vault.campaign.get(), demands: [] }));
    expect(await refusal(world, "start", "employer-demands")).toMatchInlineSnapshot(`
      "! pledge: error: the campaign has no demands yet, so the letter would ask for nothing
      ! pledge: hint: choose them with "pledge campaign edit"
      [exit 1]"
    `);
    await world.inVault((vault) =>
      vault.campaign.save({ ...vault.campaign.get(), demands: ["free-lunch"] as never[] }),
    );
    expect(await refusal(world, "start", "employer-demands")).toMatchInlineSnapshot(`
      "! pledge: error: the campaign names a demand that is not in the library
      ! pledge: hint: see them with "pledge demand list", write your own with "pledge demand add", or change the campaign with "pledge campaign edit"
      [exit 5]"
    `);
  });

  it("a name that is taken, and one that is no name", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands", "--name", "first");
    expect(await refusal(world, "start", "employer-demands", "--name", "first"))
      .toMatchInlineSnapshot(`
      "! pledge: error: there is a letter called first already
      ! pledge: hint: change it with "pledge letter edit first", or give the new one another name with --name
      [exit 2]"
    `);
    expect(await refusal(world, "start", "employer-demands", "--name", "First Letter"))
      .toMatchInlineSnapshot(`
      "! pledge: error: a letter's name is lower-case letters, digits and hyphens, at most 40
      ! pledge: hint: for example: --name first-letter
      [exit 2]"
    `);
    await world.pledge("letter", "start", "employer-demands");
    await world.pledge("letter", "start", "employer-demands");
    expect(await world.play("letter", "list")).toContain("employer-demands-2: a draft");
  });

  it("to leave out what the letter needs", async () => {
    const world = await letterWorld();
    const shown = await refusal(world, "start", "employer-demands", "--set", "answerBy=");
    expect(shown.replace(/line \d+, column \d+/u, "line L, column C")).toMatchInlineSnapshot(`
      "! pledge: error: the letter still needs answerBy (line L, column C)
      ! pledge: hint: answer when pledge asks, or give it with --set NAME=VALUE or --from FILE; nothing was changed
      [exit 1]"
    `);
  });

  it("a person's value on the command line, before it reads anything else", async () => {
    const world = await letterWorld();
    const missing = join(world.folder, "missing.json");
    expect(
      await refusal(
        world,
        "start",
        "employer-demands",
        "--set",
        "contact=Ana Gomez",
        "--from",
        missing,
      ),
    ).toMatchInlineSnapshot(`
      "! pledge: error: contact may point to a person, and a command line is kept by shells and by employers' tools
      ! pledge: hint: let pledge ask for it, or put it into a file: --from FILE
      [exit 2]"
    `);
  });

  it("a value that the template does not ask for, without repeating it", async () => {
    const world = await letterWorld();
    expect(await refusal(world, "start", "employer-demands", "--set", "anaGomez=x")).toMatch(
      /^! pledge: error: the template has no value of that name\n! pledge: hint: --set takes answerBy, /u,
    );
    const file = world.file("answers.json", '{"Ana Gomez":"x"}');
    const shown = await refusal(world, "start", "employer-demands", "--from", file);
    expect(shown).toContain("[exit 5]");
    expect(shown).not.toContain("Gomez");
  });

  it("answers of the wrong kind, all of them at once", async () => {
    const world = await letterWorld();
    const file = world.file("answers.json", '{"answerBy":"soon","otherwise":"sign","copies":7}');
    const shown = await refusal(world, "start", "employer-demands", "--from", file);
    expect(shown).toContain('"copies" should be text');
    const strings = world.file(
      "answers.json",
      '{"answerBy":"soon","otherwise":"sign","companyWords":"\\u001b[2J"}',
    );
    const all = await refusal(world, "start", "employer-demands", "--from", strings);
    expect(all).toMatch(/"answerBy".*"otherwise".*"companyWords"/u);
    expect(all).toContain("[exit 5]");
  });

  it.each([
    ["no JSON", "{"],
    ["a member twice", '{"place":"a","place":"b"}'],
    ["__proto__", '{"__proto__":{"place":"a"}}'],
    ["a list", '["a"]'],
    ["an answer that is too long", JSON.stringify({ companyWords: "x".repeat(4001) })],
    ["a lone surrogate", '{"companyWords":"\\ud800"}'],
  ])("a file with %s", async (_, content) => {
    const world = await letterWorld();
    const shown = await refusal(
      world,
      "start",
      "employer-demands",
      "--from",
      world.file("a.json", content),
    );
    expect(shown).toMatch(/^! pledge: error: .+\n! pledge: hint: .+\n\[exit 5\]$/u);
  });
});
