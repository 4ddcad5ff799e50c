/** The attacker herself: on tallies that were made badly she finds the names, so that finding none says something. */
import { describe, expect, it } from "vitest";

import { hashes } from "../../src/adapters/system/hashes.ts";
import type { ActionKey, TeamKey } from "../../src/domain/campaign/campaign.ts";
import type { Member } from "../../src/domain/committee/committee.ts";
import { commitmentOf, merkleRoot } from "../../src/domain/tallies/commitment.ts";
import type { Hash, Tally, TallyLine, Token } from "../../src/domain/tallies/tally.ts";
import { tallyLineText, writeTally } from "../../src/domain/tallies/write-tally.ts";
import { toBase64url, toHex } from "../../src/domain/text/bytes.ts";
import { sampleTally } from "../domain/tallies/any-tally.ts";
import {
  changesIn,
  cluesIn,
  crowdsIn,
  fitting,
  namesByCrowd,
  namesByHash,
  namesByRoot,
  namesInPlain,
  suspects,
} from "./attacker.ts";
import type { Loot } from "./attacker.ts";
import { staffOn, firstDay, secondDay, some } from "./company.ts";

const staff = staffOn(firstDay).slice(0, 2000);
const names = staff.map(({ name }) => name);
const someone = names[700] ?? "";

const short = (text: string): string =>
  toBase64url(hashes.sha256(new TextEncoder().encode(text)).subarray(0, 16));

const line = (made: string, changes: Partial<TallyLine> = {}): TallyLine => ({
  token: short(made) as Token,
  proof: short(`proof of ${made}`),
  actions: [],
  supporter: false,
  ...changes,
});

const withLines = (lines: readonly TallyLine[], root = sampleTally.root): Tally => ({
  ...sampleTally,
  lines,
  root,
});

const team = (key: string): Partial<TallyLine> => ({ team: key as TeamKey });

const committee = (turf: readonly string[]): Loot["committee"] => ({
  members: [{ fingerprint: sampleTally.from, turf } as unknown as Member],
  definition: {} as Loot["committee"]["definition"],
});

const lootOf = (before: readonly TallyLine[], after: readonly TallyLine[]): Loot => ({
  committee: committee(["night"]),
  before: [withLines(before)],
  after: [withLines(after)],
  payloads: [],
  staffBefore: staffOn(firstDay),
  staffAfter: staffOn(secondDay),
});

describe("the attacker", () => {
  it("finds everybody in a tally whose tokens are hashes of names", () => {
    const weak = names.slice(100, 150);
    const tally = withLines(weak.map((name) => line(name)));
    expect(namesByHash([tally], names.slice(0, 400))).toEqual(weak);
    expect(namesByHash([withLines([line("a code")])], names.slice(0, 400))).toEqual([]);
  });

  it("finds a name that stands in a file, in whatever case", () => {
    const payload = writeTally({ ...sampleTally, campaign: someone.toUpperCase() });
    expect(namesInPlain([writeTally(sampleTally), payload], names)).toEqual([someone]);
    expect(namesInPlain([writeTally(sampleTally)], names)).toEqual([]);
  });

  it.each([
    ["without a salt", new Uint8Array(), 1],
    ["under zeros", new Uint8Array(16), 1],
    ["under the token", new Uint8Array(Buffer.from(short("a code"), "base64url")), 1],
    ["and nobody under a salt by chance", hashes.sha256(new Uint8Array(1)).slice(0, 16), 0],
  ])("finds the one person behind a root %s", (_, salt, found) => {
    const only = line("a code");
    const leaf = commitmentOf(hashes, { salt, line: tallyLineText(only), name: someone });
    const root = toHex(merkleRoot(hashes.sha256, [leaf])) as Hash;
    expect(namesByRoot([withLines([only], root)], names)).toEqual([someone].slice(0, found));
  });

  it("narrows a line down to the team that it names, or to those of the turf that none names", () => {
    const named = line("1", team("cloud"));
    const tally = withLines([named, line("2", { team: "*" }), line("3")]);
    const clues = [
      ...cluesIn({ committee: committee(["cloud", "night", "tools"]) }, [tally]).values(),
    ];
    const sets = clues.map((clue) => suspects(clue, staffOn(firstDay)).length);
    expect(sets).toEqual([300, 28, 10_000]);
  });

  it("puts together what two tallies say of one person", () => {
    const withheld = withLines([line("1", { team: "*" })]);
    const told = withLines([line("1", team("night"))]);
    const [clue] = cluesIn({ committee: committee(["night", "tools"]) }, [withheld, told]).values();
    expect([...(clue?.teams ?? [])]).toEqual(["night"]);
  });

  it("knows everybody of a small team of which each has a line, where it is the turf's only one", () => {
    const night = some("night", 0, 8);
    const lines = night.map(({ name }) => line(`code of ${name}`, { team: "*" }));
    const crowds = (turf: readonly string[], those: readonly TallyLine[]) =>
      namesByCrowd(crowdsIn({ committee: committee(turf) }, [withLines(those)], staff));
    const everyone = night.map(({ name }) => name);
    expect(crowds(["night", "cloud"], [...lines, line("1", team("cloud"))])).toEqual(everyone);
    expect(crowds(["night", "cloud"], lines)).toEqual([]);
    expect(crowds(["night"], lines.slice(1))).toEqual([]);
  });

  it("finds whom an overheard number fits, and sees no further than the rounding", () => {
    const saying = (people: number): Partial<TallyLine> => ({
      actions: [
        {
          action: "walkout" as ActionKey,
          state: "pledged",
          condition: { kind: "at-least", people },
        },
      ],
    });
    const lines = [
      line("1", { ...saying(150), ...team("cloud") }),
      line("2", { ...saying(150), ...team("ads") }),
      line("3", { ...saying(200), ...team("cloud") }),
    ];
    const clues = cluesIn({ committee: committee([]) }, [withLines(lines)]);
    const tokens = (found: ReturnType<typeof fitting>) => found.map(({ token }) => token);
    expect(tokens(fitting(clues, { people: 137 }))).toEqual([short("1"), short("2")]);
    expect(tokens(fitting(clues, { people: 137, team: "cloud" }))).toEqual([short("1")]);
  });

  it("holds what came, went and was taken back against who was hired and who left", () => {
    const signing = (state: "pledged" | "withdrawn"): Partial<TallyLine> => ({
      ...team("cloud"),
      actions: [{ action: "sign" as ActionKey, state, condition: { kind: "none" } }],
    });
    const kept = line("kept", signing("pledged"));
    const back = signing("withdrawn");
    const loot = lootOf(
      [kept, line("gone", team("mail"))],
      [{ ...kept, ...back }, line("new", team("video"))],
    );
    const { came, went, takenBack } = changesIn(loot);
    const shape = (changes: typeof came) =>
      changes.map(({ possible, pointedAt }) => [possible.length, pointedAt.length]);
    expect([shape(came), shape(went), shape(takenBack)]).toEqual([
      [[121, 1]],
      [[100, 1]],
      [[300, 3]],
    ]);
  });
});
