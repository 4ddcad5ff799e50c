/** `pledge undo`: the last import and nothing else, whatever came after it. */
import { describe, expect, it } from "vitest";

import { begun, everybody } from "./importing.ts";

const header = "Name,Team,Mail,Role";

const imported = async (rows: readonly string[], first?: string) => {
  const world = await begun();
  if (first !== undefined) await world.pledge("add", "--from", world.file("first.json", first));
  const before = await everybody(world);
  const file = world.file("l.csv", [header, ...rows].join("\n"));
  await world.pledge("import", file, "--yes");
  return { world, before };
};

const id = (people: Awaited<ReturnType<typeof everybody>>, name: string): string =>
  people.find((one) => one.name === name)?.id ?? "";

describe("taking an import back", () => {
  it("takes out whom it added and puts back whom it changed", async () => {
    const first =
      '{"name":"Ana","team":"cloud","role":"SRE","contacts":[{"kind":"email","value":"ana@example.net"}]}';
    const { world, before } = await imported(["Ana,cloud,ana@example.net,PM", "Bo,ads,,"], first);
    expect((await everybody(world)).map(({ name, role }) => [name, role])).toEqual([
      ["Ana", "PM"],
      ["Bo", undefined],
    ]);
    const { stdout, exitCode } = await world.pledge("undo", "--yes");
    expect(stdout).toContain("1 person taken out, 1 put back as they were.");
    expect(exitCode).toBe(0);
    expect(await everybody(world)).toEqual(before);
    expect(await world.pledge("undo", "--yes")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("there is no import to take back"),
    });
  });

  it("lists what was noted later, asks, and leaves all of it without a yes", async () => {
    const first =
      '{"name":"Ana","team":"cloud","role":"SRE","contacts":[{"kind":"email","value":"ana@example.net"}]}';
    const rows = ["Ana,cloud,ana@example.net,PM", "Bo,ads,,", "Cy,ads,,", "Di,ads,,", "Ed,ads,,"];
    const { world } = await imported(rows, first);
    const people = await everybody(world);
    await world.pledge("test", "add", "badge-day", "--ask", "wear the badge");
    await world.pledge("test", "note", "badge-day", "did", id(people, "Ed"));
    await world.pledge("assess", id(people, "Bo"), "--level", "2");
    const said = world.file("said.json", '{"actions":["sign"]}');
    await world.pledge("edit", id(people, "Cy"), "--from", said);
    const changed = world.file(
      "changed.json",
      JSON.stringify({ role: "Lead", coveredBy: id(people, "Di") }),
    );
    await world.pledge("edit", id(people, "Ana"), "--from", changed);
    const later = await everybody(world);
    world.answers([false]);
    const asked = await world.pledge("undo");
    expect(asked.exitCode).toBe(1);
    expect(asked.stdout.replaceAll(/\s+/gu, " ")).toContain(
      `noted about or changed since: ${["Bo", "Cy"].map((name) => id(people, name)).join(", ")} and ${id(people, "Ed")}.`,
    );
    expect(asked.stdout).toContain(`Covered by somebody who goes: ${id(people, "Ana")}.`);
    expect(asked.stdout).toContain(`Changed by it, and again since: ${id(people, "Ana")}.`);
    world.answers(["^C"]);
    expect((await world.pledge("undo")).exitCode).toBe(130);
    expect(await everybody(world)).toEqual(later);
    await world.pledge("undo", "--yes");
    expect((await everybody(world)).map(({ name, role }) => [name, role])).toEqual([
      ["Ana", "Lead"],
    ]);
  });

  it("takes back pledges and judgements that a list told of, and the signature with them", async () => {
    const world = await begun();
    await world.pledge(
      "add",
      "--from",
      world.file("a.json", '{"name":"Ana","alias":"heron","assessment":3,"date":"2026-11-01"}'),
    );
    const before = await everybody(world);
    const list = `{"id":"${before[0]?.id}","actions":["sign"],"assessment":1}`;
    await world.pledge("import", world.file("b.jsonl", list), "--yes");
    expect(await everybody(world)).toMatchObject([
      { assessment: 1, pledges: [{ action: "sign" }] },
    ]);
    await world.pledge("undo", "--yes");
    expect(await everybody(world)).toEqual(before);
  });

  it("reaches the last import only", async () => {
    const { world } = await imported(["Ana,cloud,,"]);
    await world.pledge("import", world.file("m.csv", `${header}\nBo,cloud,,`), "--yes");
    await world.pledge("undo", "--yes");
    expect((await everybody(world)).map(({ name }) => name)).toEqual(["Ana"]);
    expect((await world.pledge("undo", "--yes")).exitCode).toBe(1);
  });

  it("says in JSON whom it is about", async () => {
    const { world } = await imported(["Ana,cloud,,"]);
    const [ana] = await everybody(world);
    await world.pledge("assess", String(ana?.id), "--level", "2");
    const asked = await world.pledge("undo", "--json");
    expect(JSON.parse(asked.stdout)).toEqual({
      v: 1,
      undone: false,
      import: {
        file: "l.csv",
        day: "2026-11-22",
        added: 1,
        changed: [],
        editedSince: [ana?.id],
        coveredSince: [],
        keptLater: [],
      },
    });
    expect(asked.exitCode).toBe(2);
  });
});
