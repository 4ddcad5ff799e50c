/** One letter with the signatories of five organizers. */
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { outcomesOf } from "../committee/forge.ts";
import {
  listFor,
  named,
  notesOf,
  several,
  signatoriesOf,
  signingCommittee,
  signWith,
} from "./signing-world.ts";

const member = signingCommittee(
  {
    rowan: [
      named("Ana Gómez", { team: "cloud", role: "SRE" }),
      ...several(12, "cloud", { team: "cloud" }),
      ...several(7, "sre", { display: "role", team: "cloud", role: "SRE" }),
    ],
    heron: [
      named("Bo Sample", { team: "ads" }),
      named("ANA GÓMEZ", { team: "cloud" }),
      ...several(20, "ads", { team: "ads" }),
    ],
    wren: [
      named("Chi Sample", { alias: "chi", team: "data", role: "Analyst" }),
      ...several(9, "data", { team: "data" }),
    ],
    finch: [named("Dee Sample", { role: "Designer" })],
    robin: [named("Grace Example", { supporter: true }), named("Eve Sample", { team: "cloud" })],
  },
  { rowan: ["cloud"], heron: ["ads"], wren: ["data"] },
);

const others = ["heron", "wren", "finch", "robin"];
let rowan: TestWorld;

const sent = (handle: string): Promise<string> =>
  listFor(member(handle), rowan, "rowan", `${handle}.signers`);

const merged = async (...files: readonly string[]): Promise<readonly string[]> =>
  outcomesOf(await done(rowan, "merge", ...files, "--json"));

const allLists = (): Promise<readonly string[]> => Promise.all(others.map(sent));

beforeEach(() => {
  rowan = member("rowan");
});

describe("the signatories of five organizers under one letter", () => {
  it("are named by name, each once, and the rest is roles and numbers that can be shown", async () => {
    const alone = await signatoriesOf(rowan);
    expect(alone).not.toContain("Bo Sample");
    expect(await merged(...(await allLists()))).toEqual(
      others.map((handle) => `${handle}.signers merged`),
    );
    expect(await signatoriesOf(rowan)).toMatchInlineSnapshot(`
      "Signatories
      -----------

      Ana Gómez, SRE
      Bo Sample
      Chi Sample, Analyst
      Dee Sample, Designer
      Eve Sample
      SRE, Cloud (5)

      and more than 40 others who sign without their names

      Supporters from outside Engineering
      -----------------------------------

      Grace Example"
    `);
    expect(await done(rowan, "letter", "list")).toContain("signed by 52 to 55 people, 0 to ask");
  });

  it("come with where they come from, and with what was put together", async () => {
    await merged(...(await allLists()));
    const { stderr } = await rowan.pledge("letter", "preview", "first");
    expect(stderr.replace(/[0-9a-f]{16}/u, "(16 digits)")).toMatchInlineSnapshot(`
      "
      Fixed on 2026-11-22 (text (16 digits)); at least 52 people signed it.
      It may be 55, if nobody told two organizers. The least holds if everybody is in
      the right team.
      Signatures of 5 organizers: rowan (you), finch as of 2026-11-22, heron as of
      2026-11-22, robin as of 2026-11-22 and wren as of 2026-11-22.
      1 name stands in several lists and is shown once. Two people of one name are
      told apart by their roles.
      Names held back: at least 46
        40 are a number only
        5 asked to be shown by role and team, and are
        1 asked to be shown by role and team, and are a number
        Such lines stand for whole fives of people, and not for nearly a whole team.
      Left out, which is fine: respondent, otherwise, furtherStep, companyWords,
      workingConditions, contact, copies and place.
      "
    `);
    const file = join(rowan.folder, "letter.html");
    expect(await rowan.transcript("letter", "write", "first", "--format", "html", "-o", file))
      .toMatchInlineSnapshot(`
      "$ pledge letter write first --format html -o ~/letter.html
      ~/letter.html: 5 names, 5 by role and more than 40 others; supporters: 1 name.
      ! Signatures of 5 organizers: rowan (you), finch as of 2026-11-22, heron as of
      ! 2026-11-22, robin as of 2026-11-22 and wren as of 2026-11-22.
      ! 1 name stands in several lists and is shown once. Two people of one name are
      ! told apart by their roles.
      ! The letter has 4 faults: "pledge letter lint first".
      [exit 0]"
    `);
    const json = JSON.parse(await done(rowan, "letter", "preview", "first", "--json")) as {
      readonly signed: unknown;
      readonly organizers: readonly unknown[];
    };
    expect(json.signed).toEqual({ low: 52, high: 55 });
    expect(json.organizers.slice(0, 2)).toEqual([
      { handle: "rowan", you: true, forked: false },
      { handle: "finch", you: false, asOf: "2026-11-22", forked: false },
    ]);
  });

  it("are the same in whatever order and however often the lists come", async () => {
    const files = await allLists();
    for (const file of files.toReversed()) await merged(file);
    const once = [await signatoriesOf(rowan), await notesOf(rowan)];
    expect(await merged(...files)).toEqual(others.map((handle) => `${handle}.signers duplicate`));
    expect([await signatoriesOf(rowan), await notesOf(rowan)]).toEqual(once);
  });

  it("lose whoever takes it back, with the next list of her organizer", async () => {
    const before = await sent("wren");
    await merged(before);
    expect(await signatoriesOf(rowan)).toContain("Chi Sample, Analyst");
    await done(member("wren"), "withdraw", "chi", "--yes");
    expect(await merged(await listFor(member("wren"), rowan, "rowan", "next.signers"))).toEqual([
      "next.signers merged",
    ]);
    expect(await signatoriesOf(rowan)).not.toContain("Chi Sample");
    expect(await merged(before)).toEqual(["wren.signers duplicate"]);
    expect(await signatoriesOf(rowan)).not.toContain("Chi Sample");
  });

  it("have no name of somebody who told us otherwise, whoever else gives it", async () => {
    await signWith(rowan, [
      { name: "Bo Sample", alias: "bo", display: "named" },
      { name: "Chi Sample", display: "counted" },
    ]);
    await done(rowan, "withdraw", "bo", "--yes");
    await merged(await sent("heron"), await sent("wren"));
    const letter = await signatoriesOf(rowan);
    expect(letter).toContain("Ana Gómez");
    expect(letter).not.toMatch(/Bo Sample|Chi Sample/u);
    const notes = await notesOf(rowan);
    expect(notes).toContain(
      "1 name of other lists left out: with you the signature was taken back, or is of a supervisor.",
    );
    expect(notes).toContain(
      "1 name of other lists shown as a number: with you that was asked for.",
    );
  });

  it("leave a letter as it is where the other list is of nobody", async () => {
    const alone = await signatoriesOf(rowan);
    const wren = member("wren");
    const ids = JSON.parse(await done(wren, "list", "--json")) as {
      readonly people: readonly { readonly id: string }[];
    };
    for (const { id } of ids.people) await done(wren, "withdraw", id, "--yes");
    await merged(await sent("wren"));
    expect(await signatoriesOf(rowan)).toBe(alone);
  });

  it("have nobody's name on a screen or in a file who is not to be named", async () => {
    const shown: string[] = [];
    for (const handle of others) {
      const world = member(handle);
      const args = ["letter", "signers", "first", "--to", "rowan", "--yes"];
      shown.push(await world.transcript(...args), await world.transcript(...args, "--json"));
    }
    await merged(...(await allLists()));
    for (const args of [["list"], ["preview", "first"], ["write", "first", "--format", "md"]]) {
      shown.push(await rowan.transcript("letter", ...args));
      shown.push(await rowan.transcript("letter", ...args, "--json"));
    }
    expect(shown.filter((text) => /secret/iu.test(text))).toEqual([]);
    expect(shown.join("\n")).toContain("Bo Sample");
  });
});
