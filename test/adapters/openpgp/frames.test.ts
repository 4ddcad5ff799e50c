import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { frameAt, framed, framesOf } from "../../../src/adapters/openpgp/frames.ts";
import { concat, legacyPacket, packet, times } from "./by-hand.ts";

const body = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const head = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);

describe("A packet header", () => {
  it.each([
    ["one octet", head(0xcb, 191), 191],
    ["two octets", head(0xcb, 192, 0), 192],
    ["two octets, the most", head(0xcb, 223, 255), 8383],
    ["five octets", head(0xcb, 255, 0, 0, 32, 192), 8384],
    ["the old format, one octet", head(0xac, 255), 255],
    ["the old format, two octets", head(0xad, 1, 0), 256],
    ["the old format, four octets", head(0xae, 0, 1, 0, 0), 65_536],
    ["the old format, to the end", head(0xaf), 70_000],
  ])("gives a length in %s", (_, header, length) => {
    const frame = frameAt(concat(header, body(length)), 0);
    expect([frame?.tag, frame?.body.length, frame?.next]).toEqual([
      11,
      length,
      header.length + length,
    ]);
  });

  it.each([
    ["no packet", head(0x4b, 1, 1)],
    ["an empty file", head()],
    ["no length", head(0xcb)],
    ["half a length", head(0xcb, 200)],
    ["half a length of four octets", head(0xcb, 255, 0, 0, 0)],
    ["half a length of the old format", head(0xad, 1)],
    ["less than it says", head(0xcb, 2, 1)],
    ["less than it says, in four gigabytes", head(0xcb, 255, 255, 255, 255, 255, 1)],
    ["a signature without a length", head(0x8b, 1)],
    ["a signature in parts", concat(head(0xc2, 0xe9), body(512), head(0))],
    ["a first part of 256 octets", concat(head(0xcb, 0xe8), body(256), head(0))],
    ["a part that is cut off", concat(head(0xcb, 0xe9), body(511))],
    ["parts without an end", concat(head(0xcb, 0xe9), body(512))],
    ["parts whose end is cut off", concat(head(0xcb, 0xe9), body(512), head(1))],
  ])("is refused with %s", (_, bytes) => {
    expect(frameAt(bytes, 0)).toBeUndefined();
  });

  it("may come in parts, of which the last has another kind of length", () => {
    const parts = concat(
      head(0xd2, 0xe9),
      body(512),
      head(0xe0, 1),
      head(0xe1, 2, 3),
      head(3, 4, 5, 6),
    );
    const frame = frameAt(concat(parts, head(0xcb, 0)), 0);
    expect(frame?.next).toBe(parts.length);
    expect(frame?.body).toEqual(concat(body(512), head(1, 2, 3, 4, 5, 6)));
  });

  it("may come in 65,536 parts, and not in more", () => {
    const inParts = (count: number): Uint8Array =>
      concat(head(0xcb, 0xe9), body(512), times(count - 2, head(0xe0, 7)), head(0));
    expect(frameAt(inParts(65_536), 0)?.body.length).toBe(512 + 65_534);
    expect(frameAt(inParts(65_537), 0)).toBeUndefined();
  });
});

describe("A file of packets", () => {
  const soup = fc.array(
    fc.record({
      tag: fc.integer({ min: 1, max: 15 }),
      body: fc.uint8Array({ maxLength: 300 }),
      write: fc.constantFrom(framed, packet, legacyPacket),
    }),
    { minLength: 1, maxLength: 9 },
  );

  it("gives back what was framed, in any mix of headers", () => {
    fc.assert(
      fc.property(soup, (packets) => {
        const bytes = concat(...packets.map(({ tag, body, write }) => write(tag, body)));
        expect(framesOf(bytes, 9)?.map(({ tag, body }) => ({ tag, body }))).toEqual(
          packets.map(({ tag, body }) => ({ tag, body })),
        );
      }),
    );
  });

  it("is nothing where a byte is missing or more packets are in it than asked for", () => {
    fc.assert(
      fc.property(soup, (packets) => {
        const bytes = concat(...packets.map(({ tag, body, write }) => write(tag, body)));
        expect(framesOf(bytes.subarray(0, -1), 9)).toBeUndefined();
        expect(framesOf(bytes, packets.length - 1)).toBeUndefined();
      }),
    );
  });

  it("has at least one packet", () => expect(framesOf(new Uint8Array(), 9)).toBeUndefined());
});
