import { describe, expect, it } from "vitest";

import { mappingFor } from "../../../../src/domain/people/import/mapping-for.ts";
import { headerOfOurs } from "../../../../src/domain/people/import/our-table.ts";
import { rowToInput } from "../../../../src/domain/people/import/row-to-input.ts";
import { sample } from "../../../support/campaigns.ts";
import { peopleOf } from "./samples.ts";

const fillsOf = (header: readonly string[]) => mappingFor(header).columns.map(({ fills }) => fills);

describe("people from another program", () => {
  it("come from Action Network with its id, and without its tags", () => {
    expect(peopleOf("action-network.csv")).toEqual({
      kind: "action-network",
      people: [
        {
          line: 2,
          name: "Ana Gómez",
          team: "cloud",
          contacts: [
            { kind: "email", value: "ana@example.org" },
            { kind: "phone", value: "+15550100" },
          ],
          elsewhere: ["action_network:11111111-1111-4111-8111-111111111111"],
        },
        {
          line: 3,
          name: "Bo",
          contacts: [{ kind: "email", value: "bo@example.org" }],
          elsewhere: ["action_network:22222222-2222-4222-8222-222222222222"],
        },
      ],
    });
  });

  it("come from Google's contacts with every value of a cell, and its label", () => {
    expect(peopleOf("google-current.csv")).toEqual({
      kind: "google-current",
      people: [
        {
          line: 2,
          name: "Ana María Gómez",
          role: "SRE",
          note: "On call\nat night",
          contacts: [
            { kind: "email", value: "ana@example.org" },
            { kind: "email", value: "ana@example.net" },
            { kind: "email", value: "ana@corp.example", atWork: true },
            { kind: "phone", value: "+15550100" },
            { kind: "phone", value: "+15550101", atWork: true },
            { kind: "signal", value: "+15550100" },
          ],
        },
      ],
    });
  });

  it("come from Google's older contacts by the name in one piece", () => {
    expect(peopleOf("google-older.csv")).toEqual({
      kind: "google-older",
      people: [
        {
          line: 2,
          name: "Ana Gómez (Cloud)",
          role: "SRE",
          contacts: [
            { kind: "email", value: "ana@corp.example", atWork: true },
            { kind: "phone", value: "+15550100" },
          ],
        },
      ],
    });
  });

  it("come from Zetkin and from LinkedIn", () => {
    expect(peopleOf("zetkin.csv")).toMatchObject({
      kind: "zetkin",
      people: [{ name: "Ana Gómez", elsewhere: ["zetkin:41"], contacts: { length: 3 } }],
    });
    expect(peopleOf("linkedin.csv")).toEqual({
      kind: "linkedin",
      people: [
        {
          line: 5,
          name: "Ana Gómez",
          role: "SRE",
          elsewhere: ["linkedin:https://www.example.com/in/ana"],
        },
      ],
    });
  });

  it("come from what looks like the employer's list without her number, her boss or a way to reach her unseen", () => {
    expect(peopleOf("employer.csv")).toEqual({
      kind: "employer",
      people: [
        {
          line: 2,
          name: "Ana Gómez",
          team: "cloud",
          role: "SRE",
          site: "Berlin",
          contacts: [
            { kind: "email", value: "ana.gomez@corp.example", atWork: true },
            { kind: "phone", value: "+15550199", atWork: true },
          ],
        },
      ],
    });
  });
});

describe("a header", () => {
  it("is read without regard to case, spaces, underscores and hyphens", () => {
    expect(fillsOf(["FIRST-NAME", "last_name", "E-Mail Address", "Do Not Contact"])).toEqual([
      "first-name",
      "last-name",
      "contact",
      "doNotContact",
    ]);
    expect(mappingFor(headerOfOurs.map((name) => name.toUpperCase())).kind).toBe("pledge");
  });

  it("is ours only when nothing in it is another's", () => {
    expect(mappingFor(["name", "team"]).kind).toBe("pledge");
    expect(mappingFor(["name", "team", "email"]).kind).toBe("unknown");
  });

  it("passes over what it does not know, and a second column for the same thing", () => {
    expect(fillsOf(["Notes", "constructor", "__proto__", "", "comments", "name"])).toEqual([
      "note",
      "passed-over",
      "passed-over",
      "passed-over",
      "passed-over",
      "name",
    ]);
  });
});

describe("a row of anybody's table", () => {
  const read = (header: readonly string[], cells: readonly string[]) => {
    const person = rowToInput(mappingFor(header), sample)({ line: 2, cells });
    return person.ok ? person.value : person.failure;
  };

  it("has its issues between commas, and level 0 as not assessed", () => {
    expect(read(["Full name", "Issues", "Rating", "x"], ["Ana", "pay, on-call,", "0", ""])).toEqual(
      { line: 2, name: "Ana", issues: ["pay", "on-call"] },
    );
  });

  it("keeps a quotation mark at the beginning, which only ours take away", () => {
    expect(read(["Full name", "x"], ["'=Ana", ""])).toMatchObject({ name: "'=Ana" });
    expect(read(["name"], ["'=Ana"])).toMatchObject({ name: "=Ana" });
  });

  it("has the same contact once, at work if either says so, and a label for the contact beside it alone", () => {
    const header = ["E-mail", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Notes"];
    const cells = ["ana@example.org", "Work", "ana@example.org", "Work", "", "+15550100"];
    expect(read([...header, "Phone 1 - Value"], cells)).toEqual({
      line: 2,
      contacts: [
        { kind: "email", value: "ana@example.org", atWork: true },
        { kind: "phone", value: "+15550100" },
      ],
    });
  });

  it("has the fault of a part of a name at that part", () => {
    expect(read(["x", "Last name", "First name"], ["", "", "A\u0007"])).toMatchObject([
      { line: 2, path: "column 3", fault: { type: "text-control" } },
    ]);
  });

  it("is refused where its team is none of the campaign's, with those that are", () => {
    expect(read(["Full name", "Department"], ["Ana", "Elsewhere"])).toEqual([
      { line: 2, path: "column 2", fault: { type: "not-one-of", known: ["cloud", "ads"] } },
    ]);
  });
});
