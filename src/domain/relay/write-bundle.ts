/** A bundle as bytes. There is one way to write each, so what `parseBundle` accepts is what this gives. */
import { textsOf, writeLines } from "../sealing/payload.ts";
import { toBase64url } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import { headerJson } from "../tallies/write-tally.ts";
import { bundleType, bundleVersion } from "./bundle-shape.ts";
import type { Bundle, BundleHeader, BundlePart } from "./bundle.ts";

/** The first line, without its LF. */
export const bundleHeaderText = (header: BundleHeader, parts: number): string =>
  canonicalJson({
    type: bundleType,
    v: bundleVersion,
    ...headerJson(header),
    partial: header.partial,
    parts,
  });

/** The line before the lines of the committee file. */
export const committeeText = (lines: number): string => canonicalJson({ part: "committee", lines });

/** The line before the lines of a part. */
export const partText = (
  { of, sha256, signature }: Pick<BundlePart, "of" | "sha256" | "signature">,
  lines: number,
): string => canonicalJson({ part: of, lines, sha256, signature: toBase64url(signature) });

/** The lines of a payload without its pad, which follows from them. Throws for what is none of ours. */
const linesIn = (payload: Uint8Array): readonly string[] => {
  const lines: string[] = [];
  for (const text of textsOf(payload)) {
    if (!text.ok) throw new Error("a payload that was taken in has no lines");
    lines.push(text.value.text);
  }
  return lines;
};

/** The payload, pad included. The bundle's lists are sorted as its type says. */
export const writeBundle = ({ committeeFile, parts, ...header }: Bundle): Uint8Array => {
  const committee = linesIn(committeeFile);
  const texts = [
    bundleHeaderText(header, parts.length),
    committeeText(committee.length),
    ...committee,
  ];
  // One after another: a spread of 100,000 lines overflows the stack.
  for (const part of parts) {
    const lines = linesIn(part.payload);
    texts.push(partText(part, lines.length));
    for (const line of lines) texts.push(line);
  }
  return writeLines(texts);
};
