import type { PersonId } from "../people/person.ts";
import type { Display } from "../pledges/pledge.ts";
import type { FrozenText, Letter, LetterName, Signature, TextHash } from "./letter.ts";

/** Letters, their frozen texts and who signed which. */
export interface LetterStore {
  readonly all: () => readonly Letter[];
  readonly byName: (name: LetterName) => Letter | undefined;
  /** Adds a letter or replaces the one of that name; never touches its frozen texts. */
  readonly save: (letter: Omit<Letter, "frozen">) => void;
  /** Keeps the text for good and makes it the one that the letter is signed under. */
  readonly freeze: (name: LetterName, text: FrozenText) => void;
  /**
   * Puts a letter and the text that came with the committee file under a name, as `save` and `freeze`
   * do, and marks it as shared. A text that is in place already keeps its place in the order of freezing.
   */
  readonly saveShared: (letter: Omit<Letter, "frozen">, text: FrozenText) => void;
  /** Whether the text in place came with the committee file; not one that was frozen here since, nor a draft. */
  readonly isShared: (name: LetterName) => boolean;
  /** The letter is a draft again; its texts and their signatures stay. */
  readonly thaw: (name: LetterName) => void;
  /** The letter whose text was frozen last and still is; the one that a new signature goes to. */
  readonly current: () => Letter | undefined;
  readonly sign: (signature: Signature) => void;
  /** Takes a person's signature from every text. */
  readonly unsign: (person: PersonId) => void;
  readonly signaturesOf: (person: PersonId) => readonly Signature[];
  /**
   * For everybody with a live `sign` pledge and a signature under a text that is in place, the one of
   * these texts that was frozen last. Supervisors are among them.
   */
  readonly signedTexts: () => ReadonlyMap<PersonId, TextHash>;
  /** Everybody with a live `sign` pledge and a signature under this text; supervisors (yes, unsure), whoever was handed over and `without` left out. */
  readonly signatories: (
    text: TextHash,
    without?: ReadonlySet<PersonId>,
  ) => readonly StoredSignatory[];
  /** Everybody of ours who would sign or signed an earlier text, and must be asked (again) about this one. */
  readonly toAsk: (text: TextHash) => readonly PersonId[];
}

/** A signatory as the vault holds one: the domain's, with the team still a key. */
export interface StoredSignatory {
  readonly name: string;
  readonly role?: string;
  readonly team?: string;
  readonly display: Display;
  readonly supporter: boolean;
}
