/** What an organizer keeps of a person over months: from a file, at the terminal, and on the screen. */
import { describe, expect, it } from "vitest";

import { ready } from "./pledge-states.ts";

const everything = {
  site: "Riverton",
  shift: "nights",
  employment: "contractor",
  language: "es-mx",
  pronouns: "she, her",
  contacts: [{ kind: "email", value: "ana@example.org" }],
  doNotContact: true,
  leader: "leader",
  issues: ["workload", "workload", "the camera archive"],
  sharedNote: "Knows the night crew.",
  source: "sign-up sheet",
  consents: [{ to: "be called at home", on: "2026-11-20" }],
};

const edited = async (changes: unknown): Promise<string> => {
  const { world } = await ready();
  return world.transcript(
    "edit",
    "heron",
    "--from",
    world.file("changes.json", JSON.stringify(changes)),
  );
};

describe("what is kept of a person", () => {
  it("comes from a file and is shown whole", async () => {
    const { world, id } = await ready();
    const file = world.file(
      "changes.json",
      JSON.stringify({ ...everything, coveredBy: id("Kim Roe") }),
    );
    await world.pledge("edit", "heron", "--from", file);
    expect(await world.transcript("show", "heron")).toMatchInlineSnapshot(`
      "$ pledge show heron
      Ana Gómez
      id       bjcrfwdr, or the alias heron
      team     Cloud
      role     SRE
      site     Riverton
      shift    nights
      employed a contractor
      speaks   es-MX
      pronouns she, her
      counts   as a worker of the unit
      contact  nobody should write or call: they said so
      reach at email ana@example.org
      leads    others follow them
      covered  by Kim Roe (zufwyfqr)
      issues   workload, the camera archive
      stand    1 organizes others, from a conversation, 2026-11-20
      will do  sign: pledged 2026-11-20, in the letter: by name
               walkout: pledged 2026-11-20, once 30 are in (counted as 50)
      code     DZEK-164F-C942-A47S: a second organizer who has it counts this person
               once with you
      agreed   be called at home, 2026-11-20
      from     sign-up sheet
      added    2026-11-20
      shared   Knows the night crew.
      note     Prefers mornings.
               Has met the press.
      [exit 0]"
    `);
  });

  it("is taken away by null, and a person who keeps in touch may be forgotten", async () => {
    const { world, id } = await ready();
    const change = async (changes: unknown): Promise<Readonly<Record<string, unknown>>> => {
      const file = world.file("changes.json", JSON.stringify(changes));
      expect((await world.pledge("edit", "heron", "--from", file)).exitCode).toBe(0);
      const { stdout } = await world.pledge("show", "heron", "--json");
      return (JSON.parse(stdout) as { readonly person: Readonly<Record<string, unknown>> }).person;
    };
    const kept = await change({ ...everything, coveredBy: id("Kim Roe") });
    expect(kept).toMatchObject({
      ...everything,
      language: "es-MX",
      issues: ["workload", "the camera archive"],
    });
    await world.pledge("forget", id("Kim Roe"), "--yes");
    const bare = await change({
      site: null,
      shift: null,
      employment: null,
      language: null,
      pronouns: null,
      leader: null,
      sharedNote: null,
      source: null,
      issues: [],
      consents: [],
      doNotContact: false,
    });
    for (const member of [...Object.keys(everything), "coveredBy"])
      if (member !== "contacts") expect(bare, member).not.toHaveProperty(member);
  });

  it.each([
    [
      "a language that is none",
      { language: "Spanish!" },
      '"language" should be the tag of a language',
    ],
    [
      "somebody who keeps in touch with herself",
      { coveredBy: "heron" },
      '"coveredBy" should be somebody else',
    ],
    [
      "somebody who is not there to keep in touch",
      { coveredBy: "nobody" },
      '"coveredBy" names nobody',
    ],
    [
      "an employment that is not known",
      { employment: "boss" },
      "should be one of: employee, contractor, intern, unsure",
    ],
  ])("refuses %s", async (_, changes, said) => {
    const transcript = await edited(changes);
    expect(transcript).toContain(said);
    expect(transcript).toContain("[exit 5]");
  });
});

describe("an address at the employer", () => {
  const atWork = { kind: "email", value: "ana@mail.examplecorp.com" };

  it("is refused unless it is marked as one, and then says who reads it", async () => {
    const { world } = await ready();
    await world.pledge(
      "campaign",
      "edit",
      "--from",
      world.file("c.json", '{"employer":"Examplecorp Inc"}'),
    );
    const edit = async (contact: unknown): Promise<string> =>
      world.transcript(
        "edit",
        "heron",
        "--from",
        world.file("x.json", JSON.stringify({ contacts: [contact] })),
      );
    expect(await edit(atWork)).toContain('mark it with "atWork": true');
    expect(await edit({ ...atWork, atWork: true })).toContain("[exit 0]");
    expect((await world.pledge("show", "heron")).stdout).toContain(
      "email ana@mail.examplecorp.com (at the employer, who can read it)",
    );
  });

  it("is asked about at the terminal, and kept only after a yes", async () => {
    const { world } = await ready();
    await world.pledge(
      "campaign",
      "edit",
      "--from",
      world.file("c.json", '{"employer":"Examplecorp Inc"}'),
    );
    const add = [
      "more",
      "contacts",
      "add one",
      "e-mail, not the employer's",
      atWork.value,
    ] as const;
    world.answers([...add, false, "back", "save"]);
    await world.pledge("edit", "heron");
    expect((await world.pledge("show", "heron")).stdout).not.toContain("examplecorp");
    world.answers([...add, true, "back", "save"]);
    await world.pledge("edit", "heron");
    expect((await world.pledge("show", "heron")).stdout).toContain("who can read it");
  });
});

describe("the second menu of edit", () => {
  it("asks one question for each thing and keeps what was there on Enter", async () => {
    const { world, id } = await ready();
    world.answers([
      "more",
      "reach",
      true,
      "site",
      "Riverton",
      "shift",
      "nights",
      "employment",
      "an intern",
      "language",
      "pt-br",
      "pronouns",
      "they",
      "leader",
      "on the organizing committee",
      "cover",
      id("Kim Roe"),
      "issues",
      "pay, workload ,",
      "consents",
      "a call on Sundays",
      "source",
      "a coworker",
      "shared",
      "Knows everybody.",
      "site",
      "",
      "consents",
      "take away a call on Sundays (2026-11-22)",
      "pronouns",
      "-",
      "back",
      "save",
    ]);
    await world.pledge("edit", "heron");
    const { stdout } = await world.pledge("show", "heron", "--json");
    const { person } = JSON.parse(stdout) as { readonly person: Readonly<Record<string, unknown>> };
    expect(person).toMatchObject({
      doNotContact: true,
      site: "Riverton",
      shift: "nights",
      employment: "intern",
      language: "pt-BR",
      leader: "committee",
      coveredBy: id("Kim Roe"),
      issues: ["pay", "workload"],
      source: "a coworker",
      sharedNote: "Knows everybody.",
    });
    expect(person).not.toHaveProperty("pronouns");
    expect(person).not.toHaveProperty("consents");
  });
});
