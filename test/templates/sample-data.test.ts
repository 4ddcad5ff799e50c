/** The sample that the tour shows: plainly invented, and laid out so that there is something to see. */
import { describe, expect, it } from "vitest";
import type { ActionKey } from "../../src/domain/campaign/campaign.ts";
import { cleanLine } from "../../src/domain/text/clean.ts";
import { actionReadiness } from "../../src/domain/pledges/readiness.ts";
import type { ActionReadiness } from "../../src/domain/pledges/readiness.ts";
import { signatoryList } from "../../src/domain/letters/signatories.ts";
import { conditionFor, sampleAnswers, sampleCampaign, samplePeople } from "./sample.ts";

const people = samplePeople();
const counted = people.filter(
  (person) => person.supporter !== true && person.supervisor === undefined,
);

const readinessFor = (action: ActionKey): ActionReadiness =>
  actionReadiness(
    sampleCampaign(),
    action,
    counted.flatMap((person) => {
      const condition = conditionFor(person, action);
      return condition === undefined ? [] : [{ condition, people: 1 }];
    }),
  );

describe("the sample data", () => {
  it("has 24 people, one a supporter and one perhaps a supervisor, each marked as sample data", () => {
    expect(people).toHaveLength(24);
    expect(counted).toHaveLength(22);
    expect(new Set(people.map(({ name }) => name)).size).toBe(24);
    expect(new Set(people.map(({ alias }) => alias)).size).toBe(24);
    expect(new Set(people.map(({ note }) => note))).toEqual(new Set(["sample data"]));
  });

  it("holds names in many scripts, kept by the vault as they are written", () => {
    const scripts = "Latin Arabic Hebrew Han Hangul Devanagari Cyrillic Ethiopic Thai".split(" ");
    for (const script of scripts) {
      const letters = new RegExp(`\\p{Script=${script}}`, "u");
      expect(
        people.some(({ name }) => letters.test(name)),
        script,
      ).toBe(true);
    }
    for (const { name } of people) expect(cleanLine(name)).toEqual({ ok: true, value: name });
    expect(
      people.some(({ name }) => !name.includes(" ") && /^\p{Script=Latin}+$/u.test(name)),
    ).toBe(true);
    expect(people.some(({ name }) => name.includes("O'"))).toBe(true);
  });

  it("reaches nobody: numbers of the fictional range and addresses under example.org", () => {
    const contacts = people.flatMap((person) => person.contacts ?? []);
    expect(contacts.length).toBeGreaterThan(5);
    for (const { value } of contacts) expect(value).toMatch(/^\+1555010\d{4}$|@example\.org$/u);
    expect(sampleAnswers()["contact"]).toMatch(/@example\.org$/u);
  });

  it("names only teams and actions of the sample campaign", () => {
    const { teams, actions } = sampleCampaign();
    const keys = new Set<string>(teams.map(({ key }) => key));
    for (const { team } of counted) expect(keys).toContain(team);
    const said = people.flatMap((person) =>
      person.actions.map((one) => (typeof one === "string" ? one : one.action)),
    );
    expect(new Set(said)).toEqual(new Set(actions));
    expect(teams.reduce((total, { size }) => total + (size ?? 0), 0)).toBe(
      sampleCampaign().unit.size,
    );
  });

  it("has as many pledges to sign as are needed, of which many wait, and few would bring them in", () => {
    expect(readinessFor("sign" as ActionKey)).toMatchObject({
      pledged: { low: 20 },
      active: { low: 11 },
      threshold: 20,
      met: false,
      away: 9,
      tipping: { more: 2, people: 5 },
    });
  });

  it("has one threshold that is met and two that are not", () => {
    expect(readinessFor("refuse" as ActionKey)).toMatchObject({
      pledged: { low: 9 },
      active: { low: 8 },
      threshold: 8,
      met: true,
    });
    expect(readinessFor("walkout" as ActionKey)).toMatchObject({
      pledged: { low: 13 },
      active: { low: 11 },
      threshold: 18,
      met: false,
    });
    expect(readinessFor("strike" as ActionKey)).toMatchObject({
      pledged: { low: 8 },
      active: { low: 5 },
      threshold: 30,
      met: false,
    });
  });

  it("names in its letter only steps that people have pledged", () => {
    for (const step of ["otherwise", "furtherStep"]) {
      expect(readinessFor(sampleAnswers()[step] as ActionKey).pledged.low).toBeGreaterThan(0);
    }
  });

  it("shows all three displays: names, a role shared by five, one that is held back, and a number", () => {
    const { list, heldBack } = signatoryList(
      people
        .filter(
          (person) =>
            person.supervisor === undefined &&
            conditionFor(person, "sign" as ActionKey) !== undefined,
        )
        .map(({ name, role, team, display, supporter }) => ({
          name,
          role,
          ...(team === undefined ? {} : { team }),
          display,
          supporter: supporter === true,
        })),
      new Intl.Collator("en").compare,
    );
    expect(list.named.length).toBeGreaterThan(4);
    expect(list.roles).toEqual(Array.from({ length: 5 }, () => "Software Engineer, cloud"));
    expect(list.others).toEqual({ people: 5, moreThan: true });
    expect(heldBack).toEqual({ withoutSeniority: 0, coarser: 0, counted: 2 });
    expect(list.supporters.named).toHaveLength(1);
  });
});
