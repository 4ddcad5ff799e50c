/** Somebody of whom the database keeps a trace when her rows are only deleted: they had moved before. */
import type { Person } from "../../../src/domain/people/person.ts";
import type { Randomness } from "../../../src/domain/ports.ts";
import { ok } from "../../../src/domain/result.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { passphrase } from "../../support/sample.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";
import { vaults } from "../vault-looks.ts";
import { imageIn } from "./content.ts";
import { ofCopy } from "./run-traced.ts";

const change = async (vault: string, work: (open: Vault) => void): Promise<void> => {
  const opened = await vaults.open(vault, { by: "passphrase", passphrase });
  if (!opened.ok) throw new Error(opened.failure.type);
  opened.value.transaction(() => ok(work(opened.value)));
  opened.value.close();
};

/** Rows grow, shrink and move among each other, four hundred times. */
const moveAll = ({ people }: Vault, random: Randomness): void => {
  const all = people.summaries().map(({ person }) => person);
  for (let times = 0; times < 400; times += 1) {
    const [one = 0, length = 0, more = 0] = random.bytes(3);
    const person = all[one % all.length];
    if (person === undefined) throw new Error("there is nobody");
    people.update({ ...person, note: `${person.name} ${"+".repeat(length * 4 + more)}` });
  }
};

/** Whether her name is in a page when she is deleted and nothing else is done. */
const leavesTrace = (vault: string, { id, name }: Person): Promise<boolean> =>
  ofCopy(vault, async (copy) => {
    await change(copy, ({ people }) => people.remove(id));
    return (await imageIn(copy, passphrase)).includes(name);
  });

/** Moves what is in the vault until there is a person for whom deleting is not enough. */
export const whoLeavesTraces = async (vault: string): Promise<Person> => {
  const random = seededRandomness(1);
  for (let turn = 1; turn <= 200; turn += 1) {
    let everybody: readonly Person[] = [];
    await change(vault, (open) => {
      moveAll(open, random);
      everybody = open.people.summaries().map(({ person }) => person);
    });
    for (const person of everybody) if (await leavesTrace(vault, person)) return person;
  }
  throw new Error("nobody leaves a trace");
};
