/** Real files of every kind, made by the commands, and the two vaults that changed ones are given to. Sample people. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { createVaults } from "../../src/adapters/vault/vaults.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { committeeInUse } from "../../src/usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../src/usecases/committee/committee-in-use.ts";
import { openpgp } from "../cli/committee/forge.ts";
import { named, several, signWith } from "../cli/letters/signing-world.ts";
import { committeeOf, done, joiner } from "../support/committee-world.ts";
import { fastDerive } from "../support/fast-derive.ts";
import { passphrase, testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";

export const kinds = [
  "tally",
  "bundle",
  "committee",
  "signers",
  "handover",
  "join",
  "add",
] as const;

export type Kind = (typeof kinds)[number];

/** Every file in binary. */
export type Made = Readonly<Record<Kind | "other", Uint8Array>>;

/** An open vault and the folder that it is in. */
export interface Place {
  readonly folder: string;
  readonly vault: Vault;
  readonly inUse: CommitteeInUse;
}

export interface Stage {
  readonly made: Made;
  /** Has seen none of the files. */
  readonly fresh: Place;
  /** To be given all of them. */
  readonly merged: Place;
}

const vaults = createVaults(fastDerive);

const place = async (folder: string): Promise<Place> => {
  const opened = await vaults.open(folder, { by: "passphrase", passphrase });
  if (!opened.ok) throw new Error(opened.failure.type);
  const inUse = committeeInUse(opened.value);
  if (!inUse.ok) throw new Error(inUse.failure.type);
  return { folder, vault: opened.value, inUse: inUse.value };
};

const written = async (
  world: TestWorld,
  name: string,
  ...args: readonly string[]
): Promise<Uint8Array> => {
  const path = join(world.folder, name);
  await done(world, ...args, "-o", path);
  return new Uint8Array(readFileSync(path));
};

const binary = async (text: string | Uint8Array): Promise<Uint8Array> => {
  const file = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const bytes = await openpgp.dearmor(file);
  if (bytes === undefined) throw new Error("a file of ours is no block");
  return bytes;
};

/** What a coworker without a vault pastes. */
const told = async (rowan: TestWorld): Promise<string> => {
  const to = join(rowan.folder, "rowan.join");
  await done(rowan, "key", "export", "-o", to);
  const worker = await testWorld({ seed: 5 });
  const people = [{ name: "Sample Coworker", team: "Cloud", actions: ["sign"] }];
  const file = worker.file("people.json", JSON.stringify(people));
  return done(worker, "add", "--to", to, "--from", file);
};

/** Somebody whom wren hands over to rowan. */
const handedOver = async (wren: TestWorld): Promise<Uint8Array> => {
  const people = [{ name: "Sample Coworker of wren", team: "ads", actions: ["sign"] }];
  await done(wren, "add", "--from", wren.file("people.json", JSON.stringify(people)));
  const to = ["--to", "rowan", "--yes", "--confirm", "rowan"];
  return written(wren, "ads", "handover", "give", "--team", "ads", ...to);
};

/** What wren passes on of heron to rowan. */
const passedOn = async (heron: TestWorld, wren: TestWorld): Promise<Uint8Array> => {
  const path = join(wren.folder, "heron");
  await done(heron, "tally", "export", "--relay", "-o", path);
  await done(wren, "merge", path);
  return written(wren, "bundle", "tally", "bundle", "--to", "rowan", "--yes");
};

/** A committee of three. All files are for rowan: heron's number 2, tally and list, wren's handover and bundle, finch's join file, a block. */
export const setStage = async (): Promise<Stage> => {
  const worlds = await committeeOf({ founder: "rowan", joiners: ["heron", "wren"] });
  const [rowan, heron, wren] = ["rowan", "heron", "wren"].map((handle) => worlds[handle]);
  if (rowan === undefined || heron === undefined || wren === undefined)
    throw new Error("not everybody is here");
  const finch = await joiner("finch", { seed: 9 });
  await done(heron, "letter", "start", "employer-demands", "--name", "first");
  const committee = await written(heron, "number", "letter", "freeze", "first", "--yes");
  await signWith(heron, [
    named("Sample Signatory", { team: "cloud", role: "SRE" }),
    ...several(12, "signer", { display: "counted", team: "cloud" }),
  ]);
  const add = await binary(await told(rowan));
  const joining = join(finch.folder, "finch.join");
  const made: Made = {
    committee,
    tally: await written(heron, "tally", "tally", "export"),
    signers: await written(heron, "list", "letter", "signers", "first", "--to", "rowan", "--yes"),
    join: await binary(readFileSync(joining)),
    add,
    other: await written(wren, "tally", "tally", "export"),
    handover: await handedOver(wren),
    bundle: await passedOn(heron, wren),
  };
  const copy = join(rowan.folder, "merged");
  cpSync(rowan.vaultFolder, copy, { recursive: true });
  return { made, fresh: await place(rowan.vaultFolder), merged: await place(copy) };
};
