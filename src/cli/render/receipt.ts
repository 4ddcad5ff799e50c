/** What `receipt check` says to a person: whether she is counted, and what it means to hold a code. */
import type { Day } from "../../domain/day.ts";
import type { Width } from "./columns.ts";
import { noteText } from "./letter-notes.ts";

const counted = (on: Day): readonly string[] => [
  `Your pledge is counted in this list, of ${on}.`,
  "",
  "That is all it shows. It does not show that the others in the list are people: some entries are nobody's, put there so that the list has no length to read, and whoever writes a list can put in what they like. Who wrote it the signature beside it tells, not this command.",
];

const notCounted = (on: Day): readonly string[] => [
  `Your pledge is not counted in this list, of ${on}.`,
  "",
  "It may be that you took it back; that you pledged something which that count does not show; that what you pledged had not come to whoever published it; or that the code belongs to another campaign. Ask the organizer to whom you said it.",
];

const heading = ["", "What it means to hold a code:"];

const holding: readonly string[] = [
  "- Whoever has your code can ask what you have just asked, of this list and of every list to come, and a member of the committee can find your line in every tally. So nobody but an organizer to whom you say it yourself should see it.",
  "- A code that you show proves that you pledged. So nobody can make you prove it once you do not have it any more: you can destroy it now, and still be counted. Your organizer has it in her vault.",
  "- Nobody can tell from a list, a tally or a count whether you have a code. If somebody with power over you asks for one: you need not have any, and that you never kept one is a whole answer.",
  "- It takes nothing back, and binds you to nothing. To take your pledge back, tell your organizer.",
];

/** In lines that fit; the list is indented below its hyphens. */
export const receiptScreen = (
  { counted: isCounted, on }: { readonly counted: boolean; readonly on: Day },
  columns: number,
  width: Width,
): string =>
  [
    noteText([...(isCounted ? counted(on) : notCounted(on)), ...heading], columns, width),
    noteText(holding, columns, width, 2),
  ].join("\n");
