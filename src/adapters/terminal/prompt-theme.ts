/**
 * How questions look: words and plain characters, which a screen reader can speak, and colour only
 * on top of them. Replaces every style of the prompts, because theirs follow stdout, which is not
 * where we ask.
 */
import { styleText } from "node:util";

export interface Paint {
  readonly strong: (text: string) => string;
  readonly answer: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly fault: (text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

export const createPaint = (color: boolean): Paint => {
  const as = (format: Format) => (text: string) =>
    color && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  return { strong: as("bold"), answer: as("cyan"), faint: as("dim"), fault: as("red") };
};

/** What all prompts share. A check here is instant, so the spinner is never seen. */
export const createTheme = (paint: Paint) => ({
  prefix: { idle: paint.answer("?"), done: paint.faint("?") },
  spinner: { interval: 1000, frames: [paint.answer("?")] },
  // Otherwise taken from an environment variable that changes what letters do.
  keybindings: [],
  style: {
    answer: paint.answer,
    message: paint.strong,
    error: paint.fault,
    defaultAnswer: (offered: string) => paint.faint(`(Enter for: ${offered})`),
    help: paint.faint,
    highlight: paint.answer,
    key: paint.strong,
    description: paint.faint,
    disabled: paint.faint,
  },
});
