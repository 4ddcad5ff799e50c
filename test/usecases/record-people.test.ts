import { describe, expect, it } from "vitest";
import type { Day } from "../../src/domain/day.ts";
import type { PersonInput } from "../../src/domain/people/person-input.ts";
import type { PledgeCode } from "../../src/domain/pledges/code.ts";
import { recordPeople } from "../../src/usecases/record-people.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import { code, everybody, inVault, pledging, record, refuse, sign, today } from "./recording.ts";

describe("recording people", () => {
  it("adds whoever nobody names yet, with a day, a code and the default of showing a number only", async () => {
    await inVault((vault) => {
      const recorded = record(vault, [
        { name: "Ana", actions: pledging(sign), day: "2026-11-20" as Day },
      ]);
      expect(recorded.ok && recorded.value.added).toHaveLength(1);
      const [person] = everybody(vault);
      expect(person).toEqual({
        id: expect.any(String),
        code: expect.any(String),
        name: "Ana",
        addedOn: "2026-11-20",
        contacts: [],
        doNotContact: false,
        issues: [],
        consents: [],
        elsewhere: [],
        supervisor: "no",
        supporter: false,
      });
      expect(person && vault.pledges.of(person.id)).toEqual([
        {
          person: person?.id,
          action: "sign",
          condition: { kind: "none" },
          display: "counted",
          state: "pledged",
          since: "2026-11-20",
        },
      ]);
    });
  });

  it("gives everybody an id of their own, even where the randomness repeats itself", async () => {
    await inVault((vault) => {
      let call = 0;
      // Each of the first three people draws the id of the one before first.
      const draws = [1, 1, 2, 2, 3];
      const random = {
        bytes: (length: number) =>
          new Uint8Array(length).fill(length === 16 ? (draws[call++] ?? 9) : call),
      };
      const recorded = recordPeople({ vault, random, today }, [
        { name: "Ana" },
        { name: "Bo" },
        { name: "Cy" },
      ]);
      expect(recorded.ok).toBe(true);
      expect(new Set(everybody(vault).map(({ id }) => id)).size).toBe(3);
    });
  });

  it("never takes the same name for the same person, and finds one by code or id", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Ana", code }]);
      record(vault, [{ name: "Ana" }]);
      expect(vault.people.count()).toBe(2);
      const known = vault.people.byCode(code);
      expect(
        record(vault, [
          { code, role: "SRE" },
          { id: known?.id ?? "", alias: "heron" },
        ]),
      ).toMatchObject({
        ok: true,
        value: { added: [], updated: [{ id: known?.id }, { id: known?.id }] },
      });
      expect(vault.people.byCode(code)).toEqual({ ...known, role: "SRE", alias: "heron" });
    });
  });

  it("takes away what is said to be null, and leaves what is not said", async () => {
    await inVault((vault) => {
      record(vault, [
        {
          name: "Ana",
          code,
          alias: "heron",
          role: "SRE",
          note: "x",
          contacts: [{ kind: "phone", value: "1" }],
        },
      ]);
      record(vault, [{ code, alias: null, note: null }]);
      const person = vault.people.byCode(code);
      expect(person).toMatchObject({ role: "SRE", contacts: [{ kind: "phone", value: "1" }] });
      expect(person).not.toHaveProperty("alias");
      expect(person).not.toHaveProperty("note");
    });
  });

  it("keeps one judgement of a day, and every other one", async () => {
    await inVault((vault) => {
      const judge = (assessment: 1 | 2, day: string): unknown =>
        record(vault, [{ code, name: "Ana", assessment, day: day as Day }]);
      judge(2, "2026-11-20");
      judge(2, "2026-11-20");
      judge(2, "2026-11-21");
      judge(1, "2026-11-21");
      const id = vault.people.byCode(code)?.id;
      expect(id && vault.people.assessments(id).map(({ level, day }) => [level, day])).toEqual([
        [2, "2026-11-20"],
        [2, "2026-11-21"],
        [1, "2026-11-21"],
      ]);
    });
  });

  it("names every fault by line, those found before included, and keeps nothing", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Zoe", alias: "heron", code }]);
      const inputs: readonly PersonInput[] = [
        { line: 2, name: "Ana" },
        { line: 3, role: "SRE" },
        { line: 5, name: "Bo", alias: "heron", day: "2027-01-01" as Day },
        { line: 6, id: "zz" },
        { line: 7, id: everybody(vault)[0]?.id ?? "", code: "0000-0000-0000-0000" as PledgeCode },
        { line: 8, name: "Cy", alias: "lark" },
        { line: 9, name: "Di", alias: "lark" },
      ];
      const before = [{ line: 4, path: "name", fault: { type: "text-empty" } }] as const;
      const recorded = recordPeople({ vault, random: seededRandomness(7), today }, inputs, before);
      expect(
        recorded.ok
          ? []
          : recorded.failure.faults.map(({ line, path, fault }) => [line, path, fault.type]),
      ).toEqual([
        [3, "name", "member-missing"],
        [4, "name", "text-empty"],
        [5, "alias", "alias-taken"],
        [5, "date", "day-ahead"],
        [6, "id", "person-unknown"],
        [7, "code", "code-taken"],
        [9, "alias", "alias-taken"],
      ]);
      expect(everybody(vault).map(({ name }) => name)).toEqual(["Zoe"]);
    });
  });

  it("knows when refusing a part of the work is pledged for the first time", async () => {
    await inVault((vault) => {
      const first = (input: PersonInput): unknown => {
        const recorded = record(vault, [input]);
        return recorded.ok && recorded.value.firstRefusal;
      };
      expect(first({ name: "Ana", actions: pledging(sign) })).toBe(false);
      expect(first({ name: "Bo", actions: pledging(refuse) })).toBe(true);
      expect(first({ name: "Cy", actions: pledging(refuse) })).toBe(false);
    });
  });

  it("tells how far it is, and stops telling when it is refused", async () => {
    await inVault((vault) => {
      const told: string[] = [];
      const progress = {
        start: (label: string, total: number) => told.push(`${label} ${total}`),
        step: (done: number) => told.push(String(done)),
        stop: () => told.push("stop"),
      };
      recordPeople({ vault, random: seededRandomness(1), today, progress }, [{ name: "Ana" }, {}]);
      expect(told).toEqual(["people 2", "1", "2", "stop"]);
    });
  });
});
