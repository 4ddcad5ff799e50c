/** The questions about a demand: seven, each with an example. Enter keeps what a demand says already. */
import type { Ask } from "../../domain/asking/ask.ts";
import { longestWithin } from "../../domain/letters/demand-shape.ts";
import type { DemandText } from "../../domain/letters/demand-shape.ts";
import { cleanLine, cleanPassage, showable } from "../../domain/text/clean.ts";
import { wrapped } from "../render/columns.ts";
import type { Width } from "../render/columns.ts";
import { askText } from "./text.ts";
import type { Clean } from "./text.ts";

interface Screen {
  readonly columns: number;
  readonly width: Width;
}

interface Question {
  readonly name: string;
  readonly what: string;
  readonly example: string;
  readonly clean?: Clean;
}

const usualDays = 90;

const daysIn = (text: string): number | undefined => {
  const days = /^\d{1,4}$/u.test(text.trim()) ? Number(text.trim()) : undefined;
  return days !== undefined && days <= longestWithin ? days : undefined;
};

const sayWhatFor = (ask: Ask, lines: readonly string[], { columns, width }: Screen): void =>
  ask.say(`\n${lines.flatMap((line) => wrapped(line, columns, width)).join("\n")}`);

/** Asks for one text after the other. */
const asker =
  (ask: Ask, screen: Screen) =>
  async (question: Question, present: string | undefined): Promise<string> => {
    const { name, what, example, clean = cleanPassage } = question;
    const known = present === undefined ? `For example: ${example}` : `Now: ${showable(present)}`;
    sayWhatFor(ask, [what, known], screen);
    const typed = await askText(ask, {
      message: present === undefined ? name : `${name} (Enter keeps it)`,
      optional: present !== undefined,
      clean,
    });
    return typed === "" ? (present ?? "") : typed;
  };

const askDays = async (ask: Ask, screen: Screen, present: number | undefined): Promise<number> => {
  sayWhatFor(
    ask,
    ["Within how many days after the answer is due must it be done? 0 is the same day."],
    screen,
  );
  const typed = await ask.line({
    message: "days",
    offered: String(present ?? usualDays),
    check: (text) => daysIn(text) !== undefined || `A whole number, ${longestWithin} at most.`,
  });
  return daysIn(typed) ?? usualDays;
};

/** Asks for a whole demand. Its sources are not asked for: they stay as they are. */
export const askDemand = async (
  ask: Ask,
  screen: Screen,
  present?: DemandText,
): Promise<DemandText> => {
  const text = asker(ask, screen);
  return {
    title: await text(
      {
        name: "title",
        what: "What is the demand called? A few words.",
        example: "No drones for the police",
        clean: cleanLine,
      },
      present?.title,
    ),
    ask: await text(
      {
        name: "ask",
        what: "What must the company do? One sentence with one verb.",
        example: "Sell no drones to police departments.",
      },
      present?.ask,
    ),
    satisfiedBy: await text(
      {
        name: "satisfied by",
        what: 'What would satisfy you? It follows "By 30 April 2027:", so begin in lower case.',
        example: "every such order is cancelled, and the terms of sale exclude new ones.",
      },
      present?.satisfiedBy,
    ),
    withinDays: await askDays(ask, screen, present?.withinDays),
    why: await text(
      {
        name: "why",
        what: "Why do you ask for it? A sentence or two.",
        example: "What we build to find lost hikers is used to watch demonstrations.",
      },
      present?.why,
    ),
    objection: {
      expect: await text(
        {
          name: "objection",
          what: "What will the company say against it?",
          example: "If we do not sell them, somebody else will.",
        },
        present?.objection.expect,
      ),
      answer: await text(
        {
          name: "answer",
          what: "And what do you answer?",
          example: "Then somebody else will have to answer for it.",
        },
        present?.objection.answer,
      ),
    },
    sources: present?.sources ?? [],
  };
};
