/** Texts that travel in the committee file: from one member's letter to everybody's. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { Templates } from "../../../src/domain/letters/ports.ts";
import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import { done, masked } from "../../support/committee-world.ts";
import { packageRoot } from "../../support/sample.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryTo, lettersIn, share, start, textOf, textsIn } from "./carried-letters.ts";
import { insideOf, put } from "./forge.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron"] });

let rowan: TestWorld;
let heron: TestWorld;

beforeEach(() => {
  [rowan, heron] = [member("rowan"), member("heron")];
});

const noTemplates: Templates = {
  list: () => [],
  languages: () => [],
  find: (id) => ({ ok: false, failure: { type: "template-unknown", id, known: [] } }),
  read: (id) => ({ ok: false, failure: { type: "template-endless", id } }),
  asOneFile: (id) => ({ ok: false, failure: { type: "template-unknown", id, known: [] } }),
  demandLanguage: () => undefined,
  demand: (key) => ({ ok: false, failure: { type: "demand-unknown", key, known: [] } }),
  demands: () => [],
  render: () => {
    throw new Error("nothing is rendered here");
  },
};

describe("pledge letter freeze -o", () => {
  it("fixes a draft and makes the number in which it goes to the others", async () => {
    await start(rowan, "first", { place: "Springfield" });
    await done(rowan, "add", "--from", rowan.file("p.json", signing(1)));
    const output = join(rowan.folder, "letters.pledge");
    rowan.answers([true]);
    const shown = await rowan.transcript("letter", "freeze", "first", "-o", output);
    const id = /\n([0-9a-z]{8})\n/u.exec(shown)?.[1] ?? "";
    expect(masked(shown).replace(id, "(id)")).toMatchInlineSnapshot(`
      "$ pledge letter freeze first -o ~/letters.pledge
      first is fixed: text <16 digits>.
      Must be asked about it (1 person):
      (id)
      It goes to the committee in number 2 of its file.
      Send letters.pledge to heron, to be taken in with:
        pledge merge letters.pledge
      ! Once they have said yes to this text: "pledge confirm ID".
      [exit 0]"
    `);
    expect(await carryTo(rowan, heron)).toMatch(/\n\nThere is a new text to sign: first\.\n$/u);
    expect(await lettersIn(heron)).toEqual([`first* ${await textOf(rowan, "first")}`]);
  });

  it("shares a text that was fixed before, once; then it writes the number that has it", async () => {
    await start(rowan, "first");
    await done(rowan, "letter", "freeze", "first", "--yes");
    expect((await insideOf(rowan)).reference.number).toBe(1);
    const [, shown] = await share(rowan, "first");
    expect(shown).toContain("It goes to the committee in number 2 of its file.");
    const [, again] = await share(rowan, "first");
    expect(again).toContain("The committee has this text already, in number 2 of its file.");
    await carryTo(rowan, heron);
    expect((await insideOf(heron)).reference.number).toBe(2);
    const json = JSON.parse(
      await done(rowan, "letter", "freeze", "first", "-o", "-", "--json"),
    ) as object;
    expect(json).toMatchObject({ v: 1, name: "first", number: 2, ask: [] });
  });

  it("takes every other text that is fixed along, and no draft", async () => {
    for (const [index, name] of ["a", "b", "c"].entries())
      await start(rowan, name, { answerBy: `2026-12-0${index + 1}` });
    await done(rowan, "letter", "freeze", "a", "--yes");
    await share(rowan, "b");
    expect(await textsIn(rowan)).toEqual(["a", "b"]);
  });

  it("leaves a draft a draft when the number cannot be made, or nobody agrees", async () => {
    await start(rowan, "first");
    const { publicKey } = await foreign({
      date: new Date("2026-11-20T00:00:00Z"),
      keyExpirationTime: 10 * 86_400,
      userIDs: [{ name: "sage" }],
    });
    const file = put(rowan, "sage.asc", publicKey.armor());
    const known = ["--fingerprint", `sage=${publicKey.getFingerprint()}`];
    await done(rowan, "invite", file, "-o", join(rowan.folder, "2.pledge"), ...known);
    rowan.today("2026-12-02");
    const output = join(rowan.folder, "letters.pledge");
    expect(await rowan.transcript("letter", "freeze", "first", "-o", output, "--yes"))
      .toMatchInlineSnapshot(`
        "$ pledge letter freeze first -o ~/letters.pledge --yes
        ! pledge: error: nothing can be encrypted to sage, who is in the committee: the key has expired
        ! pledge: hint: ask for a new certificate and take it in: "pledge committee replace sage FILE"; or take sage out: "pledge committee remove sage"
        [exit 5]"
      `);
    rowan.today("2026-11-22");
    for (const answers of [["^C"], [false]]) {
      rowan.answers(answers);
      await rowan.pledge("letter", "freeze", "first", "-o", output);
    }
    expect(existsSync(output)).toBe(false);
    expect(await lettersIn(rowan)).toEqual(["first draft"]);
    expect((await insideOf(rowan)).reference.number).toBe(2);
  });

  it("goes with an invitation as well", async () => {
    await start(rowan, "first");
    await done(rowan, "letter", "freeze", "first", "--yes");
    const { publicKey } = await foreign({
      userIDs: [{ name: "sage" }],
      date: new Date("2026-11-20T00:00:00Z"),
    });
    const known = ["--fingerprint", `sage=${publicKey.getFingerprint()}`];
    const output = join(rowan.folder, "letters.pledge");
    await done(rowan, "invite", put(rowan, "sage.asc", publicKey.armor()), "-o", output, ...known);
    await carryTo(rowan, heron);
    expect(await lettersIn(heron)).toEqual([`first* ${await textOf(rowan, "first")}`]);
  });
});

describe("a text that came with the committee file", () => {
  beforeEach(async () => {
    await start(rowan, "first", { place: "Springfield" });
    await share(rowan, "first");
    await carryTo(rowan, heron);
  });

  it("is listed, shown, signed and written as any letter, also without its template", async () => {
    const packaged = createTemplates(packageRoot);
    for (const templates of [packaged, noTemplates]) {
      heron.withTemplates(templates);
      expect(await done(heron, "letter", "list")).toMatch(/^first: fixed on 2026-11-22/u);
      const { stdout, stderr } = await heron.pledge("letter", "preview", "first");
      expect(stdout).toContain("Springfield, 22 November 2026");
      expect(stderr).not.toMatch(/Left out|demands have changed/u);
      const html = await done(heron, "letter", "write", "first", "--format", "html");
      expect(html).toMatch(/<title>[^<]*demand/iu);
    }
    heron.withTemplates(packaged);
    const person = JSON.stringify({ name: "Sample Name", actions: ["sign"], display: "named" });
    await done(heron, "add", "--from", heron.file("p.json", person));
    expect(await done(heron, "letter", "write", "first", "--format", "txt")).toContain(
      "Sample Name",
    );
  });

  it("is not changed by whoever has only the text", async () => {
    const args = ["letter", "edit", "first", "--set", "answerBy=2026-12-20", "--yes"];
    expect(await heron.transcript(...args)).toMatchInlineSnapshot(`
      "$ pledge letter edit first --set answerBy=2026-12-20 --yes
      ! pledge: error: the text of first came with the committee file, so it is changed where it was written
      ! pledge: hint: ask its writer, or start a letter of your own: "pledge letter start TEMPLATE"
      [exit 1]"
    `);
    expect((await heron.pledge("letter", "edit", "first", "--demands")).exitCode).toBe(1);
  });

  it("is changed by its writer, and takes the place of the one before with everybody", async () => {
    const before = await textOf(heron, "first");
    await done(heron, "add", "--from", heron.file("p.json", signing(2)));
    await done(rowan, "letter", "edit", "first", "--set", "answerBy=2026-12-20", "--yes");
    await share(rowan, "first");
    expect(await carryTo(rowan, heron)).toMatch(
      /The text of first is another one; whoever signed it must be asked again\.\s/u,
    );
    expect(await lettersIn(heron)).toEqual([`first* ${await textOf(rowan, "first")}`]);
    expect(await textOf(heron, "first")).not.toBe(before);
    expect(await done(heron, "letter", "list")).toContain("signed by 0 people, 2 to ask");
  });

  it("has its place outside the text, which its writer may change without asking anybody again", async () => {
    const before = await textOf(heron, "first");
    const place = rowan.file("place.json", JSON.stringify({ place: "Shelbyville" }));
    await done(rowan, "letter", "edit", "first", "--from", place);
    await share(rowan, "first");
    await carryTo(rowan, heron);
    expect(await textOf(heron, "first")).toBe(before);
    expect(await done(heron, "letter", "preview", "first")).toContain("Shelbyville, 22 November");
  });
});
