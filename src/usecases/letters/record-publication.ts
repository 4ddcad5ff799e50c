/**
 * Writes down what a letter has shown of people who are not named, as soon as it is out. The letters after it, whichever
 * command writes them, are held to it by `composeLetter`. Never a name.
 */
import type { Day } from "../../domain/day.ts";
import type { TextHash } from "../../domain/letters/letter.ts";
import { isSamePublication, publicationOf } from "../../domain/letters/publication.ts";
import { ok } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Composed } from "./compose-letter.ts";

/**
 * Once the letter is whole and where it was to go; not for one that shows nobody because there are no words in its
 * language. The same letter on the same day is written down once, however many formats it goes out in.
 */
export const recordPublication = (
  vault: Pick<Vault, "publications" | "transaction">,
  text: TextHash,
  { source }: Pick<Composed, "source">,
  today: Day,
): void => {
  const publication = publicationOf(source.outside.signatories, text, today);
  const isNew = (): boolean => {
    const last = vault.publications.all(text).at(-1);
    return last === undefined || !isSamePublication(last, publication);
  };
  // Looked at first: what changes nothing writes nothing to the disk.
  if (!isNew()) return;
  vault.transaction(() => {
    if (isNew()) vault.publications.add(publication);
    return ok(undefined);
  });
};
