/** What `pledge doctor` looks at besides the vault itself: copies, the committee's word on it, and the machine. */
import type { Day } from "../domain/day.ts";
import { isOverdue } from "../domain/retention/retention.ts";
import { showable } from "../domain/text/clean.ts";
import type { Json } from "../domain/text/canonical-json.ts";
import { listed } from "../domain/text/words.ts";
import { whereReadable } from "../domain/vault/stopped.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { committeeInUse } from "../usecases/committee/committee-in-use.ts";
import { examineMachine } from "../usecases/examine-machine.ts";
import { ownFate } from "../usecases/tallies/tally-sources.ts";
import type { Context } from "./context.ts";
import type { Line } from "./render/doctor.ts";
import { machineLine } from "./render/doctor-machine.ts";
import { purgeNote } from "./render/purge-note.ts";
import { fateNote } from "./render/together.ts";

/** What was found, as JSON and in a line. */
export interface Told {
  readonly json: Json;
  readonly line: Line;
}

const pdf = async ({ world }: Context): Promise<Told> => {
  const engine = (await world.printer()).find();
  const line: Line =
    engine === undefined
      ? {
          sign: "note",
          text: "no browser was found that prints a PDF",
          hint: "write the letter as html, open it anywhere and print it",
        }
      : { sign: "ok", text: `${engine} can print a letter as PDF` };
  return { json: { check: "pdf", engine: engine ?? null }, line };
};

/** Whether others' tallies speak of a later state of this vault. */
const lifeOf = (vault: Vault): readonly Told[] => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return [];
  const fate = ownFate(vault, inUse.value, vault.tallies.sources());
  const [text] = fateNote(fate);
  return [
    {
      json: { check: "life", state: fate?.type ?? "good" },
      line:
        text === undefined
          ? { sign: "ok", text: "no tally of others speaks of a later state of this vault" }
          : { sign: "bad", text },
    },
  ];
};

const backupsOf = (vault: Vault): Told => {
  const known = vault.backups.all();
  const stale = known.filter((backup) => backup.stale).map(({ path }) => path);
  if (stale.length > 0)
    return {
      json: { check: "backups", state: "stale", paths: stale },
      line: {
        sign: "note",
        text: `somebody was erased since ${listed(stale.map((path) => showable(path)))} was written`,
        hint: 'make it anew while it is at hand: "pledge backup"',
      },
    };
  return {
    json: { check: "backups", state: known.length === 0 ? "missing" : "good" },
    line:
      known.length === 0
        ? {
            sign: "note",
            text: "this vault knows of no backup: a lost disk is a lost vault",
            hint: 'write one to a stick: "pledge backup FILE"',
          }
        : { sign: "ok", text: "there is a backup, and nobody was erased since" },
  };
};

const retentionOf = (vault: Vault, today: Day): readonly Told[] => {
  const retention = vault.retention.get();
  const { heldSince } = retention;
  const [offer] = purgeNote(retention, today);
  return [
    ...(heldSince === undefined
      ? []
      : [
          {
            json: { check: "hold", since: heldSince },
            line: { sign: "note" as const, text: `nothing may be deleted here since ${heldSince}` },
          },
        ]),
    ...(offer === undefined
      ? []
      : [
          {
            json: { check: "purge", overdue: isOverdue(retention, today) },
            line: { sign: "note" as const, text: offer },
          },
        ]),
  ];
};

/** Of a vault with damaged pages, what can be read of it; without a vault, what needs none. */
export const around = async (
  context: Context,
  vault: Vault | undefined,
): Promise<readonly Told[]> => {
  const { world, folder } = context;
  const machine = await world.machine();
  const ofVault =
    vault === undefined
      ? []
      : [
          () => lifeOf(vault),
          () => [backupsOf(vault)],
          () => retentionOf(vault, world.clock.today()),
        ];
  const found = await examineMachine({ machine, files: world.files, vault, folder });
  return [
    ...ofVault.flatMap((look) => whereReadable(look)),
    ...found.map((finding) => ({ json: { ...finding } as Json, line: machineLine(finding) })),
    await pdf(context),
  ];
};
