/** `pledge import`: a list of people from elsewhere. What it would do is shown first; nothing is written before a yes. */
import { duplicateIndex } from "../../domain/people/duplicates/find-duplicates.ts";
import type { ImportPlan } from "../../domain/people/import/import-plan.ts";
import type { Mapping } from "../../domain/people/import/mapping.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { importPeople, planPeople } from "../../usecases/import-people.ts";
import type { PlannedImport } from "../../usecases/import-people.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { columnsFor, readMapping } from "../lists/columns-for.ts";
import { inputsOf } from "../lists/inputs-of.ts";
import { readList } from "../lists/read-list.ts";
import type { List } from "../lists/read-list.ts";
import { agreed } from "../questions/terminal.ts";
import { importJson, importPreview } from "../render/import-preview.ts";
import type { Preview } from "../render/import-preview.ts";
import { passphraseGiven, withVault } from "../unlock.ts";

interface Options {
  readonly map?: string;
  readonly workAddresses: boolean;
  readonly force: boolean;
}

/** More people than these are compared by `pledge duplicates`, which shows how far it is. */
const mostCompared = 20_000;

/** The lines of those new ones who may be somebody else of the vault or of the file. */
const mayBeKnown = async (
  { world }: Context,
  vault: Vault,
  { added }: ImportPlan,
): Promise<readonly number[] | undefined> => {
  const known = vault.people.count();
  if (added.length === 0) return [];
  if (known + added.length > mostCompared) return undefined;
  const people = known === 0 ? [] : vault.people.summaries().map(({ person }) => person);
  const index = duplicateIndex(people, { alike: await world.alike() });
  const lines: number[] = [];
  for (const [at, { id, input }] of added.entries()) {
    const { name = "", contacts = [], team, alias } = input;
    const person = {
      id,
      name,
      contacts,
      ...(typeof team === "string" ? { team } : {}),
      ...(typeof alias === "string" ? { alias } : {}),
    };
    if (index.duplicatesOf(person).length > 0) lines.push(input.line ?? at + 1);
    index.add(person);
  }
  return lines;
};

const nameOf = (path: string): string =>
  path === "-" ? "standard input" : (path.split("/").at(-1) ?? path);

interface Ready {
  readonly planned: PlannedImport;
  readonly preview: Preview;
  readonly mapping?: Mapping;
}

const prepared = async (
  context: Context,
  vault: Vault,
  file: string,
  list: List,
  given: Mapping | undefined,
  keepWorkAddresses: boolean,
): Promise<Result<Ready, Failure>> => {
  const { world } = context;
  const columns =
    list.kind === "table" ? await columnsFor(context, vault, list.table, given) : undefined;
  if (columns?.ok === false) return columns;
  const mapping = columns?.value;
  const campaign = vault.campaign.get();
  const { rows, people, unread, passedOver } = inputsOf(list, mapping, campaign);
  const deps = { vault, random: world.random, today: world.clock.today() };
  const planned = planPeople(deps, people, keepWorkAddresses);
  const plan = { ...planned.plan, passedOver: [...passedOver, ...planned.plan.passedOver] };
  const preview: Preview = {
    file: nameOf(file),
    rows,
    plan,
    unread,
    mayBeKnown: await mayBeKnown(context, vault, plan),
    employer: campaign.employer,
    ...(mapping === undefined ? {} : { mapping }),
  };
  return ok({ planned, preview, ...(mapping === undefined ? {} : { mapping }) });
};

const question = ({ added, changed }: ImportPlan): string => {
  const parts = [
    ...(added.length === 0 ? [] : [`add ${counted(added.length, "person", "people")}`]),
    ...(changed.length === 0 ? [] : [`change ${counted(changed.length, "person", "people")}`]),
  ].join(" and ");
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}?`;
};

/** The list, and what `--map` says of its columns. */
const readFiles = async (
  context: Context,
  file: string,
  map: string | undefined,
): Promise<Result<{ readonly list: List; readonly given: Mapping | undefined }, Failure>> => {
  const list = await readList(context.world, file);
  if (!list.ok) return list;
  if (map !== undefined && list.value.kind !== "table") return fail({ type: "columns-needless" });
  const given = map === undefined ? undefined : await readMapping(context, map);
  if (given?.ok === false) return given;
  return ok({ list: list.value, given: given?.value });
};

/** JSON: `{"v":1,"written","import"}`, `import` as `importJson` has it. */
export const importList = async (
  context: Context,
  file: string,
  { map, workAddresses, force }: Options,
): Promise<ExitCode> => {
  const { world, talk, globals } = context;
  // First: nobody should type a passphrase for a file that cannot be used. Where nobody types, while the key is derived.
  let files = passphraseGiven(context) ? undefined : await readFiles(context, file, map);
  if (files?.ok === false) return talk.fail(files.failure);
  const meanwhile = async (): Promise<void> => {
    files ??= await readFiles(context, file, map);
  };
  const inside = async (vault: Vault): Promise<ExitCode> => {
    if (files === undefined) throw new Error("nothing was read");
    if (!files.ok) return talk.fail(files.failure);
    const { list, given } = files.value;
    const ready = await prepared(context, vault, file, list, given, workAddresses);
    if (!ready.ok) return talk.fail(ready.failure);
    const { planned, preview, mapping } = ready.value;
    const { plan } = preview;
    const width = await world.textWidth();
    const answer = (written: boolean, text: string): void =>
      talk.answer({ v: 1, written, import: importJson(preview) }, () => text);
    if (!globals.json) answer(false, importPreview(preview, { columns: talk.columns, width }));
    const refuse = (failure: Failure): Promise<ExitCode> => {
      if (globals.json) answer(false, "");
      return talk.fail(failure);
    };
    if (plan.added.length + plan.changed.length === 0) {
      answer(false, "Nothing in it is new.");
      return exitCodes.done;
    }
    if (plan.sweeping.length > 0 && !force)
      return refuse({ type: "import-sweeping", sweeps: plan.sweeping });
    const yes = await agreed(context, question(plan));
    if (!yes.ok) return refuse(yes.failure);
    if (!yes.value) {
      if (globals.json) answer(false, "");
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const progress = globals.quiet || globals.json ? {} : { progress: await world.progress() };
    const deps = { vault, random: world.random, today: world.clock.today(), ...progress };
    const done = importPeople(deps, planned, preview.file, mapping);
    if (!done.ok) return refuse(done.failure);
    answer(
      true,
      `${counted(plan.added.length, "person", "people")} added, ${counted(plan.changed.length, "person", "people")} changed. To take all of it back: pledge undo`,
    );
    return exitCodes.done;
  };
  return withVault(context, inside, meanwhile);
};
