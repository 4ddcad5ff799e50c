import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseCommittee, withFingerprints } from "../../../src/domain/committee/parse-committee.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import { writeLines, writePayload } from "../../../src/domain/sealing/payload.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { anyCommittee, fingerprint, sampleCommittee, written } from "./any-committee.ts";

const linesOf = (payload: Uint8Array): readonly string[] =>
  Buffer.from(payload).toString("utf8").split("\n").slice(0, -2);

/** Accepted bytes are the ones that are written for what was read from them. */
const isAccepted = (payload: Uint8Array): boolean => {
  const read = parseCommittee(payload);
  if (!read.ok) return false;
  expect(Buffer.from(writeCommittee(read.value)).equals(payload)).toBe(true);
  return true;
};

describe("a committee that is written and read", () => {
  it("is what it was, but for the fingerprints, which are not in the file", () => {
    fc.assert(
      fc.property(anyCommittee, (committee) => {
        const read = parseCommittee(writeCommittee(committee));
        expect(read).toEqual({ ok: true, value: written(committee) });
        if (!read.ok) return;
        const fingerprints = committee.members.map((one) => one.fingerprint);
        expect(withFingerprints(read.value, fingerprints)).toEqual({ ok: true, value: committee });
      }),
    );
  });

  it("is the same bytes when it is written again", () => {
    fc.assert(
      fc.property(anyCommittee, (committee) => {
        expect(isAccepted(writeCommittee(committee))).toBe(true);
      }),
    );
  });

  it("keeps what else a text may have on it out of the file", () => {
    const [text] = sampleCommittee.texts;
    if (text === undefined) throw new Error("the sample has a text");
    const texts = [{ ...text, hash: "of the text" }];
    expect(isAccepted(writeCommittee({ ...sampleCommittee, texts }))).toBe(true);
  });

  it("may be as large as it can be", () => {
    const members = Array.from({ length: 256 }, (_, index) => ({
      handle: `m${String(index).padStart(3, "0")}`,
      certificate: new Uint8Array(index < 8 ? 64 * 1024 : 1),
      turf: [],
    }));
    const texts = Array.from({ length: 100 }, (_, index) => ({
      ...sampleCommittee.texts[0],
      letter: `letter-${String(index).padStart(3, "0")}`,
      markdown: index < 8 ? `${"word ".repeat(13_107)}\n` : "Text.\n",
    }));
    const large = { ...sampleCommittee, needs: 256, members, texts } as never;
    expect(isAccepted(writeCommittee(large))).toBe(true);
  });
});

describe("two members with one fingerprint", () => {
  it("are refused", () => {
    const read = withFingerprints(written(sampleCommittee), [fingerprint("7"), fingerprint("7")]);
    expect(read).toMatchObject({ ok: false, failure: { type: "payload-malformed" } });
  });

  it("are counted: a member without one is a bug of the caller", () => {
    const alone = { ...written(sampleCommittee), members: written(sampleCommittee).members };
    expect(() => withFingerprints(alone, [fingerprint("7"), undefined as never])).toThrow(
      RangeError,
    );
  });
});

describe("bytes that are not quite a committee file", () => {
  it("are refused, or another one in its one form, whichever byte changes", () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyCommittee, fc.nat(), fc.nat(255), fc.boolean(), (committee, at, to, pad) => {
        const payload = writeCommittee(committee);
        const body = pad ? payload.length : linesOf(payload).join("\n").length;
        const place = at % body;
        fc.pre(payload[place] !== to);
        payload[place] = to;
        if (isAccepted(payload)) accepted += 1;
      }),
      { numRuns: 1500 },
    );
    // A letter of a name for another one, a digit of a size: the signature is what finds that.
    expect(accepted).toBeGreaterThan(0);
  });

  it("are refused wherever they are cut off, and with anything behind them", () => {
    const payload = writeCommittee(sampleCommittee);
    for (let length = 0; length < payload.length; length += 7)
      expect(isAccepted(payload.subarray(0, length))).toBe(false);
    for (const more of ["\n", "0", "{}\n", " "])
      expect(isAccepted(Buffer.concat([payload, Buffer.from(more)]))).toBe(false);
  });

  it("never throw, whatever bytes they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(isAccepted(bytes)).toBe(false);
      }),
    );
  });

  it("never throw, whatever JSON stands in a line or in a member of one", () => {
    const lines = linesOf(writeCommittee(sampleCommittee)).map((line) => JSON.parse(line) as Json);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.jsonValue(), fc.boolean(), (at, which, value, whole) => {
        const changed = lines.map((line, index) => {
          if (index !== at % lines.length) return line;
          const names = Object.keys(line as object);
          const name = names[which % names.length] ?? "";
          return whole ? value : { ...(line as object), [name]: value };
        });
        // Lone surrogates have no canonical form, so the text is made by JSON.stringify where they are.
        isAccepted(writeLines(changed.map((line) => JSON.stringify(line))));
      }),
      { numRuns: 1000 },
    );
  });

  it("never throw, whatever JSON stands in the definition", () => {
    const [header = "", ...others] = linesOf(writeCommittee(sampleCommittee));
    const first = JSON.parse(header) as { readonly definition: { readonly [name: string]: Json } };
    const names = [...Object.keys(first.definition), "organizer", "__proto__", "addressee"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        const definition = JSON.stringify({ ...first.definition, [name]: value });
        const line = JSON.stringify({ ...first, definition: 0 }).replace(
          'n":0',
          `n":${definition}`,
        );
        isAccepted(writeLines([line, ...others]));
      }),
      { numRuns: 1000 },
    );
  });

  it("are refused in any second spelling", () => {
    const texts = linesOf(writeCommittee(sampleCommittee));
    const spelled = (at: number, from: string, to: string): Uint8Array =>
      writeLines(texts.map((text, index) => (index === at ? text.replace(from, to) : text)));
    expect(isAccepted(spelled(0, '"number":1', '"number":1'))).toBe(true);
    for (const [at, from, to] of [
      [0, '"number":1', '"number":1.0'],
      [0, '"number":1', '"number":1e0'],
      [0, '"number":1', '"number": 1'],
      [0, '"needs":1,"number":1', '"number":1,"needs":1'],
      [0, '"number":1', '"number":1,"number":1'],
      [0, "Sample campaign", "\\u0053ample campaign"],
      [0, "Sample campaign", "Sample campaign "],
      [0, "Sample campaign", "Sample campaigne\u0301"],
      [1, '"heron"', '"heron" '],
      [1, "xmhlcm9u", "xmhlcm9u=="],
      [1, "{", "{ "],
      [3, "Oakland", "\\u004fakland"],
      [3, "Oakland", "Oakland\\u200e"],
      [3, "}", "}\r"],
    ] as const) {
      expect(spelled(at, from, to), `${from} -> ${to}`).not.toEqual(writeLines(texts));
      expect(isAccepted(spelled(at, from, to)), `${from} -> ${to}`).toBe(false);
    }
    expect(isAccepted(writePayload(texts.map((text) => JSON.parse(text) as Json)))).toBe(true);
    expect(canonicalJson(JSON.parse(texts[0] ?? "") as Json)).toBe(texts[0]);
  });
});
