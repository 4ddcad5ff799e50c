/** `pledge tally bundle`: whose tallies go, and what stays behind. */
import type { Json } from "../../domain/text/canonical-json.ts";
import { listed } from "../../domain/text/words.ts";
import type { ChosenParts, Stayed } from "../../usecases/relay/choose-parts.ts";

/** "the tallies of finch and wren; heron's bundle with what it has of wren" */
export const goingWords = ({ tallies, bundles }: ChosenParts): string =>
  [
    ...(tallies.length === 0
      ? []
      : [`the ${tallies.length === 1 ? "tally" : "tallies"} of ${listed(tallies)}`]),
    ...bundles.map(
      ({ handle, holds }) =>
        `${handle}'s bundle${holds.length === 0 ? "" : ` with what it has of ${listed(holds)}`}`,
    ),
  ].join("; ");

const stayedText = (one: Stayed): string => {
  const { handle, why } = one;
  switch (why) {
    case "nothing":
      return `${handle} has sent you no tally, so none goes.`;
    case "not-let":
      return `${handle} has not said that the tally may be passed on, so it does not go: ask ${handle} for "pledge tally export --relay -o FILE", and merge that.`;
    case "not-counted":
      return `What ${handle} sends is not counted here ("pledge tally show"), so it does not go.`;
    case "holds-others":
      return `${handle}'s bundle does not go, since it goes whole or not at all, and has something of ${listed(one.holds)} in it.`;
    default:
      return why satisfies never;
  }
};

/** A line each, and what a partial bundle is. */
export const stayedLines = ({ stayed, partial }: ChosenParts): readonly string[] => [
  ...stayed.map((one) => stayedText(one)),
  ...(partial
    ? [
        "Not all goes that may. Whoever has an earlier bundle of yours keeps what it has of those who are left out; a bundle without --only and --omit takes the place of all before it.",
      ]
    : []),
];

/** Members of the JSON of `tally bundle`. */
export const chosenJson = ({
  tallies,
  bundles,
  partial,
  stayed,
}: ChosenParts): { readonly [name: string]: Json } => ({
  tallies: tallies.length,
  bundles: bundles.length,
  whose: [
    ...new Set([...tallies, ...bundles.flatMap(({ handle, holds }) => [handle, ...holds])]),
  ].toSorted(),
  partial,
  stayed: stayed.map((one) => ({
    handle: one.handle,
    why: one.why,
    ...("holds" in one ? { holds: one.holds } : {}),
  })),
});
