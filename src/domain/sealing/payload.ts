/**
 * The payload inside a sealed file: JSON Lines, UTF-8, each line in RFC 8785 form and ended by LF. The first
 * line says what it is (`type`, `v`); the last is `{"pad":"000..."}` and brings the whole to its bucket.
 *
 * A reader takes it apart line by line, builds what a line means, writes that again and compares it with
 * the line's text: so there is one spelling of everything, and nothing can hide in a second one.
 */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { joinedBytes } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { Json } from "../text/canonical-json.ts";
import { paddedLength } from "./padding.ts";

export type PayloadFault =
  /** `line` is 1-based; `what` is a clause that never repeats the content. */
  | { readonly type: "payload-malformed"; readonly line: number; readonly what: string }
  | { readonly type: "payload-newer"; readonly version: number };

export const malformed = (
  line: number,
  what: string,
): { readonly ok: false; readonly failure: PayloadFault } =>
  fail({ type: "payload-malformed", line, what });

/** The fault as a clause, for the one who is about to write such a payload. */
export const faultClause = (fault: PayloadFault): string =>
  fault.type === "payload-newer" ? "it is of a later version" : `line ${fault.line}: ${fault.what}`;

/** No line of any format is longer, in bytes without its LF; bounds what parsing one can cost. */
const longestLine = 1024 * 1024;

const LF = 0x0a;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Lines. */
const encodedAtOnce = 1000;

const padLine = (zeros: number): string => `{"pad":"${"0".repeat(zeros)}"}\n`;

/** In bytes: what a payload is longer at the least than its lines. */
const emptyPad = padLine(0).length;

/** The bytes of lines that are in RFC 8785 form already, without their LF, and the pad behind them. */
export const writeLines = (texts: readonly string[], least?: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  // Some at a time: a text of all of them would be there three times over.
  for (let at = 0; at < texts.length; at += encodedAtOnce)
    parts.push(encoder.encode(`${texts.slice(at, at + encodedAtOnce).join("\n")}\n`));
  const body = joinedBytes(parts);
  const payload = new Uint8Array(paddedLength(body.length + emptyPad, least));
  payload.set(body);
  encoder.encodeInto(
    padLine(payload.length - body.length - emptyPad),
    payload.subarray(body.length),
  );
  return payload;
};

/** The bytes of the lines and the pad behind them; `least` is the smallest bucket where it is another than that of files. */
export const writePayload = (lines: readonly Json[], least?: number): Uint8Array =>
  writeLines(
    lines.map((line) => canonicalJson(line)),
    least,
  );

export interface PayloadText {
  /** 1-based. */
  readonly number: number;
  /** As it was sent, without its LF. */
  readonly text: string;
}

/** A line that has been parsed but not looked at. */
export interface PayloadLine extends PayloadText {
  readonly value: unknown;
}

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

const readText = (number: number, bytes: Uint8Array): Result<PayloadText, PayloadFault> => {
  if (bytes.length > longestLine) return malformed(number, "it is too long");
  const text = decode(bytes);
  return text === undefined ? malformed(number, "it is not UTF-8") : ok({ number, text });
};

export const parseLine = ({ number, text }: PayloadText): Result<PayloadLine, PayloadFault> => {
  try {
    return ok({ number, text, value: JSON.parse(text) as unknown });
  } catch {
    return malformed(number, "it is not JSON");
  }
};

/** Whether two payloads are the same, byte for byte. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  // A loop, because a callback a byte takes a second for the largest payload.
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};

/** Whether the bytes from `at` on are the pad, in the one length that it can have there. */
const isPadFrom = (payload: Uint8Array, at: number, least: number | undefined): boolean =>
  payload.length === paddedLength(at + emptyPad, least) &&
  sameBytes(payload.subarray(at), encoder.encode(padLine(payload.length - at - emptyPad)));

const textAt = (
  number: number,
  payload: Uint8Array,
  at: number,
  end: number,
): Result<PayloadText, PayloadFault> => {
  if (end === -1) return malformed(number, "its end is missing");
  if (end + 1 === payload.length)
    return malformed(number, "it does not fill the file up as the last line must");
  return readText(number, payload.subarray(at, end));
};

/**
 * The lines one after another, without the pad, so that a reader stops at the first that is wrong. A
 * fault is the last thing that comes. The pad is checked here. `least` as in `writePayload`.
 */
// oxlint-disable-next-line func-style -- a generator cannot be an arrow
export function* textsOf(
  payload: Uint8Array,
  least?: number,
): Generator<Result<PayloadText, PayloadFault>> {
  let number = 1;
  for (let at = 0; at < payload.length; number += 1) {
    const end = payload.indexOf(LF, at);
    if (end + 1 === payload.length && isPadFrom(payload, at, least)) return;
    const text = textAt(number, payload, at, end);
    yield text;
    if (!text.ok) return;
    at = end + 1;
  }
  yield malformed(number, "it is missing");
}

/**
 * The same, parsed. That a line is in its one form is for the reader to check, who knows what the line should have
 * said.
 */
// oxlint-disable-next-line func-style -- a generator cannot be an arrow
export function* linesOf(
  payload: Uint8Array,
  least?: number,
): Generator<Result<PayloadLine, PayloadFault>> {
  for (const text of textsOf(payload, least)) {
    const line = text.ok ? parseLine(text.value) : text;
    yield line;
    if (!line.ok) return;
  }
}

/** What the first line says that the payload is; `v` is a whole number above 0. */
export const kindOf = (
  payload: Uint8Array,
): Result<{ readonly type: string; readonly v: number }, PayloadFault> => {
  for (const line of linesOf(payload)) {
    if (!line.ok) return line;
    const { value } = line.value;
    if (typeof value !== "object" || value === null) break;
    const { type, v } = value as { readonly type?: unknown; readonly v?: unknown };
    if (typeof type !== "string" || typeof v !== "number" || !Number.isSafeInteger(v) || v < 1)
      break;
    return ok({ type, v });
  }
  return malformed(1, "it does not begin as a file of ours does");
};
