/**
 * A letter as it can be shown or written now: its text, and around it the day, how many we are and
 * who may be shown. From here on nobody who is not to be named has a name.
 */
import { SIGN } from "../../domain/campaign/campaign.ts";
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import { placeVariable } from "../../domain/letters/answers.ts";
import { collationOf } from "../../domain/letters/collation.ts";
import type { Letter, TextHash } from "../../domain/letters/letter.ts";
import type { MergedSigners } from "../../domain/letters/merge-signers.ts";
import { outsideBlocks } from "../../domain/letters/outside.ts";
import type { LetterSource } from "../../domain/letters/ports.ts";
import { signatoryList } from "../../domain/letters/signatories.ts";
import type {
  HeldBack,
  Signatory,
  SignatoryList,
  Waiting,
} from "../../domain/letters/signatories.ts";
import { shuffledList } from "../../domain/letters/shuffle.ts";
import type { StoredSignatory } from "../../domain/letters/store.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Display } from "../../domain/pledges/pledge.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { FromOthers } from "./from-others.ts";
import type { GatheredSigners } from "./gather-signers.ts";
import type { WithdrawnDeps } from "./withdrawn-elsewhere.ts";

export interface Composed {
  readonly source: LetterSource;
  /** Who signed; for a draft, whoever pledged to sign, as the letter would show them once they have. */
  readonly list: SignatoryList;
  /** How many people that is, supporters included; at the least, where others have a say. */
  readonly people: number;
  /** Where the signatures come from, as soon as others have sent theirs. */
  readonly gathered?: GatheredSigners;
  /** Who signed with us and is left out, because another organizer's tally says that they took it back; sorted. */
  readonly tookBack: readonly PersonId[];
  /** How many of those asked to be shown in each way. */
  readonly asked: Readonly<Record<Display, number>>;
  readonly heldBack: HeldBack;
  /** What is left as the letters had it that were written before under this text. */
  readonly waiting: Waiting;
}

const withTeam = ({ teams }: Campaign, { team, ...person }: StoredSignatory): Signatory => {
  const known = teams.find(({ key }) => key === team);
  if (known === undefined) return person;
  return {
    ...person,
    team: known.name,
    ...(known.size === undefined ? {} : { teamSize: known.size }),
  };
};

const nobodyOf = (people: number, supporter: boolean): readonly StoredSignatory[] =>
  Array.from({ length: people }, () => ({ name: "", display: "counted", supporter }));

/** The signers of several organizers. Whoever has no name here is nobody in particular: a role, or one more in a number. */
const whoSigned = ({ lines, others }: MergedSigners): readonly StoredSignatory[] => [
  ...lines.map(({ name, ...line }): StoredSignatory =>
    name === undefined
      ? { ...line, name: "", display: "role" }
      : { ...line, name, display: "named" },
  ),
  ...nobodyOf(others.workers, false),
  ...nobodyOf(others.supporters, true),
];

/** Everybody who pledged to sign, as if they had signed. */
const whoWouldSign = (vault: Vault, text: TextHash): readonly StoredSignatory[] => [
  ...vault.letters.signatories(text),
  ...vault.letters.toAsk(text).flatMap((id): StoredSignatory[] => {
    const person = vault.people.byId(id);
    const pledge = vault.pledges.of(id).find(({ action }) => action === SIGN);
    if (person === undefined || pledge === undefined) return [];
    const { name, role, team, supporter } = person;
    return [
      {
        name,
        ...(role === undefined ? {} : { role }),
        ...(team === undefined ? {} : { team }),
        display: pledge.display,
        supporter,
      },
    ];
  }),
];

const nothingFromOthers: FromOthers = { withdrawn: new Set(), tookBack: [] };

/** Loaded only within a committee: what others sent is half of what a letter is made by. */
const heardFromOthers = async (deps: WithdrawnDeps, text: TextHash): Promise<FromOthers> =>
  deps.vault.committee.all().length === 0
    ? nothingFromOthers
    : (await import("./from-others.ts")).fromOthers(deps, text);

export interface Shown {
  /** That of the file, outside the text. */
  readonly title: string;
  readonly today: Day;
  /** Puts the signatories in the order of these bytes; without them they stand in that of the language. */
  readonly shuffle?: Uint8Array;
}

/**
 * The frozen text with those who signed it, with us or with others whose lists are here, held to what letters under it
 * have shown before. Whoever lets it out must write down what it shows (`record-publication.ts`). A draft has no
 * signatories, whoever pledged to sign: what it prints could be sent, and nobody has said yes to it.
 */
export const composeLetter = async (
  deps: WithdrawnDeps,
  letter: Letter,
  text: { readonly hash: TextHash; readonly markdown: string },
  shown: Shown,
): Promise<Composed> => {
  const { vault } = deps;
  const campaign = vault.campaign.get();
  const draft = letter.frozen === undefined;
  const heard = draft ? nothingFromOthers : await heardFromOthers(deps, text.hash);
  const { withdrawn, tookBack, gathered } = heard;
  const own = (): readonly StoredSignatory[] =>
    draft ? whoWouldSign(vault, text.hash) : vault.letters.signatories(text.hash, withdrawn);
  const stored = gathered === undefined ? own() : whoSigned(gathered.merged);
  const people = stored.map((person) => withTeam(campaign, person));
  const collate = collationOf(letter.language);
  const earlier = vault.publications.all(text.hash);
  const { list: collated, heldBack, waiting } = signatoryList(people, collate, earlier);
  // From the order of the language, so that the one in which people signed has no part in it.
  const list =
    shown.shuffle === undefined
      ? collated
      : shuffledList(collated, shown.shuffle, deps.hashes.sha256);
  const asked = (how: Display): number => people.filter(({ display }) => display === how).length;
  const place = letter.answers[placeVariable];
  return {
    source: {
      markdown: text.markdown,
      title: shown.title,
      language: letter.language,
      outside: {
        ...(place === undefined ? {} : { place }),
        day: shown.today,
        unit: campaign.unit.name,
        signatories: draft ? signatoryList([], collate).list : list,
      },
      shown: outsideBlocks,
    },
    list,
    people: people.length,
    ...(gathered === undefined ? {} : { gathered }),
    tookBack,
    asked: { named: asked("named"), role: asked("role"), counted: asked("counted") },
    heldBack,
    waiting,
  };
};
