/** Guesses from a header which program wrote the table and what its columns mean. */
import { anybodys, numberedMeaning, personnelNames, programs } from "./known-headers.ts";
import { plainHeader, withoutDoubles } from "./mapping.ts";
import type { Column, Mapping, TableKind } from "./mapping.ts";
import { headerOfOurs } from "./our-table.ts";

const ours = new Map(headerOfOurs.map((member) => [plainHeader(member), member]));

type Names = ReadonlySet<string>;

/** First come, first served: the employer's list comes last, since a list of our own may have a department. */
const signs: readonly (readonly [TableKind, (names: Names) => boolean])[] = [
  ["pledge", (names) => names.has("name") && [...names].every((name) => ours.has(name))],
  ["action-network", (names) => [...names].some((name) => name.startsWith("can2"))],
  [
    "action-network",
    (names) => ["firstname", "lastname", "email", "uuid"].every((name) => names.has(name)),
  ],
  [
    "google-current",
    (names) =>
      names.has("firstname") &&
      ["email1label", "phone1label", "phoneticfirstname"].some((name) => names.has(name)),
  ],
  [
    "google-older",
    (names) =>
      names.has("givenname") &&
      ["email1type", "phone1type", "groupmembership", "yominame"].some((name) => names.has(name)),
  ],
  ["linkedin", (names) => names.has("firstname") && names.has("connectedon")],
  ["zetkin", (names) => names.has("firstname") && names.has("extid")],
  ["employer", (names) => [...names].filter((name) => personnelNames.has(name)).length > 1],
];

const columnFor = (kind: TableKind, header: string): Column => {
  const plain = plainHeader(header);
  if (kind === "pledge") return { header, fills: ours.get(plain) ?? "passed-over" };
  const known = [programs[kind], anybodys].find((meanings) => Object.hasOwn(meanings, plain));
  return { header, ...(known?.[plain] ?? numberedMeaning(plain) ?? { fills: "passed-over" }) };
};

/**
 * What each column fills, as far as the header tells; what it does not tell is passed over, and so is
 * a second column for the same thing. Case, accents, spaces, `_` and `-` of the header do not matter.
 */
export const mappingFor = (header: readonly string[]): Mapping => {
  const names = new Set(header.map(plainHeader).filter((name) => name !== ""));
  const kind = signs.find(([, fits]) => fits(names))?.[0] ?? "unknown";
  return { v: 1, kind, columns: withoutDoubles(header.map((cell) => columnFor(kind, cell))) };
};
