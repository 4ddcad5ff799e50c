/** What our own vault would put into a list of signers now: never the name of somebody who is to be a number. */
import type { Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import type { CountedSigners, SignerLine } from "../../domain/letters/signers.ts";
import type { StoredSignatory } from "../../domain/letters/store.ts";
import { sortedLines } from "../../domain/letters/write-signers.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Vault } from "../../domain/vault/vault.ts";

export interface OwnSigners {
  /** Sorted as in a list. */
  readonly lines: readonly SignerLine[];
  readonly counted: CountedSigners;
}

/** The line of somebody who may be shown; nothing for whoever is a number. A team that the campaign does not have is not told. */
const lineOf = (
  { name, role, team, display, supporter }: StoredSignatory,
  teams: ReadonlySet<string>,
): SignerLine | undefined => {
  const isShown = display === "named" || (display === "role" && !supporter && role !== undefined);
  if (!isShown) return undefined;
  return {
    ...(display === "named" ? { name } : {}),
    ...(role === undefined ? {} : { role }),
    ...(team === undefined || supporter || !teams.has(team) ? {} : { team: team as TeamKey }),
    supporter,
  };
};

/** `turf` is ours by the committee file; none without a committee. `withdrawn` signs no more, as far as others say. */
export const ownSigners = (
  vault: Pick<Vault, "letters">,
  { teams }: Pick<Campaign, "teams">,
  text: TextHash,
  turf: readonly TeamKey[],
  withdrawn: ReadonlySet<PersonId>,
): OwnSigners => {
  const known = new Set<string>(teams.map(({ key }) => key));
  const people = vault.letters
    .signatories(text, withdrawn)
    .map((person) => ({ person, line: lineOf(person, known) }));
  const unnamed = people.filter(({ line }) => line === undefined).map(({ person }) => person);
  const workers = unnamed.filter(({ supporter }) => !supporter);
  const inTurf = workers.filter(({ team }) => turf.includes(team as TeamKey)).length;
  return {
    lines: sortedLines(people.flatMap(({ line }) => line ?? [])),
    counted: {
      inTurf,
      elsewhere: workers.length - inTurf,
      supporters: unnamed.length - workers.length,
    },
  };
};
