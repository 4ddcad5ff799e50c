/** What endangers a vault from outside of it: where it lies, who runs the machine, and names in plain text. */
import type { Files } from "../domain/files/ports.ts";
import type { MachineFinding } from "../domain/machine/finding.ts";
import type { Machine, PlainFile } from "../domain/machine/machine.ts";
import { nameFinder } from "../domain/retention/mentions.ts";
import type { NameFinder } from "../domain/retention/mentions.ts";
import { whereReadable } from "../domain/vault/stopped.ts";
import type { Vault } from "../domain/vault/vault.ts";

export interface MachineDeps {
  readonly machine: Machine;
  readonly files: Pick<Files, "carrierOf">;
  /** Nothing where the vault cannot be read: then nothing is said of names. */
  readonly vault: Pick<Vault, "people"> | undefined;
  readonly folder: string;
}

const swapFinding = (machine: Machine): MachineFinding => {
  const swap = machine.swap();
  if (swap.state === "plain") return { check: "swap", state: "found", on: swap.on };
  return { check: "swap", state: swap.state === "unknown" ? "unknown" : "good" };
};

const coreFinding = (machine: Machine): MachineFinding => {
  const state = machine.coreDumps();
  if (state === "unknown") return { check: "core-dumps", state };
  return { check: "core-dumps", state: state === "off" ? "good" : "found" };
};

const linesWithNames = ({ text }: PlainFile, finder: NameFinder): readonly number[] =>
  text.split("\n").flatMap((line, index) => (finder.in(line).surely ? [index + 1] : []));

const historyFinding = (machine: Machine, finder: NameFinder): MachineFinding => {
  const found = machine
    .histories()
    .map((file) => ({ path: file.path, lines: linesWithNames(file, finder) }))
    .filter(({ lines }) => lines.length > 0);
  return found.length === 0
    ? { check: "history", state: "good" }
    : { check: "history", state: "found", in: found };
};

const listsFinding = (machine: Machine, folder: string, finder: NameFinder): MachineFinding => {
  const paths = machine
    .lists(folder)
    .filter(({ text }) => finder.in(text).surely)
    .map(({ path }) => path);
  return paths.length === 0
    ? { check: "lists", state: "good" }
    : { check: "lists", state: "found", paths };
};

const namesFindings = (
  machine: Machine,
  folder: string,
  { people }: Pick<Vault, "people">,
): readonly MachineFinding[] => {
  const finder = nameFinder(people.summaries().map(({ person }) => person));
  return [historyFinding(machine, finder), listsFinding(machine, folder, finder)];
};

/** Looks only, at files of this machine; says of names in them where they are and never what they are. */
export const examineMachine = async ({
  machine,
  files,
  vault,
  folder,
}: MachineDeps): Promise<readonly MachineFinding[]> => {
  const carrier = await files.carrierOf(`${folder}/vault.db`);
  const agents = machine.agents();
  return [
    carrier === undefined
      ? { check: "carrier", state: "good" }
      : { check: "carrier", state: "found", carrier },
    swapFinding(machine),
    coreFinding(machine),
    agents.length === 0
      ? { check: "managed", state: "good" }
      : { check: "managed", state: "found", programs: agents },
    ...(vault === undefined ? [] : whereReadable(() => namesFindings(machine, folder, vault))),
  ];
};
