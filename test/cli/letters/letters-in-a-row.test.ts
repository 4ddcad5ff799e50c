/** Letters under one text, one after the other: what each is held to, what is said of it, and what the vault keeps. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { dataKeyOf, decryptedImage } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase } from "../../support/sample.ts";
import { fromSignatories, letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";
import type { Publication } from "../../../src/domain/letters/publication.ts";

const five = [1, 2, 3, 4, 5].map((n) => `sre-${n}`);

/** A fixed letter that five people have signed by role and team, and three who can sign it so still. */
const fixed = async (): Promise<LetterWorld> => {
  const world = await letterWorld();
  const more = ["otter", "plover", "quail", "robin", "stork", "tern"].map((alias) => ({
    name: `Secret ${alias}`,
    alias,
    display: "role",
    team: "cloud",
    role: "SRE",
    actions: ["sign"],
  }));
  await world.pledge("add", "--from", world.file("more.json", JSON.stringify(more)));
  await world.pledge("letter", "start", "employer-demands", "--name", "first");
  await world.pledge("letter", "freeze", "first", "--yes");
  await world.pledge("confirm", ...five);
  return world;
};

const written = (world: LetterWorld): Promise<readonly Publication[]> =>
  world.inVault((vault) =>
    vault.letters
      .all()
      .flatMap(({ frozen }) => (frozen ? vault.publications.all(frozen.hash) : [])),
  );

const signatoriesOf = async (world: LetterWorld, ...options: readonly string[]): Promise<string> =>
  fromSignatories(
    (await world.pledge("letter", "write", "first", "--format", "txt", ...options)).stdout,
  );

describe("letters that are written one after the other", () => {
  let world: LetterWorld;
  beforeAll(async () => {
    world = await fixed();
  });

  it("stay as the first one was while few sign, and say so", async () => {
    const first = await signatoriesOf(world);
    expect(first).toContain("SRE, Cloud (5)");
    await world.pledge("confirm", "sre-6", "otter", "plover", "quail", "robin");
    expect(await signatoriesOf(world)).toContain("SRE, Cloud (5)");
    expect(await world.play("letter", "preview", "first")).toMatchInlineSnapshot(`
      "$ pledge letter preview first
      22 November 2026

      To: Dana Roe, Chief Executive Officer, Example Corp

      Dear Dana Roe,

      We work in Engineering at Example Corp, and we demand that the company stop
      handing our work and our users' data to law enforcement. People trust what we
      build with their private lives, and it must not be turned against them.

      As of 22 November 2026, more than 5 workers in Engineering have signed this
      letter.

      You may answer: "These contracts are legal, and if we drop them a competitor
      will take them." Both may be true, and neither is a reason for us to do the
      work.

      Our demands, each with its date:

      1. End all contracts with law-enforcement agencies. By 13 March 2027: every one
         has ended, bidding has stopped, and a public list gives the product and value
         of each.
      2. Do no business with firms whose work for law enforcement rests on our
         products. By 13 March 2027: such accounts are closed, and the same rule binds
         every contractor and reseller.
      3. Disclose nothing about a user to law enforcement without a judge's subpoena,
         order or warrant. By 12 January 2027: published rules refuse requests that no
         judge signed, require a warrant for content and location, and promise users
         notice. The company contests gag orders, and publishes how many requests of
         each kind it receives.
      4. Encrypt user data end to end by default, backups included, with keys that
         only users hold. By 11 June 2027: a published outside review finds nothing
         useful that the company could hand over, even if compelled.

      The company must make this its published policy and enforce it, contractors and
      resellers included.

      We expect you to answer each demand with a yes or a no, in writing, to everyone
      who works here, by 13 December 2026.

      We act together and for one another. Nobody may be punished for signing this
      letter, for acting on it or for refusing this work.

      Signatories
      -----------

      SRE, Cloud (5)

      and at least one more who signs without a name

      Affiliations are given for identification only.

      ! Fixed on 2026-11-22 (text (16 digits)); 10 people signed it.
      ! 17 people pledged to sign and must be asked about this text:
      ! "pledge letter write first --reask".
      ! Names held back: 10
      !   5 asked to be shown by role and team, and are
      !   5 asked to be shown by role and team, and are a number
      !   Such lines stand for whole fives of people, and not for nearly a whole team.
      ! Held back because of letters that were written before, so that nobody who has
      ! both can tell who came or went in between:
      !   5 lines by role. A line stays as it was until nine more people are behind it
      !   than it says; where people left one, the lines of that role are without teams.
      ! Left out, which is fine: respondent, otherwise, furtherStep, companyWords,
      ! workingConditions, contact, copies and place.
      [exit 0]"
    `);
    const json = JSON.parse(
      (await world.pledge("letter", "write", "first", "--format", "md", "--json")).stdout,
    ) as object;
    expect(json).toMatchObject({ waiting: { lines: 5, others: 0, supporters: 0 } });
    const file = join(world.folder, "letter.txt");
    expect(await world.play("letter", "write", "first", "--format", "txt", "-o", file))
      .toMatchInlineSnapshot(`
      "$ pledge letter write first --format txt -o ~/letter.txt
      ~/letter.txt: 5 by role and a few others.
      ! Held back because of letters that were written before, so that nobody who has
      ! both can tell who came or went in between:
      !   5 lines by role. A line stays as it was until nine more people are behind it
      !   than it says; where people left one, the lines of that role are without teams.
      ! 17 people pledged to sign and did not sign this text, so the letter leaves them
      ! out: "pledge letter write first --reask".
      ! The letter has 4 faults: "pledge letter lint first".
      [exit 0]"
    `);
  });

  it("grow once five more have signed, and lose the team when somebody takes it back", async () => {
    await world.pledge("confirm", "zoe", "stork", "tern", "quiet-1");
    expect((await signatoriesOf(world)).replaceAll(/\s+/gu, " ")).toContain("SRE, Cloud (5)");
    const late = ["vole", "wren", "yak"].map((alias) => ({
      name: `Secret ${alias}`,
      alias,
      display: "role",
      team: "cloud",
      role: "SRE",
      actions: ["sign"],
    }));
    await world.pledge("add", "--from", world.file("late.json", JSON.stringify(late)));
    await world.pledge("confirm", "vole", "wren", "yak");
    expect(await signatoriesOf(world)).toContain("SRE, Cloud (15)");
    for (const alias of five) await world.pledge("withdraw", alias, "sign", "--yes");
    const after = await signatoriesOf(world);
    expect(after).toContain("SRE (10)");
    expect(after).not.toContain("Cloud (");
  });
});

describe("what the vault keeps of a letter", () => {
  it("is nothing of a preview, of a screen, or of one that could not be written", async () => {
    const world = await fixed();
    await world.pledge("letter", "preview", "first");
    await world.pledge("letter", "write", "first", "--reask");
    const there = world.file("there.md", "");
    await world.pledge("letter", "write", "first", "--format", "md", "-o", there);
    world.onTerminal(true);
    const onScreen = await world.pledge("letter", "write", "first", "--format", "md");
    expect(onScreen).toMatchObject({ exitCode: 0 });
    world.onTerminal(false);
    expect(await written(world)).toEqual([]);
  });

  it("is no name and no role that few have, in any page, once these people are forgotten", async () => {
    const world = await fixed();
    const known = ["Voorbeeld", "Designer", "山田花子", "Data Scientist", "Secret designer"];
    await world.pledge("confirm", "zoe", "hanako", "designer-1", "designer-2");
    await signatoriesOf(world);
    const dataKey = await dataKeyOf(world.vaultFolder, passphrase, fastDerive);
    const found = async (): Promise<readonly string[]> => {
      const image = await decryptedImage(world.vaultFolder, dataKey);
      return known.filter((text) => image.includes(text));
    };
    expect(await found()).toEqual(known);
    for (const alias of ["zoe", "hanako", "designer-1", "designer-2"])
      expect((await world.pledge("forget", alias, "--yes")).exitCode).toBe(0);
    expect((await written(world)).map(({ roles }) => [...roles])).toEqual([[["SRE, Cloud", 5]]]);
    expect(await found()).toEqual([]);
  });

  it("is one line a day while it says the same, with numbers by role and without a name", async () => {
    const world = await fixed();
    await world.pledge("confirm", "zoe", "quiet-1", "grace");
    await signatoriesOf(world);
    await signatoriesOf(world, "--shuffle");
    await world.pledge(
      "letter",
      "write",
      "first",
      "--format",
      "html",
      "-o",
      join(world.folder, "a"),
    );
    expect(await written(world)).toMatchObject([
      {
        on: "2026-11-22",
        roles: new Map([["SRE, Cloud", 5]]),
        others: { workers: 0, supporters: 0 },
      },
    ]);
    world.today("2026-11-24");
    await signatoriesOf(world);
    const kept = await written(world);
    expect(kept.map(({ on }) => on)).toEqual(["2026-11-22", "2026-11-24"]);
    expect(JSON.stringify(kept.map(({ roles, ...rest }) => [...roles, rest]))).not.toMatch(
      /Secret|Voorbeeld|Grace|sre-|zoe/u,
    );
  });
});
