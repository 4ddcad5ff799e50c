/** The rules from block 8 on, those of every letter and those of other kinds, each with letters that break it alone. */
import type { Day } from "../../../../src/domain/day.ts";
import type { Broken } from "./break-letter.ts";
import { en, es, inSpanish, kind, nobodyPledged, words } from "./break-letter.ts";
import { editor, english, inputOf, petition, press, spanish } from "./sample-letters.ts";

export const brokenWords: readonly Broken[] = [
  en("missing-policy", "The company must publish this as its policy and enforce it.", ""),
  inSpanish("missing-policy", "La empresa debe publicar esto como su política y aplicarla.", ""),
  en("missing-answer-date", " by 31 March 2027", " soon"),
  inSpanish("missing-answer-date", " antes del 31 de marzo de 2027", " pronto"),
  {
    rule: "answer-still-due",
    title: "on the day itself",
    input: inputOf(english, {
      template: { kind: "follow-up" },
      before: { on: "2026-11-01" as Day, answerBy: "2026-11-22" as Day },
    }),
  },
  en("answer-date-passed", "by 31 March 2027", "by 21 November 2026"),
  inSpanish(
    "answer-date-passed",
    "antes del 31 de marzo de 2027",
    "antes del 21 de noviembre de 2026",
  ),
  en("missing-consequence", "If there is none, we will walk out.", ""),
  inSpanish("missing-consequence", "Si no la hay, abandonaremos el trabajo.", ""),
  {
    rule: "step-without-pledges",
    title: "in words (en)",
    input: inputOf(english, nobodyPledged),
    at: "walk out",
  },
  {
    rule: "step-without-pledges",
    title: "in words (es)",
    input: inputOf(spanish, { template: es, ...nobodyPledged }),
    at: "abandonaremos",
  },
  {
    rule: "step-without-pledges",
    title: "by an answer",
    input: inputOf(english, {
      isPledged: (action) => action !== "strike",
      template: {
        variables: [
          {
            name: "otherwise",
            kind: "action",
            ask: "",
            example: "",
            required: false,
            personal: false,
          },
        ],
      },
      answers: { otherwise: "strike" },
    }),
    at: "walk out",
  },
  en("step-with-count", "we will walk out.", "400 of us will stay at home, and we will walk out."),
  inSpanish(
    "step-with-count",
    "abandonaremos el trabajo.",
    "400 personas firmantes abandonaremos el trabajo.",
  ),
  en("missing-no-retaliation", "Nobody may be punished for signing this letter.", ""),
  inSpanish("missing-no-retaliation", "Nadie puede ser castigado por firmar esta carta.", ""),
  en("missing-signatories", "<!-- outside the text: signatories -->", ""),
  en("missing-contact", "You can reach us at workers@example.org.", ""),
  en("contact-at-employer", "workers@example.org", "rowan@mail.riverton.com", {
    campaign: { employer: "Riverton, Inc.", actions: [] },
  }),
  en("contact-at-employer", "workers@example.org", "us@riverton-systems.com", {
    campaign: { employer: "The Riverton Systems Company", actions: [] },
  }),
  en("contact-at-employer", "workers@example.org", "https://wiki.corp.riverton.net/letter"),
  en("contact-at-employer", "workers@example.org", "us@hp.com", {
    campaign: { employer: "HP", actions: [] },
  }),
  en("bare-subpoena", "a judge's subpoena", "a subpoena"),
  inSpanish("bare-subpoena", "una citación firmada por un juez", "una citación"),
  {
    rule: "word-limit",
    title: "460 words to an employer",
    input: inputOf(`${english}\n${Array.from({ length: 16 }, () => words(25)).join(" ")}\n`),
  },
  kind(
    "word-limit",
    "275 words to the editor",
    "editor",
    `${editor}\n${Array.from({ length: 10 }, () => words(25)).join(" ")}\n`,
  ),
  en(
    "long-sentence",
    "Nobody may be punished for signing this letter.",
    `Nobody may be punished for signing this letter, ${words(25)}`,
  ),
  ...["{{name}}", "[your name]", "TBD", "XXX", "Lorem ipsum", "_____"].map((mark) =>
    en("placeholder", "for signing this letter.", `for signing this letter, says ${mark}.`),
  ),
  en("live-value", "Nobody may be punished", "Today, 22 November 2026, nobody may be punished"),
  en("live-value", "Nobody may be punished", "Of us, 142 workers, nobody may be punished"),
  en(
    "live-value",
    "Nobody may be punished",
    "We are more than 30 % of the workers here, and nobody may be punished",
  ),
  inSpanish(
    "live-value",
    "Nadie puede ser castigado",
    "Somos 142 trabajadoras, y nadie puede ser castigado",
  ),
  kind(
    "missing-ask",
    "a petition that asks for nothing",
    "petition",
    petition.replace("We ask the mayor of Riverton to end", "The mayor of Riverton made"),
  ),
  kind(
    "one-ask",
    "an editor asked for two things",
    "editor",
    `${editor}\n1. End the contract.\n2. Publish the minutes.\n`,
  ),
  kind(
    "missing-release-line",
    "a press statement without it",
    "press",
    press.replace("FOR IMMEDIATE RELEASE", "NEWS"),
  ),
  kind(
    "missing-dateline",
    "a press statement without one",
    "press",
    press.replace("<!-- outside the text: place-and-date -->\n", ""),
  ),
  kind("missing-end-mark", "a press statement without one", "press", press.replace("\\###\n", "")),
];
