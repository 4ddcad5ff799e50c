/** Letters that break no rule, near to some that do. */
import type { Day } from "../../../../src/domain/day.ts";
import type { LintInput } from "../../../../src/domain/letters/lint/rule.ts";
import { es, fact, put, words } from "./break-letter.ts";
import { editor, english, inputOf, petition, press, spanish, testimony } from "./sample-letters.ts";

export const sound: readonly (readonly [string, LintInput])[] = [
  ["the letter in English", inputOf(english)],
  ["the letter in Spanish", inputOf(spanish, { template: es })],
  ["a letter to the editor", inputOf(editor, { template: { kind: "editor" } })],
  ["a testimony", inputOf(testimony, { template: { kind: "testimony" } })],
  ["a press statement", inputOf(press, { template: { kind: "press" } })],
  ["a petition", inputOf(petition, { template: { kind: "petition" } })],
  [
    "a petition with lines to sign on",
    inputOf(
      petition.replace("<!-- outside the text: signatories -->", "Name: \\_\\_\\_\\_\\_\\_"),
      { template: { kind: "petition" } },
    ),
  ],
  [
    "a second letter on the day after",
    inputOf(english, {
      template: { kind: "follow-up" },
      before: { on: "2026-11-01" as Day, answerBy: "2026-11-21" as Day },
    }),
  ],
  [
    "the day on which an answer came, which is today",
    inputOf(
      put(
        english,
        "Nobody may be punished",
        "You answered on 22 November 2026. Nobody may be punished",
      ),
      {
        before: { on: "2026-11-01" as Day, answeredOn: "2026-11-22" as Day },
      },
    ),
  ],
  ["a text of no kind that we know", inputOf("Hello.", { template: { kind: "song" } })],
  [
    "a source of two years ago to the day",
    inputOf(put(english, "3 March 2026", "22 November 2024")),
  ],
  [
    "a fact from work that was let through",
    inputOf(put(english, "minutes of 3 March 2026).", `minutes of 3 March 2026). ${fact.claim}`), {
      facts: [{ ...fact, letThrough: true }],
    }),
  ],
  ["a fact from work that is not in the text", inputOf(english, { facts: [fact] })],
  [
    "an administrative subpoena, said to be one",
    inputOf(put(english, "a judge's subpoena", "more than an administrative subpoena")),
  ],
  [
    "workers' own domain with the employer's name in it",
    inputOf(put(english, "example.org", "rivertonworkers.net"), {
      campaign: { employer: "Riverton", actions: [] },
    }),
  ],
  [
    "a domain that holds a short name by chance",
    inputOf(put(english, "example.org", "sharphp.net"), {
      campaign: { employer: "HP", actions: [] },
    }),
  ],
  [
    "two nouns after one verb",
    inputOf(
      put(
        english,
        "End all contracts with the police.",
        "End research and development for the police.",
      ),
    ),
  ],
  [
    "thirty words, and a long quotation",
    inputOf(put(english, "Nobody may be punished", `"${words(40)}" Nobody may be punished`)),
  ],
  [
    "an abbreviation before a name",
    inputOf(
      put(
        english,
        "Nobody may be punished for signing this letter.",
        "Nobody, says Ms. Roe of St. Riverton, may be punished for signing.",
      ),
    ),
  ],
  [
    "a number of people in a fact with its source",
    inputOf(put(english, "The company runs", "In 2026 the company had 40 workers run")),
  ],
  [
    "what was left out of a quotation",
    inputOf(put(english, "We never sell your data", "We never [...] sell [the users'] data [1]")),
  ],
];
