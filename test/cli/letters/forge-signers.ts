/** Lists of signers as somebody could make them who has a member's key. */
import type { SignerLine, Signers } from "../../../src/domain/letters/signers.ts";
import { writeSigners } from "../../../src/domain/letters/write-signers.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import type { TestWorld } from "../../support/world.ts";
import { outcomesOf, put, sealedBy, today } from "../committee/forge.ts";

export const life = (digit: string): never =>
  `00000000-0000-4000-8000-00000000000${digit}` as never;

export const line = (name: string): SignerLine => ({ name, supporter: false });

/** The text that people sign here. */
export const textOf = (world: TestWorld): Promise<Signers["text"]> =>
  world.inVault((vault) => {
    const text = vault.letters.current()?.frozen?.hash;
    if (text === undefined) throw new Error("no text is fixed");
    return text;
  });

type Changes = Partial<Signers> & Pick<Signers, "text">;

/** A first list of the member's, for everybody, with Bo in it; `changes` make it another one. */
export const listBy = (
  { committee, reference, identity }: CommitteeInUse,
  changes: Changes,
): Signers => ({
  campaign: committee.definition.id,
  committee: reference,
  from: identity.fingerprint,
  to: committee.members.map(({ fingerprint }) => fingerprint).toSorted(),
  incarnation: identity.incarnation,
  supersedes: [],
  seq: 1,
  prev: undefined,
  asOf: today,
  counted: { inTurf: 0, elsewhere: 0, supporters: 0 },
  lines: [line("Bo Sample")],
  ...changes,
});

/** A whole file of it. */
export const signersFileOf = (
  inUse: CommitteeInUse,
  changes: Changes,
  sealing: Parameters<typeof sealedBy>[2] = {},
): Promise<Uint8Array> => sealedBy(inUse, writeSigners(listBy(inUse, changes)), sealing);

/** What `merge` says of the files, which are called 1.signers, 2.signers and so on. */
export const mergeInto = async (
  world: TestWorld,
  ...files: readonly Uint8Array[]
): Promise<readonly string[]> => {
  const paths = files.map((bytes, index) => put(world, `${index + 1}.signers`, bytes));
  return outcomesOf((await world.pledge("merge", ...paths, "--json")).stdout);
};
