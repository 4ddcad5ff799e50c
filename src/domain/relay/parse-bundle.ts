/**
 * Bytes that may be anybody's into a bundle. What is accepted is exactly what `writeBundle` writes. What is in the parts, who signed them
 * and whether they may be passed on is for whoever takes the bundle in.
 */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { faultIn } from "../sealing/line-shape.ts";
import type { Shape } from "../sealing/line-shape.ts";
import { kindOf, malformed, parseLine, textsOf, writeLines } from "../sealing/payload.ts";
import type { PayloadFault, PayloadText } from "../sealing/payload.ts";
import { rowFault } from "../tallies/header-shape.ts";
import { fromBase64url } from "../text/bytes.ts";
import {
  bundleType,
  bundleVersion,
  committeeShape,
  headerShape,
  partShape,
} from "./bundle-shape.ts";
import type { CommitteeMembers, HeaderMembers, PartMembers } from "./bundle-shape.ts";
import type { Bundle, BundleHeader, BundlePart } from "./bundle.ts";
import { bundleHeaderText, committeeText, partText } from "./write-bundle.ts";

const otherForm = "it is not written in the one form of the format";

/** The line as what it says, where writing that again gives the same text. */
const readAs = <Members, Read>(
  line: PayloadText,
  shape: Shape,
  read: (members: Members) => Result<{ readonly value: Read; readonly text: string }, string>,
): Result<Read, PayloadFault> => {
  const parsed = parseLine(line);
  if (!parsed.ok) return parsed;
  const { number, value, text } = parsed.value;
  const wrong = faultIn(value, shape);
  if (wrong !== undefined) return malformed(number, wrong);
  const found = read(value as Members);
  if (!found.ok) return malformed(number, found.failure);
  return found.value.text === text ? ok(found.value.value) : malformed(number, otherForm);
};

interface Beginning {
  readonly header: BundleHeader;
  readonly parts: number;
}

const readHeader = (line: PayloadText): Result<Beginning, PayloadFault> =>
  readAs<HeaderMembers, Beginning>(line, headerShape, (members) => {
    const wrong = rowFault(members);
    if (wrong !== undefined) return fail(wrong);
    const { type: _type, v: _v, parts, prev, ...rest } = members;
    const header: BundleHeader = { ...rest, prev: prev ?? undefined };
    return ok({ value: { header, parts }, text: bundleHeaderText(header, parts) });
  });

const readCommittee = (line: PayloadText): Result<number, PayloadFault> =>
  readAs<CommitteeMembers, number>(line, committeeShape, ({ lines }) =>
    ok({ value: lines, text: committeeText(lines) }),
  );

/** A part before its lines are there. */
interface Begun extends Omit<BundlePart, "payload"> {
  readonly lines: number;
}

const readPart = (line: PayloadText): Result<Begun, PayloadFault> =>
  readAs<PartMembers, Begun>(line, partShape, ({ part: of, lines, sha256, signature: text }) => {
    const signature = fromBase64url(text);
    if (signature === undefined) return fail('its "signature" is not base64url');
    const begun = { of, lines, sha256, signature };
    return ok({ value: begun, text: partText(begun, lines) });
  });

/** Tallies before bundles, and each kind by hash. */
const placeOf = ({ of, sha256 }: Pick<BundlePart, "of" | "sha256">): string =>
  `${of === "tally" ? 0 : 1} ${sha256}`;

/** Takes lines one after another; `end` is called behind the last. */
const createReader = (): {
  readonly take: (line: PayloadText) => PayloadFault | undefined;
  readonly end: () => Result<Bundle, PayloadFault>;
} => {
  let beginning: Beginning | undefined;
  let committeeFile: Uint8Array | undefined;
  let begun: { readonly part?: Begun; readonly lines: number } | undefined;
  let texts: string[] = [];
  const parts: BundlePart[] = [];

  const begin = (line: PayloadText): PayloadFault | undefined => {
    if (committeeFile === undefined) {
      const lines = readCommittee(line);
      if (!lines.ok) return lines.failure;
      begun = { lines: lines.value };
      return undefined;
    }
    const part = readPart(line);
    if (!part.ok) return part.failure;
    const refuse = (what: string): PayloadFault => malformed(line.number, what).failure;
    if (parts.length === beginning?.parts)
      return refuse("there are more parts than the first line says");
    const before = parts.at(-1);
    if (before !== undefined && placeOf(part.value) <= placeOf(before))
      return refuse("the parts are not sorted, each one once");
    begun = { part: part.value, lines: part.value.lines };
    return undefined;
  };

  const finish = (): void => {
    const payload = writeLines(texts);
    if (begun?.part === undefined) committeeFile = payload;
    else {
      const { of, sha256, signature } = begun.part;
      parts.push({ of, sha256, signature, payload });
    }
    begun = undefined;
    texts = [];
  };

  return {
    take: (line) => {
      if (beginning === undefined) {
        const header = readHeader(line);
        if (!header.ok) return header.failure;
        beginning = header.value;
        return undefined;
      }
      if (begun === undefined) return begin(line);
      texts.push(line.text);
      if (texts.length === begun.lines) finish();
      return undefined;
    },
    end: () =>
      beginning === undefined ||
      committeeFile === undefined ||
      begun !== undefined ||
      parts.length < beginning.parts
        ? malformed(1, "there are fewer parts than it says")
        : ok({ ...beginning.header, committeeFile, parts }),
  };
};

/** The bundle, or the first thing that is wrong with the bytes. Never throws. */
export const parseBundle = (payload: Uint8Array): Result<Bundle, PayloadFault> => {
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  if (kind.value.type !== bundleType) return malformed(1, "it does not begin as a bundle does");
  if (kind.value.v > bundleVersion) return fail({ type: "payload-newer", version: kind.value.v });
  const reader = createReader();
  for (const line of textsOf(payload)) {
    if (!line.ok) return line;
    const fault = reader.take(line.value);
    if (fault !== undefined) return fail(fault);
  }
  return reader.end();
};
