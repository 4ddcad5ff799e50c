/** A list as people: by what its columns mean, or as cards and JSON of ours say it. Every row is read, whatever is wrong with others. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { InputFault } from "../../domain/input/fault.ts";
import { cardToInput } from "../../domain/people/import/card-to-input.ts";
import type { Mapping } from "../../domain/people/import/mapping.ts";
import { knownHere } from "../../domain/people/import/known-here.ts";
import { rowToInput } from "../../domain/people/import/row-to-input.ts";
import { parsePerson } from "../../domain/people/parse-person.ts";
import type { PersonInput } from "../../domain/people/person-input.ts";
import type { Result } from "../../domain/result.ts";
import { faultProblem, rowProblem } from "../render/import-preview.ts";
import type { Problem } from "../render/import-preview.ts";
import type { List } from "./read-list.ts";

export interface Inputs {
  /** Rows, cards or entries, readable or not. */
  readonly rows: number;
  readonly people: readonly PersonInput[];
  readonly unread: readonly Problem[];
  /** Cells that stay out while their row is taken. */
  readonly passedOver: readonly InputFault[];
}

/** `mapping` is there for a table. */
export const inputsOf = (list: List, mapping: Mapping | undefined, campaign: Campaign): Inputs => {
  const people: PersonInput[] = [];
  const unread: Problem[] = [];
  const passedOver: InputFault[] = [];
  const take = (read: Result<PersonInput, readonly InputFault[]>): void => {
    if (read.ok) people.push(read.value);
    else unread.push(...read.failure.map((fault) => faultProblem(fault, mapping)));
  };
  if (list.kind === "people") {
    for (const { value, line } of list.documents) take(parsePerson(value, campaign, line));
    return { rows: list.documents.length, people, unread, passedOver };
  }
  if (list.kind === "exported") {
    for (const [index, one] of list.people.entries())
      people.push(
        // The first line says how many follow.
        knownHere(one, campaign, index + 2, (fault) => passedOver.push(fault)),
      );
    return { rows: list.people.length, people, unread, passedOver };
  }
  if (list.kind === "cards") {
    const { cards, faults } = list.cards;
    for (const card of cards) take(cardToInput(card, campaign));
    const broken = faults.map(({ type, line }) => ({
      line,
      what:
        type === "card-malformed" ? "a broken card" : "a card of another version than 3.0 and 4.0",
    }));
    return {
      rows: cards.length + faults.length,
      people,
      unread: [...broken, ...unread],
      passedOver,
    };
  }
  if (mapping === undefined) throw new Error("a table needs a mapping");
  const { rows, faults } = list.table;
  const read = rowToInput(mapping, campaign, (fault) => passedOver.push(fault));
  for (const row of rows) take(read(row));
  const broken = faults.map(rowProblem);
  return { rows: rows.length + faults.length, people, unread: [...broken, ...unread], passedOver };
};
