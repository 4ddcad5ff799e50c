/** The campaign's id: by it tallies are told to be of one campaign, and one person's code gives one token. */
import type { Day } from "../day.ts";
import type { Reader } from "../input/read.ts";
import { isUuid } from "../text/uuid.ts";

/** `id` is that of the campaign that stands; of a new one a random UUID, unless the input names one. */
export interface Making {
  readonly today: Day;
  readonly id: string;
  readonly isNew?: true;
}

/** The campaign's id. A new campaign may be one that another committee counts already: only then do tallies of both unite. */
export const readId = (
  reader: Reader,
  given: string | undefined,
  { id, isNew }: Making,
): string => {
  if (given === undefined) return id;
  if (isNew === true && isUuid(given)) return given;
  if (isNew === true || given !== id) {
    reader.refuse("id", {
      type: "value-wrong",
      expected:
        isNew === true
          ? 'the "id" of the campaign, from "pledge campaign show --json" of whoever has it'
          : "left out, or the campaign's own",
    });
  }
  return id;
};
