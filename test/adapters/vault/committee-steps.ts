/** Changes of what a vault holds of a committee, by chance, each told to the vault and to the model of it. */
import * as fc from "fast-check";

import type { Vault } from "../../../src/domain/vault/vault.ts";
import { isOf } from "./committee-model.ts";
import type { Model } from "./committee-model.ts";
import { commitments, held, identity, kept, next, openings, text } from "./committee-samples.ts";
import { campaign, person } from "./sample-vault.ts";

/** One change, told to the vault and to the model. */
interface Step {
  readonly say: string;
  readonly vault: (vault: Vault) => void;
  readonly model: (model: Model) => void;
}

const nobody = new Uint8Array();

const became = identity.map((one): Step => ({
  say: "save identity",
  vault: (vault) => vault.identity.save(one),
  model: (model) => {
    model.identity = one;
  },
}));

const completed = fc.constantFrom("One", "Two").map((name): Step => ({
  say: `campaign ${name}`,
  vault: (vault) => vault.campaign.save({ ...campaign, name }),
  model: (model) => {
    model.campaign = { ...campaign, name };
  },
}));

const accepted = kept.map((one): Step => ({
  say: `committee ${one.number} ${one.sha256[0]}`,
  vault: (vault) => vault.committee.keep(one),
  model: (model) => {
    model.committees = [...model.committees.filter(({ sha256 }) => sha256 !== one.sha256), one];
  },
}));

const tallied = held.map((one): Step => ({
  say: `tally of ${one.from[0]}`,
  vault: (vault) => vault.tallies.keep(one),
  model: (model) => {
    model.tallies = [...model.tallies.filter((other) => !isOf(one)(other)), one];
  },
}));

const listed = fc.tuple(text, held).map(([of, one]): Step => ({
  say: `signers of ${one.from[0]}`,
  vault: (vault) => vault.signers.keep(of, one),
  model: (model) => {
    model.signers = [
      ...model.signers.filter(([other, before]) => other !== of || !isOf(one)(before)),
      [of, one],
    ];
  },
}));

const exported = fc.tuple(next, fc.boolean(), openings).map(([make, named, some]): Step => ({
  say: "export",
  vault: ({ tallies, people }) =>
    tallies.keepOwn(
      { ...make(tallies.own()?.seq ?? 0), named },
      some.filter((opening) => people.byId(opening.person) !== undefined),
      commitments(some.length),
    ),
  model: (model) => {
    const own = { ...make(model.own?.seq ?? 0), named };
    model.own = own;
    model.ownHashes = new Map([...model.ownHashes, [own.seq, own.sha256]]);
    model.openings = some.filter((opening) => model.people.has(opening.person));
    model.commitments = commitments(some.length);
  },
}));

const sent = fc.tuple(text, next).map(([of, make]): Step => ({
  say: "send signers",
  vault: ({ signers }) => signers.keepOwn(of, make(signers.own(of)?.seq ?? 0)),
  model: (model) => {
    const own = make(model.ownSigners.get(of)?.seq ?? 0);
    model.ownSigners = new Map([...model.ownSigners, [of, own]]);
  },
}));

const who = fc.nat(7).map((n) => person(n));

const added = who.map((one): Step => ({
  say: `add ${one.name}`,
  vault: ({ people }) => {
    if (people.byId(one.id) === undefined) people.add(one);
  },
  model: (model) => {
    model.people = new Set([...model.people, one.id]);
  },
}));

const removed = who.map(({ id, name }): Step => ({
  say: `remove ${name}`,
  vault: ({ people }) => people.remove(id),
  model: (model) => {
    model.people = new Set([...model.people].filter((other) => other !== id));
    model.openings = model.openings.filter(({ person: of }) => of !== id);
    // Lists of signers may name whoever went.
    model.ownSigners = new Map(
      [...model.ownSigners].map(([of, own]) => [
        of,
        { ...own, payload: nobody, signature: nobody },
      ]),
    );
  },
}));

const step = fc.oneof(
  { arbitrary: added, weight: 4 },
  ...[exported, sent, tallied, listed, accepted].map((arbitrary) => ({ arbitrary, weight: 2 })),
  ...[became, completed, removed].map((arbitrary) => ({ arbitrary, weight: 1 })),
);

/** Some changes in one transaction, by one of two that have the vault open, who perhaps came back just now. */
export const transaction = fc.record({
  by: fc.nat(1),
  cameBack: fc.boolean(),
  steps: fc.array(step, { maxLength: 10 }),
  ends: fc.constantFrom(
    "kept" as const,
    "kept" as const,
    "kept" as const,
    "failed" as const,
    "thrown" as const,
  ),
});
