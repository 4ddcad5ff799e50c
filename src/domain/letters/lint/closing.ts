/** Blocks 11 to 13: no retaliation, signatories, and a contact that the employer does not read. */
import { employerLabel, isEmployersHost } from "../../campaign/employer-host.ts";
import { withoutDates } from "./dates.ts";
import { signatories } from "./opening.ts";
import { blocksAnswering } from "./places.ts";
import type { ReadLetter, Rule } from "./rule.ts";
import { byAnswering, byChanging, unless } from "./rule.ts";

// What may stand in a host name is counted, so that a long run of it takes linear time.
const hosts = /(?:@|:\/\/|\bwww\.)((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})/gu;

const phone = /(?<![\p{L}\p{N}])\+?\d(?:[ ().-]{0,2}\d){6,14}(?!\d)/u;

interface Host {
  readonly host: string;
  readonly line: number;
}

const hostsIn = ({ text }: ReadLetter): readonly Host[] =>
  text.blocks.flatMap(({ text: words, line }) =>
    [...words.toLowerCase().matchAll(hosts)].map(([, host = ""]) => ({ host, line })),
  );

const contactWayOut = (letter: ReadLetter): string =>
  byAnswering(letter, "contact", "give an address outside the company's systems");

export const closing: readonly Rule[] = [
  {
    name: "missing-no-retaliation",
    about: "A letter to an employer says that nobody may be punished for it.",
    kinds: ["employer"],
    check: (letter) => {
      const { phrases, text } = letter;
      if (phrases === undefined) return [];
      return unless(
        text.sentences.some(
          (one) => phrases.punishment.test(one.folded) && phrases.negation.test(one.folded),
        ),
        text.lastLine,
        "not a word against retaliation",
        byChanging(letter, "say that nobody may be punished for signing"),
      );
    },
  },
  signatories,
  {
    name: "missing-contact",
    about: "It says where to answer: an address, a link or a telephone number.",
    kinds: ["employer", "follow-up", "press"],
    check: (letter) =>
      unless(
        blocksAnswering(letter, "contact").length > 0 ||
          hostsIn(letter).length > 0 ||
          letter.text.blocks.some(({ text }) => phone.test(withoutDates(text))),
        letter.text.lastLine,
        "no contact",
        contactWayOut(letter),
      ),
  },
  {
    name: "contact-at-employer",
    about:
      "No address or link lies at the employer: its name in the domain (workers' own domains aside), internal, intranet or .corp.",
    kinds: "every",
    check: (letter) => {
      const employer = employerLabel(letter.campaign.employer);
      const atHost = hostsIn(letter)
        .filter(({ host }) => isEmployersHost(host, employer))
        .map(({ line }) => line);
      const inWords = blocksAnswering(letter, "contact").flatMap(({ sentences }) =>
        sentences
          .filter((one) => letter.phrases?.insideWords.test(one.folded) === true)
          .map(({ line }) => line),
      );
      return [...new Set([...atHost, ...inWords])].map((line) => ({
        line,
        what: "an address that looks like the employer's own",
        wayOut: contactWayOut(letter),
      }));
    },
  },
];
