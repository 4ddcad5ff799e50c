/** `pledge letter respond`, and the letters that are written from what came back. */
import { beforeEach, describe, expect, it } from "vitest";

import type { LetterWorld } from "./letter-world.ts";
import { must, soundLetter } from "./sound-letter.ts";

let world: LetterWorld;

beforeEach(async () => {
  world = await soundLetter({
    demands: ["drop-contracts", "require-subpoenas", "no-retaliation"],
  });
});

const file = (name: string, content: unknown): string =>
  world.file(`${name}.json`, JSON.stringify(content));

const deliver = async (on = "2026-11-22", addressee = "Dana Roe"): Promise<void> => {
  const given = { addressee, way: "by hand", on, answerBy: "2026-12-15" };
  await must(world, "letter", "deliver", "first", "--from", file("delivery", given));
};

const refused = { demand: "drop-contracts", state: "refused", words: "We serve everyone." };
const partly = { demand: "require-subpoenas", state: "partly-met" };

const respond = (answers: unknown, ...more: readonly string[]): Promise<string> =>
  must(world, "letter", "respond", "first", "--from", file("answer", answers), ...more);

describe("pledge letter respond", () => {
  it("asks of each demand how it was answered and in what words, and the demands stand so", async () => {
    await deliver();
    world.today("2026-12-10");
    world.answers(["", "refused", "We serve everyone.", "met in part", "", "not a word about it"]);
    expect(await world.play("letter", "respond", "first")).toMatchInlineSnapshot(`
      "$ pledge letter respond first
      The answer of 2026-12-10 to first (1) is noted: of the demands 1 met in part, 1
      refused and 1 not answered.
      ! To hold it against each demand in public:
      ! "pledge letter start statement-on-response".
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "On which day did the answer come? (YYYY-MM-DD)",
        "What did the company answer?",
        "In what words? (Enter leaves them out)",
        "What did the company answer?",
        "In what words? (Enter leaves them out)",
        "What did the company answer?",
      ]
    `);
    expect(await world.inVault((vault) => vault.deliveries.responses())).toEqual([
      {
        delivery: 1,
        on: "2026-12-10",
        answers: [refused, partly, { demand: "no-retaliation", state: "open" }],
      },
    ]);
    const standing = await world.inVault(({ demands }) =>
      ["drop-contracts", "require-subpoenas", "no-retaliation"].map((key) =>
        demands.changes(key as never),
      ),
    );
    expect(standing).toEqual([
      [{ state: "refused", since: "2026-12-10", words: "We serve everyone." }],
      [{ state: "partly-met", since: "2026-12-10" }],
      [],
    ]);
    expect(await world.play("letter", "list")).toContain("answered on 2026-12-10");
  });

  it("is refused before the letter went out, and for what cannot be", async () => {
    expect(await world.play("letter", "respond", "first")).toMatchInlineSnapshot(`
      "$ pledge letter respond first
      ! pledge: error: first has not gone out as far as this vault knows, so nothing can have come back
      ! pledge: hint: note first to whom it went, and when: "pledge letter deliver first"
      [exit 1]"
    `);
    await deliver();
    for (const [answers, fault] of [
      [{ answers: [{ ...refused, demand: "Dana Roe" }] }, "should be one of: drop-contracts"],
      [{ answers: [refused, refused] }, "stands there twice"],
      [{ answers: [{ ...refused, state: "ignored" }] }, "should be one of: open"],
      [{ on: "2026-11-21", answers: [] }, "2026-11-22 or later"],
      [{ on: "2026-11-23", answers: [] }, "has not come yet"],
      [{}, '"answers" is missing'],
    ] as const) {
      const path = file("answer", answers);
      const { exitCode, stderr } = await world.pledge("letter", "respond", "first", "--from", path);
      expect({ exitCode, fault: stderr.includes(fault) }).toEqual({ exitCode: 5, fault: true });
      expect(stderr).not.toContain("Dana");
    }
    expect(await world.inVault((vault) => vault.deliveries.responses())).toEqual([]);
  });

  it("needs to know which delivery was answered where there are several", async () => {
    await deliver();
    await deliver("2026-11-22", "The board");
    expect(await world.play("letter", "respond", "first")).toMatchInlineSnapshot(`
      "$ pledge letter respond first
      ! pledge: error: there are several deliveries that it can go back to
      ! pledge: hint: say which with --delivery NUMBER: 1 (first, 2026-11-22) and 2 (first, 2026-11-22)
      [exit 2]"
    `);
    await respond({ answers: [refused] }, "--delivery", "2");
    // What was not answered yet is offered first.
    world.answers([
      "1: first to Dana Roe, by hand, on 2026-11-22; an answer is due by 2026-12-15",
      "",
      "refused",
      "",
      "refused",
      "",
      "refused",
      "",
    ]);
    await must(world, "letter", "respond", "first");
    expect(world.offered()[0]).toContain("1: first to Dana Roe");
    const responses = await world.inVault((vault) => vault.deliveries.responses());
    expect(responses.map(({ delivery }) => delivery)).toEqual([2, 1]);
  });

  it("tells which demands it is news for, and keeps what was noted before", async () => {
    await deliver();
    const first = JSON.parse(await respond({ answers: [refused, partly] }, "--json")) as unknown;
    expect(first).toMatchObject({ changed: ["drop-contracts", "require-subpoenas"] });
    const again = { answers: [{ demand: "drop-contracts", state: "met" }, partly] };
    expect(JSON.parse(await respond(again, "--json"))).toMatchObject({
      changed: ["drop-contracts"],
    });
    const changes = await world.inVault(({ demands }) =>
      demands.changes("drop-contracts" as never),
    );
    expect(changes.map(({ state }) => state)).toEqual(["refused", "met"]);
  });
});

describe("a letter that goes back to another", () => {
  it("cannot be started before there is anything to go back to", async () => {
    expect(await world.play("letter", "start", "employer-follow-up")).toMatchInlineSnapshot(`
      "$ pledge letter start employer-follow-up
      ! pledge: error: this letter goes back to one that was delivered, and none has been noted
      ! pledge: hint: note it first: "pledge letter deliver NAME"
      [exit 1]"
    `);
    await deliver();
    expect(await world.play("letter", "start", "statement-on-response")).toMatchInlineSnapshot(`
      "$ pledge letter start statement-on-response
      ! pledge: error: this letter goes back to the company's answer, and none has been noted
      ! pledge: hint: note it first: "pledge letter respond NAME"
      [exit 1]"
    `);
    expect(await world.play("letter", "start", "employer-demands", "--delivery", "1"))
      .toMatchInlineSnapshot(`
      "$ pledge letter start employer-demands --delivery 1
      ! pledge: error: employer-demands goes back to no letter before it, so --delivery says nothing
      ! pledge: hint: leave --delivery out
      [exit 2]"
    `);
  });

  it("is a follow-up with the demands and the days of the first letter, once its day has passed", async () => {
    await deliver();
    await world.inVault(({ campaign, transaction }) =>
      transaction(() => {
        campaign.save({ ...campaign.get(), demands: ["disclose-contracts" as never] });
        return { ok: true, value: undefined };
      }),
    );
    await must(world, "letter", "start", "employer-follow-up", "--name", "again");
    expect(await world.play("letter", "lint", "again")).toContain("answer-still-due");
    world.today("2026-12-16");
    const text = (await must(world, "letter", "preview", "again")).replaceAll(/\s+/gu, " ");
    expect(text).toContain("On 22 November 2026 we handed our demands over.");
    expect(text).toContain("We asked for an answer by 15 December 2026.");
    expect(text).not.toContain("List the agencies");
    expect(await world.play("letter", "lint", "again")).not.toContain("answer-still-due");
  });

  it("is a statement that holds the answer against each demand", async () => {
    await deliver();
    await deliver("2026-11-22", "The board");
    await respond({ answers: [refused, partly] }, "--delivery", "2");
    await must(world, "letter", "start", "statement-on-response", "--name", "said");
    const text = await must(world, "letter", "preview", "said");
    expect(text.slice(text.indexOf("On 22"), text.indexOf("A pause"))).toMatchInlineSnapshot(`
      "On 22 November 2026 we gave the company
      our demands, and on 22 November 2026 it answered. We have held its answer
      against every one of them:

      1. End all contracts with law-enforcement agencies. Refused. The company says:
         "We serve everyone."
      2. Disclose nothing about a user to law enforcement without a judge's subpoena,
         order or warrant. Met in part. It will be met in full when published rules
         refuse requests that no judge signed, require a warrant for content and
         location, and promise users notice. The company contests gag orders, and
         publishes how many requests of each kind it receives.
      3. Punish nobody for signing or for speaking. Not answered.

      "
    `);
    // A later answer adds to it while the text is not fixed, and takes nothing of the first one away.
    await respond({ answers: [{ demand: "no-retaliation", state: "met" }] }, "--delivery", "2");
    const later = await must(world, "letter", "preview", "said");
    for (const said of ["for speaking. Met.", "Refused. The company says:", "Met in part."])
      expect(later.replaceAll(/\s+/gu, " ")).toContain(said);
  });

  it("keeps what it goes back to through an edit", async () => {
    await deliver();
    world.today("2026-12-16");
    await must(world, "letter", "start", "employer-follow-up", "--name", "again");
    await must(world, "letter", "edit", "again", "--set", "answerBy=2027-01-31");
    const all = await world.inVault(({ letters }) => letters.all());
    expect(all.map(({ name, about }) => [name, about])).toContainEqual(["again", 1]);
  });

  it("takes no template that goes back to an answer while there is none", async () => {
    await deliver();
    await must(world, "letter", "start", "employer-follow-up", "--name", "again");
    const copy = world.file("own.en.md.hbs", "");
    await must(world, "letter", "new", "statement-on-response", "-o", copy, "--force");
    const edit = ["letter", "edit", "again", "--template", copy];
    const refused = await world.pledge(...edit);
    expect(refused.stderr).toContain("goes back to the company's answer, and none has been noted");
    expect(refused.exitCode).toBe(1);
    await respond({ answers: [partly] });
    await must(world, ...edit);
    expect(await must(world, "letter", "preview", "again")).toContain("Met in part.");
  });
});
