/** `pledge fact edit` and `fact let-through --undo`: what was said, or allowed, is taken back. */
import { beforeEach, describe, expect, it } from "vitest";

import { dataKeyOf, decryptedImage } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase } from "../../support/sample.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const minutes = {
  key: "minutes",
  claim: "The company runs the camera archive",
  source: "Riverton city council, minutes",
  date: "2026-03-03",
  known: "public",
};
const notes = {
  key: "oncall-notes",
  claim: "Agents get a dashboard of their own",
  source: "Notes of the on-call team",
  date: "2026-09-01",
  known: "work",
};

let world: TestWorld;

beforeEach(async () => {
  world = await testWorld();
  await world.init();
  await world.pledge("fact", "add", "--from", file([minutes, notes]));
});

const file = (content: unknown): string => world.file("facts.json", JSON.stringify(content));
const fact = (key: string): Promise<unknown> =>
  world.inVault((vault) => vault.facts.byKey(key as never));
const edit = (key: string, content: unknown) =>
  world.transcript("fact", "edit", key, "--from", file(content));
const letThrough = () => world.pledge("fact", "let-through", "oncall-notes", "--yes");

/** A draft that shows both. */
const draft = async (): Promise<void> => {
  await letThrough();
  const answers = file({ facts: ["minutes", "oncall-notes"] });
  const started = ["letter", "start", "employer-demands", "--name", "first", "--from", answers];
  expect((await world.pledge(...started)).exitCode).toBe(0);
};
const factsOfDraft = (): Promise<unknown> =>
  world.inVault((vault) => vault.letters.all().map(({ facts }) => facts));

describe("pledge fact edit", () => {
  it("asks the same questions, with what is there as the answer to each", async () => {
    world.answers([minutes.claim, minutes.source, "2026-03-10", "public"]);
    expect(await world.transcript("fact", "edit", "minutes")).toMatchInlineSnapshot(`
      "$ pledge fact edit minutes
      minutes is changed.
      [exit 0]"
    `);
    expect(world.questions()).toHaveLength(4);
    expect(await fact("minutes")).toEqual({ ...minutes, date: "2026-03-10", letThrough: false });
  });

  it("takes what changes from a file, and leaves the rest", async () => {
    await draft();
    expect(await edit("minutes", { claim: "The company runs two archives." }))
      .toMatchInlineSnapshot(`
        "$ pledge fact edit minutes --from ~/facts.json
        minutes is changed.
        ! Shown as it is now, unless the letter is fixed: first.
        [exit 0]"
      `);
    const claim = "The company runs two archives";
    expect(await fact("minutes")).toEqual({ ...minutes, claim, letThrough: false });
    const preview = await world.pledge("letter", "preview", "first");
    expect(preview.stdout.replaceAll(/\s+/gu, " ")).toContain(claim);
    expect(await edit("minutes", { claim })).toMatchInlineSnapshot(`
      "$ pledge fact edit minutes --from ~/facts.json
      minutes stays as it was.
      [exit 0]"
    `);
  });

  it("has it let through again where it says something else, and takes it out of drafts till then", async () => {
    await draft();
    await edit("oncall-notes", { date: "2026-09-02" });
    expect(await fact("oncall-notes")).toMatchObject({ letThrough: true });
    expect(await factsOfDraft()).toEqual([["minutes", "oncall-notes"]]);
    expect(await edit("oncall-notes", { claim: "Agents get two dashboards" }))
      .toMatchInlineSnapshot(`
      "$ pledge fact edit oncall-notes --from ~/facts.json
      oncall-notes is changed.
      ! These drafts show it no more: first.
      ! Known only from work, and in no letter before you decide it:
      ! "pledge fact let-through oncall-notes".
      [exit 0]"
    `);
    expect(await fact("oncall-notes")).toMatchObject({ letThrough: false, date: "2026-09-02" });
    expect(await factsOfDraft()).toEqual([["minutes"]]);
    expect((await world.pledge("letter", "preview", "first")).exitCode).toBe(0);
  });

  it("erases the words before, wherever the pages have moved them", async () => {
    const others = Array.from({ length: 12 }, (_, index) => ({
      ...notes,
      key: `other-${index}`,
      claim: `Other words ${index} ${"padding ".repeat(index * 3)}end`,
    }));
    await world.pledge("fact", "add", "--from", file(others));
    const told = Array.from(
      { length: 24 },
      (_, index) => `Wording ${index}: ${"more ".repeat((index * 7) % 60)}end`,
    );
    for (const [index, claim] of told.entries())
      await edit(`other-${index % 12}`, { claim: claim.replace("Wording", "Former wording") });
    for (const [index, claim] of told.entries()) await edit(`other-${index % 12}`, { claim });
    const dataKey = await dataKeyOf(world.vaultFolder, passphrase, fastDerive);
    const image = (await decryptedImage(world.vaultFolder, dataKey)).toString("latin1");
    expect(image).toContain("Wording 23: ");
    expect(image.match(/Former wording|Other words|Wording \d:/gu)).toBeNull();
  });

  it.each([
    ["another key", { key: "other" }, /a fact keeps its key/u],
    ["a member that no fact has", { letThrough: true }, /not known here/u],
    ["a day that has not come", { date: "2027-01-01" }, /date/u],
    ["a list", [minutes], /./u],
    ["a number", 7, /./u],
  ])("refuses %s and changes nothing", async (_, content, message) => {
    const before = await fact("minutes");
    const { exitCode, stdout, stderr } = await world.pledge(
      "fact",
      "edit",
      "minutes",
      "--from",
      file(content),
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: "" });
    expect(stderr).toMatch(message);
    expect(await fact("minutes")).toEqual(before);
  });

  it("changes nothing when it is left with Ctrl-C, without a terminal, and of an unknown key", async () => {
    const before = await fact("minutes");
    world.answers(["Another claim", "^C"]);
    expect((await world.pledge("fact", "edit", "minutes")).exitCode).toBe(130);
    expect((await world.pledge("fact", "edit", "minutes")).stderr).toContain("--from FILE");
    expect((await world.pledge("fact", "edit", "nothing")).exitCode).toBe(2);
    expect(await fact("minutes")).toEqual(before);
  });
});

describe("pledge fact let-through --undo", () => {
  it("lets no letter say it any more, and takes it out of the drafts", async () => {
    await draft();
    const undo = ["fact", "let-through", "oncall-notes", "--undo"];
    expect(await world.transcript(...undo)).toMatchInlineSnapshot(`
      "$ pledge fact let-through oncall-notes --undo
      No letter may say oncall-notes any more. These drafts show it no more: first. Fixed letters keep what they say.
      [exit 0]"
    `);
    expect(await fact("oncall-notes")).toEqual({ ...notes, letThrough: false });
    expect(await factsOfDraft()).toEqual([["minutes"]]);
    expect(await world.transcript(...undo)).toMatchInlineSnapshot(`
      "$ pledge fact let-through oncall-notes --undo
      No letter may say oncall-notes anyhow.
      [exit 0]"
    `);
    expect((await letThrough()).exitCode).toBe(0);
    expect(await fact("oncall-notes")).toMatchObject({ letThrough: true });
    expect(JSON.parse((await world.pledge(...undo, "--json")).stdout)).toEqual({
      v: 1,
      fact: { key: "oncall-notes", letThrough: false },
      changed: true,
      drafts: [],
    });
  });

  it("has nothing to take back of what is public", async () => {
    const { stdout, exitCode } = await world.pledge("fact", "let-through", "minutes", "--undo");
    expect({ stdout, exitCode }).toEqual({
      stdout: "minutes is public, so letters may say it.\n",
      exitCode: 0,
    });
  });
});
