/** What was erased, where else it was found, and what pledge cannot reach, in lines. */
import type { Renewed } from "../../domain/retention/backups.ts";
import type { TextPlace } from "../../domain/retention/free-texts.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, listed } from "../../domain/text/words.ts";
import type { RenewedBackups } from "../../usecases/retention/renew-backups.ts";
import { blankedPlaces } from "../../usecases/retention/traces.ts";
import type { Traces } from "../../usecases/retention/traces.ts";

type HandleOf = (fingerprint: Fingerprint) => string | undefined;

const words = (place: TextPlace, handleOf: HandleOf): string => {
  switch (place.in) {
    case "note":
      return `what is noted of ${place.of}`;
    case "draft":
      return `the draft ${place.name}`;
    case "letter":
      return `the fixed letter ${place.name}`;
    case "fact":
      return `the fact ${place.name}`;
    case "demand":
      return `the demand ${place.name}`;
    case "test":
      return `the structure test ${place.name}`;
    case "delivery":
      return `delivery ${place.number}`;
    case "import":
      return "what the last import changed";
    case "left-out":
      return "why a tally is left out here";
    case "columns":
      return "the columns of a list";
    case "signers":
      return `a list of signers of ${handleOf(place.from) ?? "somebody"}`;
    default:
      return place satisfies never;
  }
};

/** So many are told one by one. */
const shown = 8;

const told = (places: readonly TextPlace[], handleOf: HandleOf): string => {
  const named = places.slice(0, shown).map((place) => words(place, handleOf));
  const more = places.length - named.length;
  return listed(more > 0 ? [...named, counted(more, "other place", "other places")] : named);
};

/** What elsewhere names people who were erased. No name is in it. */
export const traceLines = (traces: Traces, handleOf: HandleOf): readonly string[] => {
  const blanked = blankedPlaces(traces);
  return [
    ...(blanked.length > 0 ? [`Taken out of ${told(blanked, handleOf)} too.`] : []),
    ...(traces.fixed.length > 0
      ? [`Still named in ${told(traces.fixed, handleOf)}, which stays as it is.`]
      : []),
    ...(traces.perhaps.length > 0
      ? [`A single word may mean the same person in ${told(traces.perhaps, handleOf)}: look there.`]
      : []),
  ];
};

const why: Readonly<Record<Exclude<Renewed, "renewed">, string>> = {
  absent: "is not there now",
  other: "is another file by now",
  failed: "cannot be written",
};

/** What became of backups. */
export const backupLines = ({ renewed, left }: RenewedBackups): readonly string[] => [
  ...renewed.map((path) => `Made anew: ${showable(path)}.`),
  ...left.map((one) => `Not made anew: ${showable(one.path)}, which ${why[one.why]}.`),
  ...(left.length > 0
    ? [
        'When it is at hand again: "pledge backup". If it is gone for good: "pledge backup FILE --gone".',
      ]
    : []),
];

const placesJson = (places: readonly TextPlace[]): Json => places.map((place) => ({ ...place }));

/** Members of the JSON of whatever erases people. */
export const erasedJson = (
  traces: Traces,
  { renewed, left }: RenewedBackups,
): { readonly [name: string]: Json } => ({
  takenOutOf: placesJson(blankedPlaces(traces)),
  stillIn: placesJson(traces.fixed),
  perhapsIn: placesJson(traces.perhaps),
  backups: { renewed: [...renewed], left: left.map((one) => ({ ...one })) },
});
