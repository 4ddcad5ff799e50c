/** Payloads of a member's own hand that are not in the one form: each is refused, changes nothing, and stops no other file. */
import { beforeEach, describe, it } from "vitest";

import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import type { Tally } from "../../../src/domain/tallies/tally.ts";
import {
  tallyHeaderText,
  tallyLineText,
  writeTally,
} from "../../../src/domain/tallies/write-tally.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { bytesOf, concat } from "../../adapters/openpgp/by-hand.ts";
import { badFiles } from "./bad-files.ts";
import { fileOf, lineOf, sealedBy, tallyBy } from "./forge.ts";

const { inside, expectRefused } = badFiles();

let us: CommitteeInUse;
let heron: CommitteeInUse;

beforeEach(() => {
  [us, heron] = [inside("rowan"), inside("heron")];
});

describe("a payload that is not in the one form", () => {
  const lines = (tally: Tally): readonly string[] => [
    tallyHeaderText(tally, tally.lines.length),
    ...tally.lines.map((line) => tallyLineText(line)),
  ];

  const refuseLines = async (texts: readonly string[], reason = "payload-malformed") =>
    expectRefused(await sealedBy(heron, writeLines(texts)), reason);

  it("is refused of a later version, and of a kind that is none of ours", async () => {
    const [header = ""] = lines(tallyBy(heron));
    await refuseLines([header.replace('"v":1', '"v":2')], "payload-newer");
    await refuseLines([header.replace("pledge-tally", "pledge-other")]);
    await refuseLines(["[]"]);
    await expectRefused(await sealedBy(heron, bytesOf("no line")), "payload-malformed");
  });

  it("is refused with an unknown member, white space, another order or another spelling", async () => {
    const [header = "", line = ""] = lines(tallyBy(heron, { lines: [lineOf("a")] }));
    await refuseLines([header.replace('{"asOf"', '{"a":1,"asOf"'), line]);
    await refuseLines([header, line.replace('{"actions"', '{"name":"x","actions"')]);
    await refuseLines([header, line.replace('{"actions"', '{ "actions"')]);
    await refuseLines([header, line.replace(/^\{("actions":.*?\}\]),(.*)\}$/u, "{$2,$1}")]);
    await refuseLines([header, line.replace('"sign"', String.raw`"\u0073ign"`)]);
    await refuseLines([header, line, line]);
  });

  it("is refused without its pad, with another one, and with something behind it", async () => {
    const whole = writeTally(tallyBy(heron, { lines: [lineOf("a")] }));
    const body = whole.subarray(0, whole.indexOf(123, whole.indexOf(10) + 400));
    await expectRefused(await sealedBy(heron, body), "payload-malformed");
    await expectRefused(await sealedBy(heron, concat(whole, bytesOf("\n"))), "payload-malformed");
    await expectRefused(await sealedBy(heron, whole.subarray(0, -1)), "payload-malformed");
  });

  it("is refused where it does not name its writer among its readers", async () => {
    const to = [us.identity.fingerprint] as Fingerprint[];
    await expectRefused(await fileOf(heron, { to }), "payload-malformed");
  });
});
