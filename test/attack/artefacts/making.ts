/** A committee of five that writes every kind of file once, with the commands. Made-up people out of the staff list; sample data. */
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { campaignOfTheirs } from "../history.ts";
import { some } from "../company.ts";
import type { Employee } from "../company.ts";
import { heronsPeople, inputs, namedIn, rowansPeople } from "./people.ts";
import { carry, committeeOf, done } from "../../support/committee-world.ts";
import type { Committee } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { draw, open } from "../../cli/committee/auditing.ts";
import type { Member } from "../../cli/committee/auditing.ts";
import { foreign } from "../../adapters/openpgp/foreign-keys.ts";

export const handles = ["rowan", "heron", "wren", "sage", "finch"] as const;

/** Files by the name of their row on the page of disclosures. */
export type Made = Readonly<Record<string, readonly Uint8Array[]>>;

export interface Making {
  readonly made: Made;
  /** A tally that names its readers on the outside. */
  readonly named: Uint8Array;
  readonly member: Member;
  /** Whom a letter may name. */
  readonly toBeNamed: readonly string[];
}

const at = (world: TestWorld, name: string): string => join(world.folder, name);
const bytesOf = (world: TestWorld, name: string): Uint8Array => readFileSync(at(world, name));

const filesIn = (folder: string): readonly Uint8Array[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));

interface Added {
  readonly added: readonly { readonly id: string }[];
}

const addSigning = async (
  world: TestWorld,
  people: readonly Employee[],
  word: string,
): Promise<void> => {
  const file = world.file("people.json", JSON.stringify(inputs(people, word)));
  const { added } = JSON.parse(await done(world, "add", "--from", file, "--json")) as Added;
  await done(world, "confirm", ...added.map(({ id }) => id));
};

const shareText = async (worlds: Committee, rowan: TestWorld): Promise<void> => {
  await done(rowan, "letter", "start", "employer-demands", "--name", "first");
  await done(rowan, "letter", "freeze", "first", "--yes", "-o", at(rowan, "text.pledge"));
  for (const world of Object.values(worlds))
    if (world !== rowan) await done(world, "merge", carry(rowan, world, "text.pledge"));
};

const tallies = async (member: Member): Promise<void> => {
  const [rowan, heron, wren] = [member("rowan"), member("heron"), member("wren")];
  await done(heron, "tally", "export", "--relay", "-o", at(heron, "heron.tally"), "--yes");
  for (const handle of ["rowan", "wren"])
    await done(member(handle), "merge", carry(heron, member(handle), "heron.tally"));
  await done(rowan, "tally", "export", "--named", "-o", at(rowan, "named.tally"), "--yes");
  await done(rowan, "tally", "export", "-o", at(rowan, "rowan.tally"), "--yes");
  // Who audits together has the same tallies.
  await done(wren, "merge", carry(rowan, wren, "rowan.tally"));
  await done(rowan, "tally", "bundle", "-o", at(rowan, "rowan.bundle"), "--yes");
};

const letters = async (member: Member): Promise<readonly Uint8Array[]> => {
  const [rowan, heron] = [member("rowan"), member("heron")];
  const list = at(heron, "heron.signers");
  await done(heron, "letter", "signers", "first", "--to", "rowan", "-o", list, "--yes");
  await done(rowan, "merge", carry(heron, rowan, "heron.signers"));
  const written: Uint8Array[] = [];
  for (const format of ["txt", "md", "html", "docx"]) {
    const file = at(rowan, `letter.${format}`);
    await done(rowan, "letter", "write", "first", "--format", format, "-o", file, "--quiet");
    written.push(bytesOf(rowan, `letter.${format}`));
  }
  return written;
};

const attested = async (rowan: TestWorld): Promise<Uint8Array> => {
  const said = await done(rowan, "letter", "attest", "first", at(rowan, "letter.md"), "--json");
  return readFileSync((JSON.parse(said) as { readonly file: string }).file);
};

interface Published {
  readonly signature: string;
}

const counts = async (rowan: TestWorld): Promise<Made> => {
  const publish = async (name: string, ...more: readonly string[]): Promise<Uint8Array> => {
    const args = ["tally", "publish", "-o", at(rowan, name), "--yes", "--json", ...more];
    return readFileSync((JSON.parse(await done(rowan, ...args)) as Published).signature);
  };
  const signatures = [
    await publish("count.json", "--first", "--receipts", at(rowan, "receipts.json")),
    await publish("count.md"),
    await publish("count.html"),
    await publish("count.csv"),
  ];
  return {
    "published count": ["json", "md", "html", "csv"].map((of) => bytesOf(rowan, `count.${of}`)),
    "list of receipts": [bytesOf(rowan, "receipts.json")],
    "signature of a count or of a list of receipts": signatures,
  };
};

const waysIn = async (member: Member): Promise<Made> => {
  const [rowan, wren] = [member("rowan"), member("wren")];
  const other = rowan.file("other", "another sample passphrase of the tests");
  const withKey = ["--new-passphrase-file", other, "--with-key-file", at(rowan, "campaign.key")];
  await done(rowan, "passphrase", "add", ...withKey);
  await done(rowan, "recovery", "share", "--need", "2", "--of", "4", "-o", rowan.folder, "--yes");
  const share = carry(rowan, wren, "share-for-wren.pledge");
  await done(wren, "recovery", "give", share, "-o", at(wren, "wren.share"), "--yes");
  await done(rowan, "backup", at(rowan, "rowan.backup"));
  return {
    "key file": [bytesOf(rowan, "campaign.key")],
    "share for a member": [bytesOf(rowan, "share-for-wren.pledge")],
    "share that was given back": [bytesOf(wren, "wren.share")],
    backup: [bytesOf(rowan, "rowan.backup")],
    "vault folder": filesIn(rowan.vaultFolder),
  };
};

const exported = async (rowan: TestWorld): Promise<readonly Uint8Array[]> => {
  const files = ["all.csv", "all.json", "all.vcf"];
  for (const name of files) await done(rowan, "export", "-o", at(rowan, name), "--yes");
  return files.map((name) => bytesOf(rowan, name));
};

/** What ends somebody's part, and so comes last. */
const endings = async (member: Member): Promise<Made> => {
  const [rowan, heron, finch] = [member("rowan"), member("heron"), member("finch")];
  const give = ["handover", "give", "--team", "ads", "--to", "finch", "--confirm", "finch"];
  await done(heron, ...give, "-o", at(heron, "ads.pledge"), "--yes");
  await done(rowan, "committee", "needs", "2", "-o", at(rowan, "needs.pledge"));
  await done(rowan, "committee", "turf", "wren=search", "-o", at(rowan, "turf.pledge"));
  await done(finch, "key", "revoke", "-o", at(finch, "finch.revoked"), "--yes");
  return {
    handover: [bytesOf(heron, "ads.pledge")],
    proposal: [bytesOf(rowan, "turf.pledge")],
    "certificate that is taken back": [bytesOf(finch, "finch.revoked")],
  };
};

const block = async (member: Member): Promise<Uint8Array> => {
  const [rowan, heron] = [member("rowan"), member("heron")];
  const [one] = some("maps", 0, 1);
  const told = rowan.file(
    "told.json",
    JSON.stringify(inputs(one === undefined ? [] : [one], "told")[0]),
  );
  const to = carry(heron, rowan, "heron.join");
  return Buffer.from(await done(rowan, "add", "--to", to, "--from", told));
};

const exchange = async (member: Member): Promise<readonly Uint8Array[]> => {
  const folder = at(member("rowan"), "shared");
  mkdirSync(folder);
  for (const handle of ["rowan", "heron"]) await done(member(handle), "exchange", folder, "--yes");
  return filesIn(folder);
};

const fromElsewhere = async (): Promise<Uint8Array> => {
  const [one] = some("support", 0, 1);
  const { publicKey } = await foreign({
    date: new Date("2026-11-01T00:00:00Z"),
    userIDs: [{ name: one?.name ?? "", email: "sample@example.org" }],
  });
  return Buffer.from(publicKey.armor());
};

export const makeAll = async (): Promise<Making> => {
  const worlds = await committeeOf({
    founder: "rowan",
    joiners: handles.slice(1),
    turf: { rowan: ["cloud"], heron: ["ads"] },
    campaign: campaignOfTheirs,
  });
  const member: Member = (handle) => {
    const world = worlds[handle];
    if (world === undefined) throw new Error(`nobody here is called ${handle}`);
    return world;
  };
  const [rowan, heron] = [member("rowan"), member("heron")];
  await shareText(worlds, rowan);
  await addSigning(rowan, rowansPeople, "rowan");
  await addSigning(heron, heronsPeople, "heron");
  await tallies(member);
  const written = await letters(member);
  await draw(member);
  await open(member, { 0: "declined" });
  await done(rowan, "key", "export", "-o", at(rowan, "rowan.asc"));
  await done(rowan, "letter", "attesters", "-o", at(rowan, "attesters.asc"));
  const made: Made = {
    "join file": [bytesOf(heron, "heron.join")],
    certificate: [bytesOf(rowan, "rowan.asc")],
    "certificate of another program": [await fromElsewhere()],
    "committee file": [bytesOf(rowan, "text.pledge")],
    tally: [bytesOf(rowan, "rowan.tally")],
    bundle: [bytesOf(rowan, "rowan.bundle")],
    "list of signers": [bytesOf(heron, "heron.signers")],
    "draw of an audit": [bytesOf(rowan, "rowan.audit")],
    opening: [bytesOf(heron, "heron.opening")],
    "block of `add --to`": [await block(member)],
    "signature of a letter": [await attested(rowan)],
    ...(await counts(rowan)),
    "keys for checking": [bytesOf(rowan, "attesters.asc")],
    "exchange folder": await exchange(member),
    ...(await waysIn(member)),
    export: await exported(rowan),
    "published letter": written,
    ...(await endings(member)),
  };
  return {
    made,
    named: bytesOf(rowan, "named.tally"),
    member,
    toBeNamed: [...namedIn(rowansPeople), ...namedIn(heronsPeople)],
  };
};
