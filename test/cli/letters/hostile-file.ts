/** Files of a stranger, as templates, and what `letter start` is to say of them. Sample data. */

const plain = { title: "T", kind: "employer", country: "US", variables: [] as readonly object[] };

export const question = (change: object = {}): object => ({
  name: "note",
  kind: "line",
  ask: "What?",
  example: "x",
  required: false,
  personal: false,
  ...change,
});

export const file = (body: string, head: object = {}): string =>
  `---\n${JSON.stringify({ ...plain, ...head })}\n---\n${body}\n`;

/** A head as somebody types it, so that it can be no JSON or hold a member twice. */
export const typed = (head: string): string => `---\n${head}\n---\nWe demand it.\n`;
export const members = '"title":"T","kind":"employer","country":"US","variables":[]';

export const malformed = "template-malformed";
export const forbidden = "template-forbidden";
export const endless = "template-endless";

export type Attack = readonly [
  attack: string,
  content: string | Uint8Array,
  code: string,
  words: string | RegExp,
];
