/** `pledge import`: the preview, what is written, and what is not. */
import { describe, expect, it } from "vitest";

import { begun, everybody, sampleFile } from "./importing.ts";

const header = "Name,Team,Mail,Role,Note";

describe("a list that is taken in", () => {
  it.each([
    ["action-network.csv", "an Action Network report"],
    ["google-current.csv", "Google Contacts"],
    ["google-older.csv", "Google Contacts, as it was until 2024"],
    ["zetkin.csv", "a list from Zetkin"],
    ["linkedin.csv", "connections from LinkedIn"],
    ["employer.csv", "a list of the employer's"],
  ])("is known by its columns: %s", async (name, words) => {
    const world = await begun();
    const file = sampleFile(world, name);
    const { stdout, exitCode } = await world.pledge("import", file, "--yes");
    expect(stdout).toContain(`${name}: ${words}`);
    expect(exitCode).toBe(0);
    const people = await everybody(world);
    expect(people.length).toBeGreaterThan(0);
    expect(stdout).toContain(`${people.length} ${people.length === 1 ? "person" : "people"} added`);
    const again = await world.pledge("import", file, "--yes");
    expect(again.stdout).toContain("Nothing in it is new.");
    expect(await everybody(world)).toEqual(people);
  });

  it("is vCard or JSON of ours too", async () => {
    const world = await begun();
    const card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Gómez\r\nTEL:tel:+15550100\r\nEND:VCARD\r\n";
    await world.pledge("import", world.file("a.vcf", card), "--yes");
    const json = '{"name":"Bo","actions":["sign"],"assessment":2}\n{"name":"Cy"}\n';
    await world.pledge("import", world.file("b.jsonl", json), "--yes");
    expect((await everybody(world)).map(({ name }) => name)).toEqual(["Ana Gómez", "Bo", "Cy"]);
  });

  it("is shown first, and nothing of it is written without a yes", async () => {
    const world = await begun();
    const file = world.file("l.csv", `${header}\nAna,cloud,ana@example.net,SRE,\nBo,cloud\n`);
    expect(await world.transcript("import", file)).toMatchInlineSnapshot(`
      "$ pledge import ~/l.csv
      l.csv: a table, 2 rows
      1 new, 0 changed, 0 unchanged, 1 left out
      Columns: Name: name; Team: team; Mail: e-mail; Role: role; Note: private note
      Left out, line 3: fewer cells than columns
      ! pledge: error: this needs a yes, and there is nobody to ask
      ! pledge: hint: say it beforehand with --yes
      [exit 2]"
    `);
    world.answers(["yes, all of it", false]);
    expect((await world.pledge("import", file)).exitCode).toBe(1);
    world.answers(["yes, all of it", "^C"]);
    expect((await world.pledge("import", file)).exitCode).toBe(130);
    expect(await everybody(world)).toEqual([]);
    world.answers(["yes, all of it", true]);
    const { stdout } = await world.pledge("import", file);
    expect(stdout).toContain(
      "1 person added, 0 people changed. To take all of it back: pledge undo",
    );
    expect(world.questions().slice(-2)).toEqual(["Do the columns mean this?", "Add 1 person?"]);
  });

  it("leaves out what cannot be used, by kind and line, and takes the rest", async () => {
    const world = await begun();
    const rows = [
      "Ana,cloud,ana@example.net,SRE,",
      ",cloud,x@example.net,,",
      "Bo,gardening,bo@example.net,,",
      "Cy,cloud,cy@examplecorp.com,,",
      "Di,cloud",
      "Anä,cloud,ANA@example.net,,",
      "Ed,cloud,ed@example.net,a\u0007b,",
    ];
    const file = world.file("l.csv", [header, ...rows].join("\n"));
    const { stdout } = await world.pledge("import", file, "--yes");
    expect(stdout).toContain("3 new, 0 changed, 0 unchanged, 4 left out");
    expect(stdout).toContain("Left out, line 6: fewer cells than columns");
    expect(stdout).toContain("Left out, line 3: no name");
    expect(stdout).toContain("Left out, line 7: stands further up in the file already");
    expect(stdout).toMatch(/Left out, line 8: "Role" holds U\+0007/u);
    expect(stdout).toContain('Taken without it, line 4: "Team" should be one of: cloud, ads');
    expect(stdout).toContain("Taken without it, line 5: an e-mail address at the employer");
    const people = await everybody(world);
    expect(people.map(({ name, contacts }) => [name, contacts])).toEqual([
      ["Ana", [{ kind: "email", value: "ana@example.net" }]],
      ["Bo", [{ kind: "email", value: "bo@example.net" }]],
      ["Cy", []],
    ]);
  });

  it("keeps addresses at the employer where that is wanted, marked", async () => {
    const world = await begun();
    const file = world.file("l.csv", `${header}\nCy,cloud,cy@examplecorp.com,,\n`);
    await world.pledge("import", file, "--work-addresses", "--yes");
    expect((await everybody(world))[0]?.["contacts"]).toEqual([
      { kind: "email", value: "cy@examplecorp.com", atWork: true },
    ]);
  });

  it("overwrites nothing with blanks, adds to lists and notes, and finds people again", async () => {
    const world = await begun();
    const first = world.file(
      "a.csv",
      `${header}\nAna Gómez,cloud,ana@example.net,SRE,likes mornings\n`,
    );
    await world.pledge("import", first, "--yes");
    const second = world.file(
      "b.csv",
      "Name,Team,Mail,Phone,Role,Note\nGomez ana,,ana@example.net,+1 555 0100,,likes tea\n",
    );
    const { stdout } = await world.pledge("import", second, "--yes");
    expect(stdout).toContain("0 new, 1 changed");
    expect(stdout).not.toContain("Ana");
    expect(await everybody(world)).toMatchObject([
      {
        name: "Gomez ana",
        team: "cloud",
        role: "SRE",
        contacts: [
          { kind: "email", value: "ana@example.net" },
          { kind: "phone", value: "+1 555 0100" },
        ],
        note: "likes mornings\nlikes tea",
      },
    ]);
  });

  it("does not bring back what somebody took back after it was written", async () => {
    const world = await begun();
    const list = world.file("a.jsonl", '{"name":"Ana","actions":["sign"],"alias":"heron"}');
    await world.pledge("import", list, "--yes");
    const [ana] = await everybody(world);
    await world.pledge("withdraw", "heron", "--yes");
    const again = world.file("b.jsonl", `{"id":"${ana?.id}","actions":["sign"]}`);
    expect((await world.pledge("import", again, "--yes")).stdout).toContain(
      "Nothing in it is new.",
    );
    expect((await everybody(world))[0]?.["pledges"]).toMatchObject([{ state: "withdrawn" }]);
  });

  it("stops where a column would change in 30 % of the people or more", async () => {
    const world = await begun();
    const rows = (role: string, changed: number): string =>
      Array.from(
        { length: 10 },
        (_, at) => `Person ${at},cloud,p${at}@example.net,${at < changed ? role : "SRE"},`,
      ).join("\n");
    await world.pledge("import", world.file("a.csv", `${header}\n${rows("SRE", 0)}`), "--yes");
    const before = await everybody(world);
    const third = world.file("b.csv", `${header}\n${rows("PM", 3)}`);
    expect(await world.pledge("import", third, "--yes")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("role would change for 3 of 10 people"),
    });
    expect(await everybody(world)).toEqual(before);
    const fewer = world.file("c.csv", `${header}\n${rows("PM", 2)}`);
    expect((await world.pledge("import", fewer, "--yes")).exitCode).toBe(0);
    expect((await world.pledge("import", third, "--yes", "--force")).exitCode).toBe(0);
    const roles = (await everybody(world)).map(({ role }) => role);
    expect(roles.filter((role) => role === "PM")).toHaveLength(3);
  });

  it("says of new people that they may be there already", async () => {
    const world = await begun();
    const list = (name: string): string => `${header}\n${name},cloud,ana@example.net,,\n`;
    await world.pledge("import", world.file("a.csv", list("Ana Gómez")), "--yes");
    const { stdout } = await world.pledge(
      "import",
      world.file("b.csv", list("A. Gomez")),
      "--json",
    );
    expect(JSON.parse(stdout)).toMatchObject({
      written: false,
      import: { added: 1, mayBeKnown: [2] },
    });
  });

  it.each([
    ["UTF-16", Buffer.from("\uFEFFName,Mail\nAna,x", "utf16le"), 'save it again as "CSV UTF-8"'],
    ["nothing", Buffer.from(" \n"), "the file is empty"],
    ["no header", Buffer.from("ana@example.net,Ana\n"), "the first row does not name columns"],
    ["an open quote", Buffer.from('Name,Note\nAna,"x\nBo,y\n'), "begins on line 2"],
  ])("is refused with a way out where it is %s", async (_, bytes, words) => {
    const world = await begun();
    const { exitCode, stderr } = await world.pledge("import", world.file("l.csv", bytes), "--yes");
    expect(exitCode).toBe(5);
    expect(stderr).toContain(words);
  });

  it("may be the employer's, and then one sentence says what that means", async () => {
    const world = await begun();
    const { stdout } = await world.pledge("import", sampleFile(world, "employer.csv"), "--yes");
    expect(stdout.match(/This looks like a list of Example Corp's own/gu)).toHaveLength(1);
    const rows = [1, 2, 3, 4].map((at) => `P ${at},,p${at}@examplecorp.com,,`).join("\n");
    const work = await world.pledge("import", world.file("l.csv", `${header}\n${rows}`), "--yes");
    expect(work.stdout).toContain("This looks like a list of Example Corp's own");
  });
});
