/** Rules of blocks 1 to 7, each with letters that break it alone: what is put in place of what. */
import type { Broken } from "./break-letter.ts";
import { demand, en, es, fact, inSpanish } from "./break-letter.ts";
import { inputOf, spanish } from "./sample-letters.ts";

export const brokenBlocks: readonly Broken[] = [
  en(
    "missing-addressee",
    "To: Dana Roe, Chief Executive Officer, Example Corp\n\nDear Dana Roe,",
    "To the leadership of Example Corp:",
  ),
  {
    rule: "missing-addressee",
    title: "to the direction at large (es)",
    input: inputOf(
      spanish
        .replace("A la atención de Dana Roe, directora general, Example Corp\n\n", "")
        .replace("Estimada Dana Roe:", "A la dirección de Example Corp:"),
      { template: es },
    ),
  },
  en("missing-place-and-date", "<!-- outside the text: place-and-date -->", ""),
  en("missing-how-many", "<!-- outside the text: how-many -->", ""),
  en(
    "no-ask-first",
    "We work at Example Corp, and we demand an end to its contracts with the police.",
    "There is a contract with the police.",
  ),
  inSpanish(
    "no-ask-first",
    "Trabajamos en Example Corp y exigimos que la empresa ponga fin a sus contratos con la policía.",
    "La empresa tiene contratos con la policía.",
  ),
  en(
    "missing-principle",
    "What we build must not be turned against people.",
    "It began two years ago.",
  ),
  inSpanish(
    "missing-principle",
    "Lo que hacemos no debe volverse contra la gente.",
    "Empezó hace dos años.",
  ),
  en(
    "missing-facts",
    "The company runs the camera archive of the Riverton police (Riverton city council, minutes of 3 March 2026).",
    "",
  ),
  {
    ...en("facts-without-source", " (Riverton city council, minutes of 3 March 2026)", "", {
      template: {
        variables: [
          { name: "facts", kind: "lines", ask: "", example: "", required: false, personal: true },
        ],
      },
      answers: { facts: "The company runs the camera archive of the Riverton police." },
    }),
    at: "archive",
  },
  {
    ...en(
      "fact-from-work",
      "minutes of 3 March 2026).",
      `minutes of 3 March 2026). ${fact.claim}`,
      {
        facts: [fact],
      },
    ),
  },
  en("source-old", "minutes of 3 March 2026", "minutes of 21 November 2024"),
  en("source-old", "read on 2 November 2026", "read in 2023"),
  inSpanish("source-old", "acta del 3 de marzo de 2026", "acta de marzo de 2024"),
  en(
    "missing-company-words",
    `"We never sell your data," says the company's own privacy page (read on 2 November 2026).`,
    "",
  ),
  en(
    "missing-defence",
    "You may say that these contracts are legal. That is no reason for us to do the work.",
    "",
  ),
  inSpanish(
    "missing-defence",
    "Quizá respondan que esos contratos son legales. Eso no nos obliga a hacer el trabajo.",
    "",
  ),
  en(
    "demands-count",
    "1. End all contracts with the police. By 30 April 2027: every one has ended, and a public list says so.\n",
    "",
  ),
  en(
    "demands-count",
    "\n2. Disclose",
    `\n2. Disclose nothing. By 30 April 2027: the rules of the company say so.\n${[3, 4, 5].map(demand).join("\n")}\n6. Disclose`,
  ),
  en("demand-without-date", "By 30 April 2027: every one has ended", "Soon every one has ended"),
  inSpanish("demand-without-date", "Antes del 30 de abril de 2027: todos", "Pronto todos"),
  en(
    "demand-without-measure",
    "By 30 April 2027: every one has ended, and a public list says so.",
    "By 30 April 2027.",
  ),
  en(
    "demand-verbs",
    "End all contracts with the police.",
    "End all contracts with the police and publish each of them.",
  ),
  en(
    "demand-verbs",
    "End all contracts with the police.",
    "End all contracts with the police; bid on none.",
  ),
  inSpanish(
    "demand-verbs",
    "Pongan fin a todos los contratos con la policía.",
    "Pongan fin a todos los contratos y publiquen cada uno.",
  ),
];
