/**
 * What is inside, changed by somebody who has our certificate and a file of a member's: the payload is another one, filled up as it should be, under the signature that
 * was there. Beside the changed files that `describeFaults` gives to the commands these make 100,000.
 */
import { beforeAll, describe, expect, it } from "vitest";

import { hashes } from "../../src/adapters/system/hashes.ts";
import { ok } from "../../src/domain/result.ts";
import { writeLines } from "../../src/domain/sealing/payload.ts";
import { keptLinesFrom } from "../../src/domain/tallies/kept-lines.ts";
import { linesFrom } from "../../src/domain/tallies/lines.ts";
import { parseTally } from "../../src/domain/tallies/parse-tally.ts";
import type { ReadFile } from "../../src/domain/tallies/reading.ts";
import type { Hash } from "../../src/domain/tallies/tally.ts";
import { toHex } from "../../src/domain/text/bytes.ts";
import { mergeFiles } from "../../src/usecases/merge-files.ts";
import { openpgp, today } from "../cli/committee/forge.ts";
import { chance } from "./damage.ts";
import type { Below } from "./damage.ts";
import { stateOf } from "./feeding.ts";
import { setStage } from "./made-files.ts";
import type { Place, Stage } from "./made-files.ts";

const cases = 19_000;
const longestCase = 1000;
const mostMemory = 300;

const decoder = new TextDecoder();

/** One small change, of the kind that somebody who knows the format would try. */
const changed = (lines: readonly string[], below: Below): readonly string[] => {
  const copy = [...lines];
  const at = below(copy.length);
  const line = copy[at] ?? "";
  const place = below(Math.max(1, line.length));
  switch (below(8)) {
    case 0:
      // Another character, often a digit more or less.
      copy[at] =
        `${line.slice(0, place)}${'0123456789abcdef"{}[],:'[below(24)] ?? "0"}${line.slice(place + 1)}`;
      return copy;
    case 1:
      copy[at] = line.slice(0, place) + line.slice(place + 1 + below(8));
      return copy;
    case 2:
      return copy.toSpliced(at, 0, line);
    case 3:
      return copy.toSpliced(at, 1);
    case 4: {
      const other = below(copy.length);
      copy[at] = copy[other] ?? "";
      copy[other] = line;
      return copy;
    }
    case 5:
      copy[at] = line.replace(/\d+/u, (digits) => String(Number(digits) + 1 + below(99)));
      return copy;
    case 6:
      copy[at] = line.replace("{", '{"__proto__":{"x":1},');
      return copy;
    default:
      copy[at] = line.replaceAll(/"([^"]*)":/gu, (member) => (below(4) === 0 ? '"x":' : member));
      return copy;
  }
};

const payloadFrom = (payload: Uint8Array, below: Below): Uint8Array => {
  const lines = decoder.decode(payload).split("\n").slice(0, -2);
  let next: readonly string[] = lines;
  for (let times = 1 + below(3); times > 0; times -= 1) next = changed(next, below);
  return writeLines(next.filter((line) => line !== ""));
};

const asRead = (payload: Uint8Array, signatures: readonly Uint8Array[]): ReadFile => {
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const file = { payload, signatures, sha256 };
  if (!decoder.decode(payload.subarray(0, 4096)).includes('"type":"pledge-tally"')) return file;
  const tally = parseTally(payload);
  if (!tally.ok) return { ...file, tally };
  const { lines, ...header } = tally.value;
  const read = { header, head: "", people: lines.length, lines: keptLinesFrom(linesFrom(lines)) };
  return { ...file, tally: ok(read) };
};

const merged = async ({ vault, inUse }: Place, file: ReadFile): Promise<boolean> => {
  const ahead = { read: async () => ok(file), atOnce: 1, end: async () => {} };
  // What the first octet of a message is.
  const files = {
    readBytes: async () => ok(Uint8Array.of(0xc1, 0, 0)),
    ends: async () => undefined,
  };
  const deps = { vault, openpgp, hashes, universalDay: today, files, ahead };
  const run = await mergeFiles(deps, inUse, [{ path: "file", inFolder: false }]);
  return run.files[0]?.result.ok === true;
};

/** The test of one kind of file that merge takes in. */
export const describePayloads = (kind: "tally" | "signers" | "committee" | "bundle"): void => {
  describe(`a payload that is another one than was signed: ${kind}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage();
    });

    it("is refused, and changes nothing", async ({ task }) => {
      const { fresh, made } = stage;
      const opened = await openpgp.unseal(made[kind], fresh.inUse.identity.secret);
      if (!opened.ok) throw new Error(opened.failure.type);
      const { payload, signatures } = opened.value;
      const before = stateOf(fresh);
      const below = chance(kind.length);
      const counted = { cases: 0, longest: 0 };
      while (counted.cases < cases) {
        const other = payloadFrom(payload, below);
        if (Buffer.from(other).equals(payload)) continue;
        const start = process.cpuUsage();
        const taken = await merged(fresh, asRead(other, signatures));
        const { user, system } = process.cpuUsage(start);
        counted.cases += 1;
        counted.longest = Math.max(counted.longest, (user + system) / 1000);
        if (taken) throw new Error(`taken in: ${decoder.decode(other).slice(0, 2000)}`);
      }
      expect(stateOf(fresh)).toBe(before);
      const peak = process.resourceUsage().maxRSS / 1024;
      task.meta.faults = { ...counted, taken: 0, peak };
      expect(counted.longest).toBeLessThanOrEqual(longestCase);
      expect(peak).toBeLessThanOrEqual(mostMemory);
    });
  });
};
