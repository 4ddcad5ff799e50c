import { describe, expect, it } from "vitest";

import { freezeLetter, withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";

describe("the list of people", () => {
  it("is a table in which names of every script line up", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    expect(await world.transcript("list")).toMatchInlineSnapshot(`
      "$ pledge list
      id        name               team   stand  will do
      bjcrfwdr  Ana Gómez (heron)  Cloud  1      sign, walkout once 30
      zufwyfqr  Kim Roe            Ads    4      no pledge
      ktkkvqte  O'Brien, Siobhán   Cloud  -      [perhaps a supervisor] refuse
      pxwsfhct  Sam Poe            -      -      [supporter] sign
      zpycawxz  مريم الفاسي        -      -      sign once 5
      megqfkxv  李小龙             Ads    -      sign, strike once 30%
      ! 6 people. All about one of them: pledge show ID
      [exit 0]"
    `);
  });

  it("is a few lines a person where there is no room for a table", async () => {
    const world = await testWorld({ columns: 40 });
    await withSamplePeople(world);
    expect(await world.transcript("list")).toMatchInlineSnapshot(`
      "$ pledge list
      bjcrfwdr  Ana Gómez (heron)
        team Cloud, stand 1; sign, walkout
        once 30
      zufwyfqr  Kim Roe
        team Ads, stand 4; no pledge
      ktkkvqte  O'Brien, Siobhán
        team Cloud, stand -; [perhaps a
        supervisor] refuse
      pxwsfhct  Sam Poe
        team -, stand -; [supporter] sign
      zpycawxz  مريم الفاسي
        team -, stand -; sign once 5
      megqfkxv  李小龙
        team Ads, stand -; sign, strike once
        30%
      ! 6 people. All about one of them: pledge show ID
      [exit 0]"
    `);
  });

  it("has every member of its format in JSON, null where nothing is known", async () => {
    const world = await testWorld();
    const ids = await withSamplePeople(world);
    const { stdout, stderr } = await world.pledge("list", "--json");
    const { v, people } = JSON.parse(stdout) as {
      readonly v: number;
      readonly people: readonly unknown[];
    };
    expect([v, people.length, stderr]).toEqual([1, 6, ""]);
    expect(people).toContainEqual({
      id: ids["Ana Gómez"],
      name: "Ana Gómez",
      alias: "heron",
      team: "cloud",
      role: "SRE",
      assessment: 1,
      pledges: [
        { action: "sign", state: "pledged", atLeast: null, display: "named" },
        { action: "walkout", state: "pledged", atLeast: 30, display: "named" },
      ],
    });
    expect(people).toContainEqual({
      id: ids["李小龙"],
      name: "李小龙",
      alias: null,
      team: "ads",
      role: null,
      assessment: null,
      pledges: [
        { action: "sign", state: "pledged", atLeast: null, display: "counted" },
        {
          action: "strike",
          state: "pledged",
          atLeast: null,
          atLeastPercent: 30,
          display: "counted",
        },
      ],
    });
  });

  it("says how to begin where there is nobody", async () => {
    const world = await testWorld();
    await world.init();
    expect(await world.transcript("list")).toMatchInlineSnapshot(`
      "$ pledge list
      Nobody is recorded yet: begin with "pledge add".
      [exit 0]"
    `);
    expect((await world.pledge("list", "--json")).stdout).toBe('{"v":1,"people":[]}\n');
  });

  it("shows nothing that a terminal obeys, even if it stands in the vault", async () => {
    const world = await testWorld();
    const ids = await withSamplePeople(world);
    const escape = "\u001B]0;x\u0007\u202E";
    await world.inVault((vault) => {
      const person = vault.people.byId(ids["Kim Roe"] as never);
      if (person === undefined) throw new Error("nobody");
      vault.people.update({
        ...person,
        name: `Kim${escape}`,
        role: escape,
        note: escape,
        contacts: [{ kind: "other", value: escape }],
      });
    });
    for (const command of [["list"], ["show", String(ids["Kim Roe"])]]) {
      const { stdout } = await world.pledge(...command);
      expect(stdout).toContain("Kim\uFFFD]0;x\uFFFD\uFFFD");
      // oxlint-disable-next-line no-control-regex -- the controls are what is looked for
      expect(stdout).not.toMatch(/[\u001B\u0007\u202E]/u);
    }
  });
});

describe("one person, shown", () => {
  it("is everything that the vault holds of her", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    await freezeLetter(world, "second-letter", "b");
    await world.pledge("confirm", "heron");
    await freezeLetter(world, "first-letter", "c");
    await world.pledge("assess", "heron", "--level", "2", "--basis", "action");
    expect(await world.transcript("show", "heron")).toMatchInlineSnapshot(`
      "$ pledge show heron
      Ana Gómez
      id       bjcrfwdr, or the alias heron
      team     Cloud
      role     SRE
      counts   as a worker of the unit
      reach at signal +15550100
      covered  by nobody
      stand    2 will act, from what they did, 2026-11-22; further away than before
      before   1 organizes others, from a conversation, 2026-11-20
      will do  sign: confirmed 2026-11-22, in the letter: by name
               walkout: pledged 2026-11-20, once 30 are in (counted as 50)
      earlier  sign: pledged 2026-11-20, in the letter: by name
      signed   an earlier text, which is not the one now fixed, 2026-11-22
      signed   second-letter, 2026-11-22
      code     DZEK-164F-C942-A47S: a second organizer who has it counts this person
               once with you
      added    2026-11-20
      note     Prefers mornings.
               Has met the press.
      [exit 0]"
    `);
  });

  it("goes out as JSON that edit --from takes back unchanged", async () => {
    const world = await testWorld();
    await withSamplePeople(world);
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    const { stdout } = await world.pledge("show", "heron", "--json");
    const { person } = JSON.parse(stdout) as { readonly person: Record<string, unknown> };
    const { pledges, assessments, signatures, history, ...input } = person;
    expect(pledges).toEqual([
      { action: "sign", state: "confirmed", atLeast: null, display: "named", since: "2026-11-22" },
      { action: "walkout", state: "pledged", atLeast: 30, display: "named", since: "2026-11-20" },
    ]);
    expect(history).toEqual([
      { action: "sign", state: "pledged", atLeast: null, display: "named", since: "2026-11-20" },
      { action: "walkout", state: "pledged", atLeast: 30, display: "named", since: "2026-11-20" },
      { action: "sign", state: "confirmed", atLeast: null, display: "named", since: "2026-11-22" },
    ]);
    expect(assessments).toEqual([{ level: 1, basis: "conversation", day: "2026-11-20" }]);
    expect(signatures).toEqual([
      { letter: "first-letter", text: "a".repeat(64), signedOn: "2026-11-22" },
    ]);
    const file = world.file("heron.json", JSON.stringify(input));
    expect((await world.pledge("edit", "heron", "--from", file)).exitCode).toBe(0);
    expect((await world.pledge("show", "heron", "--json")).stdout).toBe(stdout);
  });

  it("is found by the first letters of an id in any case, and by nothing else", async () => {
    const world = await testWorld();
    const ids = await withSamplePeople(world);
    const id = String(ids["Kim Roe"]);
    expect((await world.pledge("show", id.slice(0, 4).toUpperCase())).stdout).toContain("Kim Roe");
    expect(await world.transcript("show", "Kim Roe")).toMatchInlineSnapshot(`
      "$ pledge show Kim Roe
      ! pledge: error: nobody in this vault has that id or alias
      ! pledge: hint: see the ids with "pledge list"; the first few letters are enough
      [exit 2]"
    `);
    expect((await world.pledge("show", "%")).exitCode).toBe(2);
  });

  it("is not guessed at when the letters begin more than one id", async () => {
    const world = await testWorld();
    await world.init();
    const people = Array.from({ length: 200 }, (_, index) => ({ name: `Sample ${index}` }));
    await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
    const { exitCode, stdout, stderr } = await world.pledge("show", "a");
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^pledge: error: these letters begin more than one id: a[a-z]{7}, a[a-z]{7}, a[a-z]{7} \.\.\.\npledge: hint: type one letter more\n$/u,
    );
  });
});
