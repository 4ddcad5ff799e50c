import { describe, expect, it } from "vitest";

import { idsOf } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const ready = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await world.init();
  return world;
};

const addText = async (world: TestWorld, text: string): Promise<string> =>
  (await world.transcript("add", "--from", world.file("people.jsonl", text))).replace(/^.*\n/u, "");

const names = async (world: TestWorld): Promise<readonly string[]> =>
  Object.keys(await idsOf(world));

describe("adding people from a file", () => {
  it("takes one person, a list, or one a line, and says how many", async () => {
    const world = await ready();
    expect(await addText(world, '{"name":"Ana"}')).toBe("1 person added.\n[exit 0]");
    expect(await addText(world, '[{"name":"Bo"},\n {"name":"Cy"}]')).toBe(
      "2 people added.\n[exit 0]",
    );
    expect(await addText(world, '{"name":"Di"}\n\n{"name":"Ed"}\n')).toBe(
      "2 people added.\n[exit 0]",
    );
    expect(await names(world)).toEqual(["Ana", "Bo", "Cy", "Di", "Ed"]);
  });

  it("takes standard input for -, and gives ids and codes under --json", async () => {
    const world = await ready();
    world.stdin(
      '{"name":"Ana","code":"k7qf 2m9t xr4d 8wn0"}\n{"name":"Bo","code":"0000-0000-0000-0000"}',
    );
    const refused = await world.pledge("add", "--from", "-", "--json");
    expect(JSON.parse(refused.stderr)).toMatchObject({ v: 1, error: { code: "input-refused" } });
    world.stdin('{"name":"Ana"}\n{"name":"Bo","code":"oooo oooo oooo oooo"}');
    const { stdout } = await world.pledge("add", "--from", "-", "--json");
    const ids = await idsOf(world);
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      added: [
        {
          id: ids["Ana"],
          code: expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u),
        },
        { id: ids["Bo"], code: "0000-0000-0000-0000" },
      ],
      updated: [],
    });
  });

  it("updates whoever an id or a code names, and nobody for a name alone", async () => {
    const world = await ready();
    await addText(
      world,
      '{"name":"Ana","role":"SRE","actions":["sign"],"code":"0000-0000-0000-0000"}',
    );
    const { Ana } = await idsOf(world);
    expect(
      await addText(
        world,
        `{"id":"${Ana}","team":"ads"}\n{"code":"0000000000000000","role":null,"display":"named"}`,
      ),
    ).toBe("0 people added, 2 people updated.\n[exit 0]");
    expect(await addText(world, '{"name":"Ana"}')).toBe("1 person added.\n[exit 0]");
    const people = await world.inVault((vault) => vault.people.summaries());
    expect(
      people.map(({ person, pledges }) => [
        person.role,
        person.team,
        pledges.map(({ display }) => display),
      ]),
    ).toEqual(
      expect.arrayContaining([
        [undefined, "ads", ["named"]],
        [undefined, undefined, []],
      ]),
    );
  });

  it("changes nothing when a list is read in again, confirmed and withdrawn pledges included", async () => {
    const world = await ready();
    const list =
      '{"name":"Ana","code":"0000-0000-0000-0000","assessment":2,"actions":["sign",{"action":"walkout","atLeast":30}]}';
    await addText(world, list);
    const { Ana } = await idsOf(world);
    await world.pledge("confirm", String(Ana));
    const before = await world.pledge("show", String(Ana), "--json");
    expect(await addText(world, list)).toBe("0 people added, 1 person updated.\n[exit 0]");
    expect(await world.pledge("show", String(Ana), "--json")).toEqual(before);
  });

  it("names every fault at once, by line, and then keeps nobody", async () => {
    const world = await ready();
    await addText(world, '{"name":"Zoe","alias":"heron"}');
    expect(
      await addText(
        world,
        [
          '{"name":"Ana","team":"sales"}',
          '{"name":"Bo"}',
          '{"role":"SRE"}',
          '{"name":"Cy","actions":["sign",{"action":"walkout","atLeast":"30"}]}',
          '{"name":"Di","alias":"heron","date":"2026-12-24"}',
          '{"name":"Ed","code":"K7QF-2M9T-XR4D-8WNB"}',
          '{"id":"zzzzzzzz","role":"SRE"}',
          '{"name":"Fi","actions":["sit-in"],"contacts":[{"kind":"fax","value":"1"}]}',
        ].join("\n"),
      ),
    ).toMatchInlineSnapshot(`
      "! pledge: error: this cannot be recorded: line 1: "team" should be one of: cloud, ads; line 3: "name" is missing; line 4: "atLeast" in entry 2 of "actions" should be a whole number, without quotes; line 5: "alias" is taken by somebody else; line 5: "date" is a day that has not come yet; line 6: "code" is not a pledge code (sixteen characters such as K7QF-2M9T-XR4D-8WNA); one may be mistyped; line 7: "id" names nobody in this vault, or more than one person; line 8: "kind" in entry 1 of "contacts" should be one of: signal, phone, email, other; and 1 more
      ! pledge: hint: put it right and try again; nothing was changed
      [exit 5]"
    `);
    expect(await names(world)).toEqual(["Zoe"]);
  });

  it("counts the faults that it does not name", async () => {
    const world = await ready();
    const faults = Array.from({ length: 1500 }, () => '{"name":""}').join("\n");
    expect(await addText(world, faults)).toContain('line 8: "name" is empty; and 1,492 more\n');
  });

  it.each([
    ["a member called __proto__", '{"name":"Ana","__proto__":{"supporter":true}}'],
    ["a member that stands twice", '{"name":"Ana","name":"Bo"}'],
    ["a name of ten megabytes", `{"name":"${"a".repeat(10_000_000)}"}`],
    ["half of a character", '{"name":"Ana\\ud800"}'],
    ["a bidirectional control", '{"name":"Ana\\u202Egnp.exe"}'],
    ["a terminal escape", '{"name":"Ana\\u001b]0;x\\u0007"}'],
    ["an escape of one byte", '{"name":"Ana\\u009b31m"}'],
    ["a text that is no JSON", "name: Ana"],
    ["a list that does not end", '[{"name":"Ana"}'],
    ["a list in a list", '[["Ana"]]'],
    ["a name alone", '"Ana"'],
    ["nothing but a number", "5"],
    ["a member that is not known", '{"name":"Ana","email":"ana@example.com"}'],
    [
      "two conditions",
      '{"name":"Ana","actions":[{"action":"sign","atLeast":3,"atLeastPercent":4}]}',
    ],
    ["an action twice", '{"name":"Ana","actions":["sign","sign"]}'],
  ])("refuses %s in two lines without the name, and keeps nobody", async (_, text) => {
    const world = await ready();
    const outcome = await addText(world, text);
    expect(outcome).toMatch(/^! pledge: error: .+\n! pledge: hint: .+\n\[exit 5\]$/u);
    expect(outcome).not.toMatch(/Ana|Bo|aaa/u);
    expect(outcome).toMatchSnapshot();
    expect(await names(world)).toEqual([]);
  });

  it("refuses a file that is not there, or not text, before it asks for a passphrase", async () => {
    const world = await ready();
    const none = await world.pledge(
      "add",
      "--from",
      "nowhere.json",
      "--passphrase-file",
      "nowhere",
    );
    expect([none.exitCode, none.stderr.split("\n")[0]]).toEqual([
      6,
      "pledge: error: there is no file nowhere.json",
    ]);
    const bytes = world.file("bytes", Uint8Array.of(0x22, 0xff, 0x22));
    expect((await world.pledge("add", "--from", bytes)).exitCode).toBe(5);
  });

  it("takes a file with nobody in it", async () => {
    const world = await ready();
    expect(await addText(world, "[]")).toBe("0 people added.\n[exit 0]");
    expect(await addText(world, "\n")).toBe("0 people added.\n[exit 0]");
  });

  it("says once that refusing a part of the work is generally not protected", async () => {
    const world = await ready();
    expect(await addText(world, '{"name":"Ana","actions":["refuse"]}')).toMatchInlineSnapshot(`
      "1 person added.
      ! Good to know: in the US, refusing a part of the work while staying on the job is generally not protected by law, and a no-strike clause may forbid it. To be checked by counsel before anybody acts; this is not advice.
      [exit 0]"
    `);
    expect(await addText(world, '{"name":"Bo","actions":["refuse"]}')).toBe(
      "1 person added.\n[exit 0]",
    );
  });

  it("says that there is no vault where there is none", async () => {
    const world = await testWorld();
    expect(await addText(world, '{"name":"Ana"}')).toMatchInlineSnapshot(`
      "! pledge: error: there is no vault in ~/vault
      ! pledge: hint: start with "pledge init", or name another folder with --vault DIR
      [exit 4]"
    `);
  });
});
