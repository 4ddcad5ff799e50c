import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TalliedAction, TallyLine } from "../../../src/domain/tallies/tally.ts";
import { tallyLineText, writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { sampleTally, tally, tallyLine } from "./any-tally.ts";

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const conditionMembers = ({ condition }: TalliedAction): { readonly [name: string]: Json } => {
  switch (condition.kind) {
    case "none":
      return {};
    case "at-least":
      return { atLeast: condition.people };
    case "at-least-in-team":
      return { atLeastInTeam: condition.people };
    case "at-least-percent":
      return { atLeastPercent: condition.percent };
    case "waits":
      return { waits: true };
    default:
      return condition satisfies never;
  }
};

/** The line as the page about the format describes it, in no order of its own. */
const lineMembers = (line: TallyLine): Json => ({
  token: line.token,
  proof: line.proof,
  team: line.team,
  supporter: line.supporter ? true : undefined,
  actions: line.actions.map((said) => ({
    action: said.action,
    state: said.state === "pledged" ? undefined : said.state,
    text: said.text,
    ...conditionMembers(said),
  })),
});

describe("a tally as bytes", () => {
  it("has each person's line in canonical form", () => {
    fc.assert(
      fc.property(tallyLine, (line) => {
        expect(tallyLineText(line)).toBe(canonicalJson(lineMembers(line)));
      }),
    );
  });

  it("is its first line, the people's lines and the pad", () => {
    fc.assert(
      fc.property(tally, (one) => {
        const [first, ...rest] = textOf(writeTally(one)).split("\n");
        expect(first).toBe(canonicalJson(JSON.parse(first ?? "") as Json));
        expect(JSON.parse(first ?? "")).toMatchObject({ v: 1, people: one.lines.length });
        expect(rest.slice(0, -2)).toEqual(one.lines.map(tallyLineText));
        expect(rest.slice(-2)).toEqual([expect.stringMatching(/^\{"pad":"0*"\}$/u), ""]);
      }),
    );
  });

  it("is this, for a tally of two", () => {
    expect(textOf(writeTally(sampleTally)).replace(/0{100,}/u, "0..0")).toMatchInlineSnapshot(`
      "{"asOf":"2026-11-22","campaign":"6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01","committee":{"hash":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","number":3},"from":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","incarnation":"1e8b5f0a-6c2d-4b7e-8f31-9a0c4d5e6f70","people":2,"prev":"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd","relay":false,"root":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff","seen":[{"from":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","incarnation":"2f9c6a1b-7d3e-4c8f-8a42-0b1d5e6f7a81","seq":6,"sha256":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}],"seq":7,"supersedes":["0d7a4e9f-5b1c-4a6d-9e20-8f9b3c4d5e6f"],"to":["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"],"type":"pledge-tally","v":1}
      {"actions":[{"action":"sign","state":"confirmed","text":"0123456789abcdef"},{"action":"walkout","atLeastInTeam":10}],"proof":"222222222222222222222g","team":"cloud","token":"111111111111111111111A"}
      {"actions":[{"action":"sign","state":"withdrawn"},{"action":"strike","waits":true}],"proof":"444444444444444444444Q","supporter":true,"token":"333333333333333333333w"}
      {"pad":"0..0"}
      "
    `);
  });

  it("leaves out what is the usual: pledged, no condition, no supporter, no team", () => {
    const [line] = sampleTally.lines;
    const usual = {
      token: line?.token ?? ("" as never),
      proof: line?.proof ?? "",
      actions: [{ action: "sign" as never, state: "pledged", condition: { kind: "none" } }],
      supporter: false,
    } as const;
    expect(Object.keys(JSON.parse(tallyLineText(usual)))).toEqual(["actions", "proof", "token"]);
    expect(tallyLineText(usual)).toContain('"actions":[{"action":"sign"}]');
  });
});
