import type { DeliveryFailure, LetterFailure } from "../../domain/letters/failures.ts";
import type { PrintFailure, TemplateFault } from "../../domain/letters/ports.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { disk, no, refused, usage } = exitCodes;

type Engine = Extract<PrintFailure, { readonly type: "pdf-engine-failed" }>;

const whyNoPdf: Readonly<Record<Engine["why"], string>> = {
  stopped: "it stopped before it had printed",
  "too-long": "it took longer than a minute and was ended",
  "no-file": "it ended without a file",
  "no-folder": "the temporary folder cannot be written to",
  "unfamiliar-file":
    "its file could not be looked through for what says when and with what it was made",
};

const mostFaults = 10;
const longestFault = 160;

const clipped = (text: string): string =>
  text.length > longestFault ? `${text.slice(0, longestFault).toWellFormed()} ...` : text;

/** The first of them: a template of a stranger's may hold thousands, or one as long as the file. */
const faultsText = (
  faults: Extract<TemplateFault, { readonly type: "template-forbidden" }>["faults"],
): string =>
  [
    ...faults
      .slice(0, mostFaults)
      .map(({ line, column, what }) => `line ${line}, column ${column}: ${clipped(what)}`),
    ...(faults.length > mostFaults ? [`and ${grouped(faults.length - mostFaults)} more`] : []),
  ].join("; ");

/** Works everywhere, with any browser. */
const printByHand = "write it with --format html, open that in a browser and print it from there";

type TooMany = Extract<LetterFailure, { readonly type: "attest-too-many" }>;

const numbersOf = ({ workers, supporters }: TooMany["stated"]): string =>
  `${counted(workers, "worker", "workers")} and ${counted(supporters, "supporter", "supporters")}`;

const whyNoText = {
  html: "HTML cannot be checked before it is attested",
  "not-text": "the file is no plain text, so nobody could check it line by line",
  "line-ends": "the file has line ends that programs read differently",
} as const;

export const explainLetters: Explainers<
  Exclude<LetterFailure, DeliveryFailure> | TemplateFault | PrintFailure
> = {
  "letter-not-found": ({ known }) => ({
    message: "there is no letter of that name",
    hint:
      known.length === 0
        ? 'start one with "pledge letter start employer-demands"'
        : `the letters are ${listed(known)}`,
    exitCode: usage,
  }),
  "letter-exists": ({ name }) => ({
    message: `there is a letter called ${name} already`,
    hint: `change it with "pledge letter edit ${name}", or give the new one another name with --name`,
    exitCode: usage,
  }),
  "letter-name-malformed": () => ({
    message: "a letter's name is lower-case letters, digits and hyphens, at most 40",
    hint: "for example: --name first-letter",
    exitCode: usage,
  }),
  "letter-not-frozen": ({ name }) => ({
    message: `the text of ${name} is not fixed yet, so nobody can have signed it`,
    hint: `read it with "pledge letter preview ${name}", then "pledge letter freeze ${name}"`,
    exitCode: no,
  }),
  "letter-already-frozen": ({ name }) => ({
    message: `the text of ${name} is fixed already`,
    hint: `change it with "pledge letter edit ${name}"; those who signed must then be asked again`,
    exitCode: no,
  }),
  "letter-frozen": ({ name }) => ({
    message: `the text of ${name} is fixed, and people have signed it or may have`,
    hint: `to change it all the same and ask them again: "pledge letter edit ${name} --yes"`,
    exitCode: no,
  }),
  "letter-shared": ({ name }) => ({
    message: `the text of ${name} came with the committee file, so it is changed where it was written`,
    hint: 'ask its writer, or start a letter of your own: "pledge letter start TEMPLATE"',
    exitCode: no,
  }),
  "demands-missing": () => ({
    message: "the campaign has no demands yet, so the letter would ask for nothing",
    hint: 'choose them with "pledge campaign edit"',
    exitCode: no,
  }),
  "demand-not-found": () => ({
    message: "there is no demand of that key",
    hint: 'see them with "pledge demand list"',
    exitCode: usage,
  }),
  "demand-exists": ({ key }) => ({
    message: `there is a demand of your own called ${key} already`,
    hint: `change it with "pledge demand edit ${key}", or give the new one another key`,
    exitCode: usage,
  }),
  "demand-not-own": ({ key }) => ({
    message: `${key} comes with pledge and stays as it is`,
    hint: `take it out of the campaign with "pledge campaign edit", or word it anew with "pledge demand edit ${key}"`,
    exitCode: no,
  }),
  "demand-in-use": ({ inCampaign, letters }) => ({
    message: `it is still asked for: ${listed([...(inCampaign ? ["by the campaign"] : []), ...letters.map((name) => `by the draft ${name}`)])}`,
    hint: [
      ...(inCampaign ? ['take it out with "pledge campaign edit"'] : []),
      ...letters.map(
        (name) => `let the draft take the campaign's: "pledge letter edit ${name} --demands"`,
      ),
    ].join("; then "),
    exitCode: no,
  }),
  "fact-not-found": ({ known }) => ({
    message: "there is no fact of that key",
    hint:
      known.length === 0 ? 'keep one with "pledge fact add"' : 'see them with "pledge fact list"',
    exitCode: usage,
  }),
  "fact-exists": ({ key }) => ({
    message: `there is a fact called ${key} already`,
    hint: "give the new one another key, or none: pledge makes one",
    exitCode: usage,
  }),
  "fact-not-let-through": ({ key }) => ({
    message: `${key} is known only from work, and may be confidential`,
    hint: `if a letter may say it all the same: "pledge fact let-through ${key}"`,
    exitCode: no,
  }),
  "escalation-unbacked": ({ action, name, variable }) => ({
    message: `the letter announces "${action}", and nobody has pledged that`,
    hint: `announce a step that people stand behind, or none: "pledge letter edit ${name} --set ${variable}="`,
    exitCode: no,
  }),
  "variable-unknown": ({ known }) => ({
    message: "the template has no value of that name",
    hint:
      known.length === 0
        ? "let pledge ask for its values, or put them into a file: --from FILE"
        : `--set takes ${listed(known)}; everything else is asked for, or comes from a file: --from FILE`,
    exitCode: usage,
  }),
  "assignment-malformed": () => ({
    message: "--set takes a value's name, an equals sign and the value",
    hint: "for example: --set answerBy=2026-12-15; nothing after the sign takes the value away",
    exitCode: usage,
  }),
  "variable-personal": ({ name }) => ({
    message: `${name} may point to a person, and a command line is kept by shells and by employers' tools`,
    hint: "let pledge ask for it, or put it into a file: --from FILE",
    exitCode: usage,
  }),
  "signers-too-many": ({ most }) => ({
    message: `a list of signers holds ${grouped(most)} lines, and this one would have more`,
    hint: "show more people as a number only, and try again; nothing was written",
    exitCode: refused,
  }),
  "signers-outdated": () => ({
    message: "another pledge has sent a list under this text while this one was at work",
    hint: "try again; nothing was written",
    exitCode: no,
  }),
  "template-unknown": () => ({
    message: "there is no template of that name",
    hint: 'see them with "pledge letter templates"',
    exitCode: usage,
  }),
  "template-malformed": ({ id, place, what }) => ({
    message: `the template ${id} cannot be read: line ${place.line}, column ${place.column}: ${what}`,
    hint: "put the template right; nothing was written",
    exitCode: refused,
  }),
  "template-forbidden": ({ id, faults }) => ({
    message: `the template ${id} does what a template may not: ${faultsText(faults)}`,
    hint: "a template reads the campaign and its own variables, and nothing else",
    exitCode: refused,
  }),
  "template-missing": ({ missing }) => ({
    message: `the letter still needs ${missing
      .map(({ variable, line, column }) => `${variable} (line ${line}, column ${column})`)
      .join("; ")}`,
    hint: "answer when pledge asks, or give it with --set NAME=VALUE or --from FILE; nothing was changed",
    exitCode: no,
  }),
  "template-endless": ({ id }) => ({
    message: `the template ${id} repeats too much or grows too large, so it was stopped`,
    hint: "put the template right; nothing was written",
    exitCode: refused,
  }),
  "language-unknown": ({ known }) => ({
    message:
      known.length === 0 ? "that is no language" : "the template is not written in that language",
    hint:
      known.length === 0
        ? "for example: --language es"
        : `it is written in ${listed(known)}; for another, rewrite a copy of it: "pledge letter new"`,
    exitCode: usage,
  }),
  "demand-unknown": () => ({
    message: "the campaign names a demand that is not in the library",
    hint: 'see them with "pledge demand list", write your own with "pledge demand add", or change the campaign with "pledge campaign edit"',
    exitCode: refused,
  }),
  "pdf-engine-missing": () => ({
    message:
      "no program was found that prints a PDF: Chromium, Google Chrome, Microsoft Edge or Brave",
    hint: printByHand,
    exitCode: no,
  }),
  "pdf-engine-failed": ({ program, why }) => ({
    message: `${program} printed no PDF: ${whyNoPdf[why]}`,
    hint: printByHand,
    exitCode: disk,
  }),
  "attest-format": ({ why }) => ({
    message: whyNoText[why],
    hint: 'attest Markdown or plain text: "pledge letter write NAME --format md -o letter.md" (or txt)',
    exitCode: refused,
  }),
  "attesters-none": () => ({
    message: "the committee file names no key for attesting letters yet",
    hint: 'whoever makes its next number is in it with hers, for example "pledge committee turf HANDLE=TEAMS -o committee.pledge"',
    exitCode: no,
  }),
  "attest-text-other": ({ name }) => ({
    message: `the fixed text of ${name} is not in the file unchanged`,
    hint: `compare it with what "pledge letter write ${name} --format md" gives; attest Markdown or plain text as it was written`,
    exitCode: refused,
  }),
  "attest-outside-other": ({ name }) => ({
    message: `around the text of ${name} the file says what cannot be shown here: a name, a role, or other words than pledge's`,
    hint: `take in what is missing with "pledge merge", or write the file here: "pledge letter write ${name} --format md"`,
    exitCode: refused,
  }),
  "attest-too-many": ({ name, stated, shown }) => ({
    message: `the file counts more people than can be shown here: at least ${numbersOf(stated)}, and ${numbersOf(shown)} here`,
    hint: `ask the other organizers for their signers ("pledge letter signers ${name} --to HANDLE") and take them in with "pledge merge"`,
    exitCode: refused,
  }),
};
