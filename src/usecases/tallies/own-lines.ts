/** What our own vault would say in a tally now, and for whom each of its lines stands. */
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { Person } from "../../domain/people/person.ts";
import type { Hashes } from "../../domain/ports.ts";
import { composeLines } from "../../domain/tallies/compose-lines.ts";
import type { TallyLine, Token } from "../../domain/tallies/tally.ts";
import { proofOf, tokenOf } from "../../domain/tallies/token.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";

export interface OwnLines {
  /** Sorted by token. */
  readonly lines: readonly TallyLine[];
  /** Never leaves the vault: it is what a line hides. */
  readonly personOf: (token: Token) => Pick<Person, "id" | "name">;
}

/** The lines as the committee's file has the teams and our turf. `counted` ones go nowhere, and are without their proofs. */
export const ownLines = (
  { vault, hashes }: { readonly vault: Vault; readonly hashes: Hashes },
  { committee, identity }: CommitteeInUse,
  use: "sent" | "counted",
): OwnLines => {
  const { definition, members } = committee;
  const { fingerprint, incarnation } = identity;
  const texts = vault.letters.signedTexts();
  const people = vault.people.summaries();
  const byCode = new Map(people.map(({ person }) => [person.code, person]));
  const byToken = new Map<Token, Person | undefined>();
  const lines = composeLines(people, {
    campaign: definition,
    turf: members.find((member) => member.fingerprint === fingerprint)?.turf ?? [],
    signed: (person) => {
      const text = texts.get(person);
      return text === undefined ? undefined : shortHash(text);
    },
    tokenOf: (code) => {
      const token = tokenOf(hashes, definition.id, code);
      byToken.set(token, byCode.get(code));
      return token;
    },
    proofOf: (code) =>
      use === "counted" ? "" : proofOf(hashes, code, { from: fingerprint, incarnation }),
  });
  return {
    lines,
    personOf: (token) => {
      const person = byToken.get(token);
      if (person === undefined) throw new Error("a line of ours stands for nobody");
      return person;
    },
  };
};
