/** What members pass on of those whom our committee file does not name, in words. */
import { daysBetween } from "../../domain/age.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted } from "../../domain/text/words.ts";
import { ageWords } from "./together.ts";
import type { Together } from "./together.ts";

/** For `tally show`: a line a member. */
export const relayedLines = ({ sources, universalDay }: Together): readonly string[] =>
  sources.relayed.map(
    ({ handle, writers, people, oldest }) =>
      `${handle ?? "somebody"} passes on ${counted(writers, "organizer", "organizers")} whom your committee does not name: ${counted(people, "person", "people")}, the oldest of it ${ageWords(daysBetween(oldest, universalDay))}. For them there is the word of ${handle ?? "this key"} alone, so they count in the higher number and not in the lower one.`,
  );

export const relayedJson = ({ relayed }: Together["sources"]): Json =>
  relayed.map(({ handle, from, writers, people, oldest }) => ({
    handle: handle ?? null,
    fingerprint: from,
    writers,
    people,
    oldest,
  }));
