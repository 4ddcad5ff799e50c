/** Letters without a fault, written by hand as an organizer's own template would give them. Sample data. */
import { lintText } from "../../../../src/domain/letters/lint/lint.ts";
import type { LintInput } from "../../../../src/domain/letters/lint/rule.ts";
import type { ActionKey } from "../../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../../src/domain/day.ts";

export const english = `<!-- outside the text: place-and-date -->

To: Dana Roe, Chief Executive Officer, Example Corp

Dear Dana Roe,

We work at Example Corp, and we demand an end to its contracts with the police. What we build must not be turned against people.

<!-- outside the text: how-many -->

The company runs the camera archive of the Riverton police (Riverton city council, minutes of 3 March 2026).

"We never sell your data," says the company's own privacy page (read on 2 November 2026).

You may say that these contracts are legal. That is no reason for us to do the work.

1. End all contracts with the police. By 30 April 2027: every one has ended, and a public list says so.
2. Disclose nothing without a judge's subpoena. By 30 April 2027: published rules refuse whatever no judge signed.

The company must publish this as its policy and enforce it.

We expect an answer in writing by 31 March 2027.

If there is none, we will walk out.

Nobody may be punished for signing this letter.

You can reach us at workers@example.org.

<!-- outside the text: signatories -->
`;

export const spanish = `<!-- outside the text: place-and-date -->

A la atención de Dana Roe, directora general, Example Corp

Estimada Dana Roe:

Trabajamos en Example Corp y exigimos que la empresa ponga fin a sus contratos con la policía. Lo que hacemos no debe volverse contra la gente.

<!-- outside the text: how-many -->

La empresa lleva el archivo de cámaras de la policía de Riverton (ayuntamiento de Riverton, acta del 3 de marzo de 2026).

«Nunca vendemos sus datos», dice la página de privacidad de la empresa (leída el 2 de noviembre de 2026).

Quizá respondan que esos contratos son legales. Eso no nos obliga a hacer el trabajo.

1. Pongan fin a todos los contratos con la policía. Antes del 30 de abril de 2027: todos han terminado, y una lista pública lo dice.
2. No entreguen nada sin una citación firmada por un juez. Antes del 30 de abril de 2027: unas normas públicas rechazan lo que ningún juez firmó.

La empresa debe publicar esto como su política y aplicarla.

Esperamos una respuesta por escrito antes del 31 de marzo de 2027.

Si no la hay, abandonaremos el trabajo.

Nadie puede ser castigado por firmar esta carta.

Pueden escribirnos a trabajadores@example.org.

<!-- outside the text: signatories -->
`;

export const editor = `To the editor:

I live in Riverton, and I ask the council to end its contract with Example Corp. Nobody should be watched on the way to school.
`;

export const testimony = `We are residents of Riverton, and we ask you to vote against the contract. People must be able to walk home unwatched.
`;

export const press = `FOR IMMEDIATE RELEASE

<!-- outside the text: place-and-date -->

Workers at Example Corp ask the company to end its contracts with the police.

Contact: press@example.org

\\###
`;

export const petition = `We ask the mayor of Riverton to end the partnership with Example Corp.

<!-- outside the text: signatories -->
`;

const today = "2026-11-22" as Day;

/** A letter of the kind, in English, with everything pledged, unless it is said otherwise. */
export const inputOf = (
  markdown: string,
  over: Partial<Omit<LintInput, "template">> & {
    readonly template?: Partial<LintInput["template"]>;
  } = {},
): LintInput => ({
  name: "first",
  markdown,
  answers: {},
  demands: [],
  facts: [],
  campaign: {
    employer: "Example Corp",
    actions: ["sign", "refuse", "walkout", "strike"] as ActionKey[],
  },
  today,
  isPledged: () => true,
  shared: false,
  ...over,
  template: { kind: "employer", language: "en", variables: [], ...over.template },
});

export const rulesBroken = (input: LintInput): readonly string[] => [
  ...new Set(lintText(input).map(({ rule }) => rule)),
];

/** The line of the text on which the words stand, from 1. */
export const lineOf = (text: string, words: string): number =>
  text.slice(0, text.indexOf(words)).split("\n").length;
