/** A letter from its template to a file, and again after a change: what is on the screen at each step. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { fromSignatories, letterWorld } from "./letter-world.ts";

it("goes from a template to a file that lists who signed, and nobody else", async () => {
  const world = await letterWorld();
  const answers = world.file(
    "answers.json",
    JSON.stringify({ place: "Riverton", contact: "us@example.org" }),
  );
  expect(
    await world.play(
      "letter",
      "start",
      "employer-demands",
      "--name",
      "first",
      "--from",
      answers,
      "--set",
      "otherwise=refuse",
    ),
  ).toMatchInlineSnapshot(`
    "$ pledge letter start employer-demands --name first --from ~/answers.json --set otherwise=refuse
    first is started, with 4 demands.
    ! Read it with "pledge letter preview first"; change it with
    ! "pledge letter edit first".
    [exit 0]"
  `);
  expect(await world.play("letter", "list")).toMatchInlineSnapshot(`
    "$ pledge letter list
    first: a draft, started on 2026-11-22
    [exit 0]"
  `);
  const draft = await world.pledge("letter", "preview", "first");
  expect(draft.stdout).toMatch(/^Riverton, 22 November 2026\n/u);
  expect(draft.stdout).not.toContain("Signatories");
  expect(draft.stdout).not.toContain("have signed");
  expect(draft.stderr).toMatchInlineSnapshot(`
    "
    A draft: nobody can sign it before "pledge letter freeze first".
    Once the 21 people who pledged to sign have signed it, it shows 4 names, 5 by
    role and more than 10 others; supporters: 1 name.
    Names held back: 16
      8 asked to be a number only
      5 asked to be shown by role and team, and are
      3 asked to be shown by role and team, and are a number
      Such lines stand for whole fives of people, and not for nearly a whole team.
    Left out, which is fine: respondent, furtherStep, companyWords,
    workingConditions and copies.
    "
  `);

  expect(await world.play("letter", "freeze", "first", "--yes")).toMatchInlineSnapshot(`
    "$ pledge letter freeze first --yes
    first is fixed: text (16 digits).
    Must be asked about it (21 people):
    quiet-2
    quiet-6
    zoe
    quiet-3
    quiet-7
    sre-3
    designer-1
    quiet-1
    hanako
    ornek
    quiet-5
    sre-1
    quiet-4
    sre-6
    grace
    sre-4
    sre-5
    quiet-8
    designer-2
    picture
    sre-2
    ! Once they have said yes to this text: "pledge confirm ID".
    [exit 0]"
  `);
  expect(await world.play("letter", "list")).toMatchInlineSnapshot(`
    "$ pledge letter list
    first: fixed on 2026-11-22, signed by 0 people, 21 to ask (text (16 digits))
    [exit 0]"
  `);

  const some = [
    "zoe",
    "picture",
    "hanako",
    "grace",
    "sre-1",
    "sre-2",
    "sre-3",
    "sre-4",
    "sre-5",
    "designer-1",
    "quiet-1",
    "quiet-2",
  ];
  await world.pledge("confirm", ...some);
  const fixed = await world.pledge("letter", "preview", "first");
  expect(fromSignatories(fixed.stdout)).toMatchInlineSnapshot(`
    "Signatories
    -----------

    ![x](http://t/p.gif), SRE
    Zoë Voorbeeld, Designer
    山田花子, Data Scientist
    SRE, Cloud (5)

    and at least one more who signs without a name

    Supporters from outside Engineering
    -----------------------------------

    Grace Example

    Affiliations are given for identification only.
    "
  `);
  expect(world.plain(fixed.stderr)).toMatchInlineSnapshot(`
    "
    Fixed on 2026-11-22 (text (16 digits)); 12 people signed it.
    9 people pledged to sign and must be asked about this text:
    "pledge letter write first --reask".
    Names held back: 8
      2 asked to be a number only
      5 asked to be shown by role and team, and are
      1 asked to be shown by role and team, and are a number
      Such lines stand for whole fives of people, and not for nearly a whole team.
    Left out, which is fine: respondent, furtherStep, companyWords,
    workingConditions and copies.
    "
  `);

  const file = join(world.folder, "letter.txt");
  expect(await world.play("letter", "write", "first", "--format", "txt", "-o", file))
    .toMatchInlineSnapshot(`
      "$ pledge letter write first --format txt -o ~/letter.txt
      ~/letter.txt: 3 names, 5 by role and a few others; supporters: 1 name.
      ! 9 people pledged to sign and did not sign this text, so the letter leaves them
      ! out: "pledge letter write first --reask".
      ! line 15: missing-facts: no fact about what the company does. To tell what is
      ! public, record it with "pledge fact add" and choose it with
      ! "pledge letter edit first".
      ! line 15: missing-company-words: no words of the company's own. To quote what the
      ! company promised, answer companyWords: "pledge letter edit first".
      [exit 0]"
    `);
  expect(fromSignatories(world.read("letter.txt"))).toBe(fromSignatories(fixed.stdout));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("lists those who must be asked again after the text was changed and fixed anew", async () => {
  const world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands", "--name", "first");
  await world.pledge("letter", "freeze", "first", "--yes");
  await world.pledge("confirm", "zoe", "quiet-1");

  expect(await world.play("letter", "edit", "first", "--set", "answerBy=2027-01-15"))
    .toMatchInlineSnapshot(`
    "$ pledge letter edit first --set answerBy=2027-01-15
    ! pledge: error: the text of first is fixed, and people have signed it or may have
    ! pledge: hint: to change it all the same and ask them again: "pledge letter edit first --yes"
    [exit 1]"
  `);
  expect(await world.play("letter", "edit", "first", "--set", "answerBy=2027-01-15", "--yes"))
    .toMatchInlineSnapshot(`
    "$ pledge letter edit first --set answerBy=2027-01-15 --yes
    first is changed and a draft again.
    Signed the text before, and must be asked again once this one is fixed (2 people):
    zoe
    quiet-1
    [exit 0]"
  `);
  expect(await world.play("letter", "write", "first", "--reask")).toMatchInlineSnapshot(`
    "$ pledge letter write first --reask
    ! pledge: error: the text of first is not fixed yet, so nobody can have signed it
    ! pledge: hint: read it with "pledge letter preview first", then "pledge letter freeze first"
    [exit 1]"
  `);
  const again = await world.play("letter", "freeze", "first", "--yes");
  expect(again).toContain("Must be asked about it (21 people):");
  expect(again).toMatch(/\nzoe\n/u);
  await world.pledge("confirm", "zoe");
  const left = (await world.play("letter", "write", "first", "--reask")).split("\n");
  expect(left).toHaveLength(20 + 4);
  expect(left).not.toContain("zoe");
  expect(left).toContain("quiet-1");
});

it("writes the same text in three formats, each with its own escape", async () => {
  const world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands");
  await world.pledge("letter", "freeze", "employer-demands", "--yes");
  await world.pledge("confirm", "picture", "hanako", "quiet-1");
  const written = async (format: string): Promise<string> =>
    (await world.pledge("letter", "write", "employer-demands", "--format", format)).stdout;
  const [md, txt, html] = [await written("md"), await written("txt"), await written("html")];
  expect(md).toMatch(/^- \\!\\\[x\\\]\\\(http\\:\/\/t\/p.*SRE$/mu);
  expect(txt).toContain("\n![x](http://t/p.gif), SRE\n");
  expect(html).toContain('<bdi dir="auto">![x](http://t/p.gif)</bdi>');
  expect(html).not.toContain("<img");
  for (const text of [md, txt, html]) {
    expect(text).toContain("山田花子");
    expect(text).not.toMatch(/Secret/u);
    expect(text.endsWith("\n")).toBe(true);
  }
});

it("keeps a signature when a change is taken back before the text is fixed again", async () => {
  const world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands");
  const first = await world.pledge("letter", "freeze", "employer-demands", "--yes", "--json");
  await world.pledge("confirm", "zoe");
  await world.pledge("letter", "edit", "employer-demands", "--set", "otherwise=refuse", "--yes");
  await world.pledge("letter", "edit", "employer-demands", "--set", "otherwise=");
  const second = await world.pledge("letter", "freeze", "employer-demands", "--yes", "--json");
  const text = (json: string): string => (JSON.parse(json) as { readonly text: string }).text;
  expect(text(second.stdout)).toBe(text(first.stdout));
  const letter = await world.pledge("letter", "write", "employer-demands", "--format", "txt");
  expect(letter.stdout).toContain("Zoë Voorbeeld");
});

it("lets the place change beside a fixed text, which it is no part of", async () => {
  const world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands");
  await world.pledge("letter", "freeze", "employer-demands", "--yes");
  await world.pledge("confirm", "zoe");
  const place = world.file("place.json", JSON.stringify({ place: "Elsewhere" }));
  expect(await world.play("letter", "edit", "employer-demands", "--from", place))
    .toMatchInlineSnapshot(`
    "$ pledge letter edit employer-demands --from ~/place.json
    employer-demands is changed.
    [exit 0]"
  `);
  const letter = await world.pledge("letter", "write", "employer-demands", "--format", "txt");
  expect(letter.stdout).toMatch(/^Elsewhere, 22 November 2026\n/u);
  expect(letter.stdout).toContain("Zoë Voorbeeld");
});
