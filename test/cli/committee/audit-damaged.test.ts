/**
 * Changed files of an audit, in the envelope and inside it: refused by a value, with nothing believed and nothing kept. What a
 * signed payload could hold, members' keys sign. Sample people.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { parseDraw } from "../../../src/domain/audits/draw-file.ts";
import { parseOpening } from "../../../src/domain/audits/opening-file.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { openDraw } from "../../../src/usecases/audits/open-draw.ts";
import { openOpening } from "../../../src/usecases/audits/open-opening.ts";
import { committeeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { damagesOf } from "../../faults/damage.ts";
import { committeeOf } from "../../support/committee-world.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryDraws, draw, open, plan, sendTally } from "./auditing.ts";
import { sealedBy } from "./forge-audit.ts";
import { openpgp, today } from "./forge.ts";

interface Place {
  readonly folder: string;
  readonly vault: Vault;
  readonly inUse: CommitteeInUse;
}

const placeOf = async ({ vaultFolder: folder }: TestWorld): Promise<Place> => {
  const opened = await createVaults(fastDerive).open(folder, { by: "passphrase", passphrase });
  if (!opened.ok) throw new Error(opened.failure.type);
  const inUse = committeeInUse(opened.value);
  if (!inUse.ok) throw new Error(inUse.failure.type);
  return { folder, vault: opened.value, inUse: inUse.value };
};

const payloadOf = async (file: Uint8Array, { inUse }: Place): Promise<Uint8Array> => {
  const unsealed = await openpgp.unseal(file, inUse.identity.secret);
  if (!unsealed.ok) throw new Error(unsealed.failure.type);
  return unsealed.value.payload;
};

const stateOf = ({ folder }: Place): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).toSorted())
    if (!name.endsWith("-shm")) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
};

let heron: Place;
let rowan: Place;
let wren: Place;
let draws: readonly [Uint8Array, Uint8Array];
let opening: Uint8Array;

beforeAll(async () => {
  const worlds = await committeeOf(plan);
  const member = (handle: string): TestWorld => worlds[handle] as TestWorld;
  await sendTally(member, 12);
  await draw(member);
  await open(member);
  const read = (path = ""): Uint8Array => new Uint8Array(readFileSync(path));
  const [first, second] = carryDraws(member).map(read);
  if (first === undefined || second === undefined) throw new Error("two draws were carried");
  draws = [first, second];
  opening = read(join(member("heron").folder, "heron.opening"));
  [heron, rowan, wren] = [
    await placeOf(member("heron")),
    await placeOf(member("rowan")),
    await placeOf(member("wren")),
  ];
});

const asOrganizer = ({ inUse }: Place, files: readonly Uint8Array[]) =>
  openDraw({ openpgp, hashes }, inUse, files);

const asAuditor = ({ vault, inUse }: Place, file: Uint8Array) =>
  openOpening({ vault, openpgp, hashes, universalDay: today }, inUse, file);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Every fifth of 1,280: the seal is the one of all our files, and what is inside is changed below. */
const some = (file: Uint8Array, others: readonly Uint8Array[], seed: number) =>
  damagesOf(file, others, seed).filter((_, at) => at % 5 === 0);

/** The payload with what stands before its pad changed, and a pad that goes with it where it is text still. */
const changedInside = (payload: Uint8Array, seed: number, least?: number) => {
  const body = payload.subarray(0, Buffer.from(payload).lastIndexOf('{"pad"'));
  const damages = damagesOf(body, [], seed).filter((_, at) => at % 3 === 0);
  return damages.flatMap(({ what, bytes }) => {
    const text = Buffer.from(bytes).toString("utf8");
    const isText = Buffer.from(text, "utf8").equals(Buffer.from(bytes));
    const lines = text.replace(/\n$/u, "").split("\n");
    const changed = isText
      ? writeLines(lines, least)
      : Buffer.concat([bytes, payload.subarray(body.length)]);
    return sha256(changed) === sha256(payload) ? [] : [{ what, payload: new Uint8Array(changed) }];
  });
};

describe("a changed file of an audit", () => {
  it("is refused in its envelope, or says the very same, and changes nothing: a draw", async () => {
    const state = stateOf(heron);
    const original = sha256(await payloadOf(draws[0], heron));
    let taken = 0;
    for (const { what, bytes } of some(draws[1], [draws[0], opening], 1)) {
      const opened = await asOrganizer(heron, [draws[0], bytes]);
      if (!opened.ok) continue;
      taken += 1;
      expect(opened.value.hash, what).toBe(original);
    }
    // Changes in what is another reader's.
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(80);
    expect(stateOf(heron)).toBe(state);
  });

  it("is refused in its envelope, or says the very same, and changes nothing: an opening", async () => {
    const state = stateOf(rowan);
    const first = await asAuditor(rowan, opening);
    if (!first.ok) throw new Error(first.failure.type);
    let taken = 0;
    for (const { what, bytes } of some(opening, [...draws], 2)) {
      const opened = await asAuditor(rowan, bytes);
      if (!opened.ok) continue;
      taken += 1;
      expect(opened.value.opening, what).toEqual(first.value.opening);
    }
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(80);
    expect(stateOf(rowan)).toBe(state);
  });

  it("is not a draw, or another one, where two members sign it as it is", async () => {
    const payload = await payloadOf(draws[0], heron);
    let [readable, signed] = [0, 0];
    for (const { what, payload: changed } of changedInside(payload, 3)) {
      const parsed = parseDraw(changed);
      if (parsed.ok) readable += 1;
      else if (signed % 50 !== 0 && signed > 0) {
        signed += 1;
        continue;
      }
      signed += 1;
      const opened = await asOrganizer(heron, [await sealedBy([rowan.inUse, wren.inUse], changed)]);
      if (!parsed.ok) expect(opened.ok, what).toBe(false);
      if (opened.ok) expect(opened.value.hash, what).toBe(sha256(changed));
    }
    // Digits and letters that became others.
    expect(readable).toBeGreaterThan(20);
  });

  it("opens nothing that was not committed to, where its writer signs it as it is", async () => {
    const payload = await payloadOf(opening, rowan);
    const first = await asAuditor(rowan, opening);
    if (!first.ok) throw new Error(first.failure.type);
    const lines = new Map(first.value.opening.lines.map((line) => [line.place, line]));
    let [readable, refused] = [0, 0];
    for (const { what, payload: changed } of changedInside(payload, 4, 16 * 1024)) {
      const parsed = parseOpening(changed);
      if (!parsed.ok) continue;
      readable += 1;
      const opened = await asAuditor(rowan, await sealedBy([heron.inUse], changed));
      if (!opened.ok) {
        refused += 1;
        continue;
      }
      for (const line of opened.value.opening.lines)
        if (line.outcome === "opened") expect(line, what).toEqual(lines.get(line.place));
    }
    expect(readable).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(20);
  });
});
