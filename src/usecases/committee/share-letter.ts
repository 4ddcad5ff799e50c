/** A letter's text on its way to everybody: the next number of the committee file with every text that is fixed here. */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { nextNumber } from "../../domain/committee/next-number.ts";
import type { FrozenText, Letter } from "../../domain/letters/letter.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { textsToShare } from "../letters/shared-letters.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { exportNumber } from "./export-number.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

export interface SharedLetter {
  readonly made: MadeNumber;
  /** Whether the committee had every text already, so that this is the number in use and no next one. */
  readonly already: boolean;
}

/** Fixes the text of a draft in the same transaction in which the number is kept. */
export const shareLetter = async (
  deps: NumberDeps & { readonly templates: Templates },
  { committee, reference, identity }: CommitteeInUse,
  letter: Letter,
  text: FrozenText,
): Promise<Result<SharedLetter, CommitteeFailure>> => {
  const { vault, hashes, universalDay } = deps;
  const fix = (): void => {
    if (letter.frozen === undefined) vault.letters.freeze(letter.name, text);
  };
  const texts = textsToShare({ ...deps, sha256: hashes.sha256 }, committee.texts, { letter, text });
  if (texts.some((one) => !committee.texts.includes(one))) {
    const next = nextNumber(committee, reference.hash, { asOf: universalDay, texts });
    const made = await makeNumber(deps, identity, next, fix);
    return made.ok ? ok({ made: made.value, already: false }) : made;
  }
  const made = await exportNumber(deps, { without: [], named: false });
  if (!made.ok) return made;
  vault.transaction(() => ok(fix()));
  return ok({ made: made.value, already: true });
};
