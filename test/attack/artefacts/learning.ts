/** Every kind of file read by everybody: the rows of the measured table of `docs/disclosure.md`. */
import { hashes } from "../../../src/adapters/system/hashes.ts";
import { parseReceipts } from "../../../src/domain/counts/receipts-file.ts";
import { isCountedIn } from "../../../src/domain/counts/receipts.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { sum } from "../../../src/domain/sum.ts";
import { committeeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { everybody } from "../company.ts";
import {
  findings,
  foundIn,
  foundTogether,
  hashesOfNames,
  namesHashedIn,
  tokenBehind,
} from "./finding.ts";
import type { Found, Sought } from "./finding.ts";
import { handles } from "./making.ts";
import type { Made, Making } from "./making.ts";
import { keysShown, openedBy, openly, openMoments } from "./reading.ts";

export interface Learned {
  /** How many keys each file of the kind shows, where it is encrypted to some; each number once. */
  readonly keys: readonly number[];
  /** Whether a key's id stands on the outside. */
  readonly ids: boolean;
  /** The handles of the members whose key opens it. */
  readonly openedBy: readonly string[];
  readonly stranger: Found;
  /** Of a member whose key opens it; of one of no key, what everybody finds. */
  readonly member: Found;
  /** Names whose hash stands in it, as a member with the staff list would look. */
  readonly hashed: ReadonlySet<string>;
  /** Lines of the tallies to which its codes lead. */
  readonly byCode: number;
  /** People in it as a list of receipts, for whoever has everybody's codes. */
  readonly counted: number;
  readonly moments: readonly Date[];
  /** Everything that somebody could read. */
  readonly texts: readonly string[];
}

export const soughtIn = async ({ member }: Pick<Making, "member">): Promise<Sought> => {
  const codes: string[] = [];
  for (const handle of handles)
    await member(handle).inVault((vault) => {
      codes.push(...vault.people.summaries().map(({ person }) => person.code));
    });
  return member("rowan").inVault((vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) throw new Error(inUse.failure.type);
    const { committee, identity, reference } = inUse.value;
    return {
      names: everybody.map(({ name }) => name),
      handles,
      codes: [...new Set(codes)],
      campaign: committee.definition.id,
      known: [identity.fingerprint, identity.incarnation, reference.hash],
    };
  });
};

export type Secrets = ReadonlyMap<string, Uint8Array>;

export const secretsOf = async ({ member }: Pick<Making, "member">): Promise<Secrets> => {
  const secrets = new Map<string, Uint8Array>();
  for (const handle of handles) {
    const secret = await member(handle).inVault((vault) => vault.identity.get()?.secret);
    if (secret !== undefined) secrets.set(handle, secret);
  }
  return secrets;
};

const countedIn = ({ codes }: Sought, text: string): number => {
  const receipts = parseReceipts(text);
  if (!receipts.ok) return 0;
  return codes.filter((code) => isCountedIn(hashes, receipts.value, code as PledgeCode)).length;
};

const learnedFrom = async (
  files: readonly Uint8Array[],
  secrets: Secrets,
  sought: Sought,
  hashed: ReadonlyMap<string, string>,
  tallied: ReadonlySet<string>,
): Promise<Learned> => {
  const open = await Promise.all(files.map((file) => openly(file)));
  const shown = await Promise.all(files.map((file) => keysShown(file)));
  const opened: { readonly handle: string; readonly text: string }[] = [];
  const moments = (await Promise.all(files.map((file) => openMoments(file)))).flat();
  for (const [index, file] of files.entries())
    if ((shown[index]?.length ?? 0) > 0)
      for (const [handle, secret] of secrets) {
        const one = await openedBy(file, secret);
        if (one === undefined) continue;
        opened.push({ handle, text: one.text });
        moments.push(...one.moments);
      }
  const texts = [...new Set([...open, ...opened.map(({ text }) => text)])];
  const stranger = foundTogether(open.map((text) => foundIn(sought, text)));
  const inside = [...new Set(opened.map(({ text }) => text))];
  const member = foundTogether([stranger, ...inside.map((text) => foundIn(sought, text))]);
  return {
    keys: [...new Set(shown.map(({ length }) => length))].filter((count) => count > 0),
    ids: shown.flat().some((id) => id !== undefined),
    openedBy: handles.filter((handle) => opened.some((one) => one.handle === handle)),
    stranger,
    member,
    hashed: new Set(texts.flatMap((text) => [...namesHashedIn(hashed, text)])),
    byCode: [...member.codes].filter((code) => tallied.has(tokenBehind(sought, code))).length,
    counted: sum(open.map((text) => countedIn(sought, text))),
    moments,
    texts,
  };
};

export type AllLearned = ReadonlyMap<string, Learned>;

export const learnedFromAll = async (
  made: Made,
  secrets: Secrets,
  sought: Sought,
): Promise<AllLearned> => {
  const hashed = hashesOfNames(sought);
  const tallied = new Set<string>();
  for (const kind of ["tally", "bundle"])
    for (const file of made[kind] ?? []) {
      const secret = secrets.get("rowan");
      const inside = secret === undefined ? undefined : await openedBy(file, secret);
      for (const line of foundIn(sought, inside?.text ?? "").lines) tallied.add(line);
    }
  const learned = new Map<string, Learned>();
  for (const [kind, files] of Object.entries(made))
    learned.set(kind, await learnedFrom(files, secrets, sought, hashed, tallied));
  return learned;
};

const opens = ({ keys, openedBy: by }: Learned): string => {
  if (keys.length === 0) return "-";
  return by.length === handles.length ? "all five" : by.join(", ");
};

const besides = ({ hashed, byCode, counted }: Learned): string => {
  const names = hashed.size === 0 ? [] : [`${hashed.size} names by their hash`];
  const lines = byCode === 0 ? [] : [`${byCode} lines by their codes`];
  const receipts = counted === 0 ? [] : [`whether each of ${counted} is counted, by her code`];
  return [...names, ...lines, ...receipts].join(", ") || "nothing";
};

/** The table, a row a kind. */
export const artefactTable = (all: AllLearned): string =>
  [
    "| file | keys it shows | opens for | a stranger finds | whoever it opens for finds | with the staff list besides |",
    "| --- | --- | --- | --- | --- | --- |",
    ...[...all].map(([kind, learned]) => {
      const { keys, ids, stranger, member } = learned;
      const shown = keys.length === 0 ? "-" : `${keys.join(", ")}${ids ? " by id" : ""}`;
      const inside = keys.length === 0 ? "the same" : findings(member);
      return `| ${kind} | ${shown} | ${opens(learned)} | ${findings(stranger)} | ${inside} | ${besides(learned)} |`;
    }),
  ].join("\n");
