/** A vault with sample people and one backup, looked into as a stranger with the passphrase would. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { dataKeyOf, decryptedImage } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const people = [
  {
    name: "Ana Gómez",
    alias: "heron",
    team: "cloud",
    role: "SRE",
    contacts: [{ kind: "signal", value: "+15550100" }],
    actions: ["sign", { action: "walkout", atLeast: 2 }],
    display: "named",
    assessment: 1,
    note: "met at lunch",
    site: "north",
  },
  { name: "Li Wei", team: "cloud", actions: ["sign"], note: "knows Ana Gómez; and Heron?" },
  { name: "Kim Roe", supporter: true, actions: ["sign"] },
];

export interface KeptWorld {
  readonly world: TestWorld;
  /** The path of the backup that the vault knows of. */
  readonly backup: string;
}

export const keptWorld = async (): Promise<KeptWorld> => {
  const world = await testWorld();
  await world.init();
  await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
  const backup = join(world.folder, "stick.backup");
  await world.pledge("backup", backup);
  return { world, backup };
};

export const idOf = async (world: TestWorld, name: string): Promise<string> => {
  const { stdout } = await world.pledge("list", "--json");
  const listed = JSON.parse(stdout) as {
    readonly people: readonly { readonly id: string; readonly name: string }[];
  };
  const found = listed.people.find((person) => person.name === name);
  if (found === undefined) throw new Error("nobody of that name");
  return found.id;
};

/** The database in plain text. */
export const imageIn = async (folder: string): Promise<Buffer> =>
  decryptedImage(folder, await dataKeyOf(folder, passphrase, fastDerive));

/** The same as text, a character a byte. */
export const plainIn = async (folder: string): Promise<string> =>
  (await imageIn(folder)).toString("latin1");

/** The folder into which the backup was restored. */
export const restoredFrom = async ({ world, backup }: KeptWorld): Promise<string> => {
  const folder = join(world.folder, `back-${readdirSync(world.folder).length}`);
  const ran = await world.pledge("--vault", folder, "restore", backup);
  if (ran.exitCode !== 0) throw new Error(ran.stderr);
  return folder;
};
