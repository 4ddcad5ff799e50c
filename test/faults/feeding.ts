/** What the commands do with a file that they are given, without the processes: merge, join, invite, handover take, add and peek. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { createReadAhead } from "../../src/adapters/openpgp/read-ahead.ts";
import { hashes } from "../../src/adapters/system/hashes.ts";
import { ok } from "../../src/domain/result.ts";
import { openCommitteeFile } from "../../src/usecases/committee/open-committee-file.ts";
import { handleOf, readCertificates, refusalOf } from "../../src/usecases/committee/joiners.ts";
import { openHandover } from "../../src/usecases/handovers/open-handover.ts";
import { planHandover } from "../../src/usecases/handovers/plan-handover.ts";
import { takeHandover } from "../../src/usecases/handovers/take-handover.ts";
import { endsOf } from "../../src/domain/tallies/known-file.ts";
import { mergeFiles } from "../../src/usecases/merge-files.ts";
import { blockIn, openTold } from "../../src/usecases/open-told.ts";
import { peekOutside } from "../../src/usecases/peek-file.ts";
import { openpgp, today } from "../cli/committee/forge.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import type { Kind, Place } from "./made-files.ts";
import { saidIn } from "./what-counts.ts";

/** What a command made of the file. */
export type Answer =
  | { readonly taken: false; readonly why: string }
  /** `what` stands for the content that was believed; `outcome` is merge's. */
  | { readonly taken: true; readonly what: string; readonly outcome: string };

const digestOf = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

const refused = (why: string): Answer => ({ taken: false, why });

const merge = async ({ vault, inUse }: Place, file: Uint8Array): Promise<Answer> => {
  const files = { readBytes: async () => ok(file), ends: async () => endsOf(file) };
  const deps = { vault, openpgp, hashes, universalDay: today, files, ahead: createReadAhead(1) };
  const run = await mergeFiles(deps, inUse, [{ path: "file", inFolder: false }]);
  const [found] = run.files;
  if (found === undefined) throw new Error("merge says nothing of the file");
  const { result, sha256 = "" } = found;
  return result.ok
    ? { taken: true, what: sha256, outcome: result.value.outcome }
    : refused(result.failure.type);
};

const joinWith = async ({ inUse }: Place, file: Uint8Array): Promise<Answer> => {
  const deps = { openpgp, hashes, universalDay: today };
  const opened = await openCommitteeFile(deps, inUse.identity, file);
  return opened.ok
    ? { taken: true, what: opened.value.reference.hash, outcome: "join" }
    : refused(opened.failure.type);
};

const invite = async ({ inUse }: Place, bytes: Uint8Array): Promise<Answer> => {
  const read = await readCertificates(openpgp, [{ path: "finch.join", bytes }]);
  if (!read.ok) return refused(read.failure.type);
  const { member: certificate, attests } = read.value[0] ?? {};
  if (certificate === undefined) throw new Error("a certificate was read and is gone");
  const handle = handleOf(certificate);
  if (handle === undefined) return refused("handle-needed");
  const joiner = { handle, certificate, plain: false, ...(attests && { attests }) };
  const refusal = await refusalOf(openpgp, inUse.committee.members, [joiner]);
  if (refusal !== undefined) return refused(refusal.type);
  const what = digestOf(
    `${handle} ${saidIn(certificate.bytes)} ${attests ? saidIn(attests.bytes) : ""}`,
  );
  return { taken: true, what, outcome: "invited" };
};

const add = async ({ vault }: Place, file: Uint8Array): Promise<Answer> => {
  const block = blockIn(new TextDecoder().decode(file));
  if (block === undefined) return refused("no-block");
  const people = await openTold({ openpgp, vault }, block);
  return people.ok
    ? { taken: true, what: digestOf(JSON.stringify(people.value)), outcome: "told" }
    : refused(people.failure.type);
};

const take = async ({ vault, inUse }: Place, file: Uint8Array): Promise<Answer> => {
  const opened = await openHandover({ openpgp, hashes, universalDay: today }, inUse, file);
  if (!opened.ok) return refused(opened.failure.type);
  const planned = planHandover(vault, opened.value);
  if (!planned.ok) return refused(planned.failure.type);
  const what = opened.value.sha256;
  if (planned.value.takenOn !== undefined) return { taken: true, what, outcome: "duplicate" };
  const taken = takeHandover({ vault, random: seededRandomness(1), today }, planned.value);
  return taken.ok ? { taken: true, what, outcome: "merged" } : refused(taken.failure.type);
};

const commands: Readonly<
  Record<Kind, readonly ((place: Place, file: Uint8Array) => Promise<Answer>)[]>
> = {
  tally: [merge],
  bundle: [merge],
  signers: [merge],
  handover: [take],
  committee: [merge, joinWith],
  join: [invite],
  add: [add],
};

/** The answers of the commands that a file of that kind is for. All others refuse it, or only look at it. */
export const feed = async (
  kind: Kind,
  place: Place,
  file: Uint8Array,
): Promise<readonly Answer[]> => {
  await peekOutside(openpgp, file);
  const answers: Answer[] = [];
  for (const command of commands[kind]) answers.push(await command(place, file));
  if (kind === "join" || kind === "add" || kind === "handover") {
    const answer = await merge(place, file);
    if (answer.taken) answers.push(answer);
  }
  return answers;
};

/** All that the vault keeps. Of SQLite's files the one that holds only its readers' places in the others is left out. */
export const stateOf = ({ folder }: Place): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).toSorted())
    if (!name.endsWith("-shm")) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
};
