/** People as fast-check makes them, through the files of other programs and back. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readCards } from "../../../../src/adapters/address-books/read-cards.ts";
import { readTable } from "../../../../src/adapters/address-books/read-table.ts";
import { writeCards } from "../../../../src/adapters/address-books/write-cards.ts";
import { writeTable } from "../../../../src/adapters/address-books/write-table.ts";
import { cardOf, inputOf, tableOf } from "../../../../src/domain/people/export/outgoing.ts";
import { cardToInput } from "../../../../src/domain/people/import/card-to-input.ts";
import { contactKey } from "../../../../src/domain/people/import/contact-key.ts";
import { mappingFor } from "../../../../src/domain/people/import/mapping-for.ts";
import { rowToInput } from "../../../../src/domain/people/import/row-to-input.ts";
import type { PersonInput } from "../../../../src/domain/people/person-input.ts";
import type { PersonSummary } from "../../../../src/domain/people/store.ts";
import { sample } from "../../../support/campaigns.ts";
import { anyExported } from "./any-exported.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Somebody of the sample campaign; who has a team has one of its teams. */
const summaries: fc.Arbitrary<readonly PersonSummary[]> = fc
  .array(anyExported, { maxLength: 4 })
  .map((all) =>
    all.map(({ person: { team, ...person }, assessments, pledges }): PersonSummary => {
      const assessment = assessments.at(-1)?.level;
      const [known] = sample.teams;
      return {
        person: team === undefined || known === undefined ? person : { ...person, team: known.key },
        ...(assessment === undefined ? {} : { assessment }),
        pledges: pledges.flatMap((pledge, index) => {
          const action = sample.actions[index];
          return action === undefined ? [] : [{ ...pledge, action }];
        }),
      };
    }),
  );

/** Without what says nothing: an empty cell is none. */
const said = (input: PersonInput): object =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );

describe("people in a table of ours", () => {
  it("come back as they went, but for what they took back", () => {
    fc.assert(
      fc.property(summaries, (people) => {
        const table = readTable(bytes(writeTable(tableOf(people))));
        if (!table.ok) throw new Error(table.failure.type);
        expect(table.value.faults).toEqual([]);
        const toInput = rowToInput(mappingFor(table.value.header), sample);
        const back = table.value.rows.map((row) => toInput(row));
        expect(back.map((one) => (one.ok ? { ...said(one.value), line: 0 } : one))).toEqual(
          people.map((one) => ({ ...said(inputOf(one)), line: 0 })),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("people on cards", () => {
  it("come back as far as a card says anything of them", () => {
    fc.assert(
      fc.property(summaries, (people) => {
        const cards = people.map(cardOf);
        if (cards.length === 0) return;
        const read = readCards(bytes(writeCards(cards)));
        if (!read.ok) throw new Error(read.failure.type);
        expect(read.value.faults).toEqual([]);
        const back = read.value.cards.map((card) => cardToInput(card, sample));
        for (const [index, one] of back.entries()) {
          if (!one.ok) throw new Error(JSON.stringify(one.failure));
          const card = cards[index];
          if (card === undefined) throw new Error("a card too many");
          const { name, role, language, contacts } = card;
          const { line: _, ...input } = one.value;
          expect({ ...input, contacts: undefined }).toEqual({
            name,
            ...(role === undefined ? {} : { role }),
            ...(language === undefined ? {} : { language }),
            contacts: undefined,
          });
          const keys = (all: PersonInput["contacts"]): readonly string[] =>
            (all ?? []).map(
              (contact) => `${contact.kind} ${contact.atWork ?? false} ${contactKey(contact)}`,
            );
          expect(new Set(keys(input.contacts))).toEqual(new Set(keys(contacts)));
        }
      }),
      { numRuns: 200 },
    );
  });
});
