/** What a vault holds of a committee, as plain maps and lists: the simplest way to say it. */
import type { KeptCommittee } from "../../../src/domain/committee/committee.ts";
import type { Identity } from "../../../src/domain/committee/identity.ts";
import type { Campaign } from "../../../src/domain/campaign/campaign.ts";
import type { TextHash } from "../../../src/domain/letters/letter.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import type { Held, Snapshot } from "../../../src/domain/tallies/snapshot.ts";
import type { Opening, OwnSnapshot } from "../../../src/domain/tallies/store.ts";
import type { Hash, Source } from "../../../src/domain/tallies/tally.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";

export interface Model {
  campaign?: Campaign;
  identity?: Identity;
  committees: readonly KeptCommittee[];
  tallies: readonly Held[];
  signers: readonly (readonly [TextHash, Held])[];
  own?: OwnSnapshot;
  ownHashes: ReadonlyMap<number, Hash>;
  openings: readonly Opening[];
  commitments: readonly Uint8Array[] | undefined;
  ownSigners: ReadonlyMap<TextHash, Snapshot>;
  people: ReadonlySet<PersonId>;
}

export const emptyModel = (): Model => ({
  committees: [],
  tallies: [],
  signers: [],
  ownHashes: new Map(),
  openings: [],
  commitments: undefined,
  ownSigners: new Map(),
  people: new Set(),
});

export const isOf =
  (source: Source) =>
  (held: Source): boolean =>
    held.from === source.from && held.incarnation === source.incarnation;

const compare = (a: string | number, b: string | number): number => Number(a > b) - Number(a < b);

const sorted = (held: readonly Held[]): readonly Held[] =>
  held.toSorted((a, b) => compare(a.from, b.from) || compare(a.incarnation, b.incarnation));

export interface Pool {
  readonly sources: readonly Source[];
  readonly texts: readonly TextHash[];
}

/** The numbers that are asked for, two of them never given. */
const numbers = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** With bytes as text, which is compared faster; a Buffer is none, and shows. */
const plain = (answers: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answers, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("base64url") : value,
    ),
  );

/** Everything that the model says, in the words of the ports. */
export const answersOf = (model: Model, { sources, texts }: Pool): unknown =>
  plain({
    campaign: model.campaign,
    identity: model.identity,
    committees: model.committees.toSorted(
      (a, b) => compare(a.number, b.number) || compare(a.sha256, b.sha256),
    ),
    tallies: sorted(model.tallies),
    held: sources.map((source) => model.tallies.find(isOf(source))),
    own: model.own,
    ownHashes: numbers.map((seq) => model.ownHashes.get(seq)),
    openings: model.openings.toSorted((a, b) => compare(a.token, b.token)),
    commitments: model.commitments,
    signers: texts.map((text) => {
      const held = model.signers.filter(([of]) => of === text).map(([, one]) => one);
      return {
        all: sorted(held),
        held: sources.map((source) => held.find(isOf(source))),
        own: model.ownSigners.get(text),
      };
    }),
  });

/** The same from the vault. */
export const answersIn = (vault: Vault, { sources, texts }: Pool): unknown =>
  plain({
    campaign: vault.campaign.find(),
    identity: vault.identity.get(),
    committees: vault.committee.all(),
    tallies: vault.tallies.sources(),
    held: sources.map((source) => vault.tallies.held(source)),
    own: vault.tallies.own(),
    ownHashes: numbers.map((seq) => vault.tallies.ownHash(seq)),
    openings: vault.tallies.openings(),
    commitments: vault.tallies.commitments(),
    signers: texts.map((text) => ({
      all: vault.signers.sources(text),
      held: sources.map((source) => vault.signers.held(source, text)),
      own: vault.signers.own(text),
    })),
  });
