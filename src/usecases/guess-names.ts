/**
 * What an employer would try with a committee's key, its tallies and the staff list: to find somebody's name
 * behind a line. Every guess is made the way files like these are often made, and must find nothing.
 */
import type { Hashes } from "../domain/ports.ts";
import type { Source, Tally } from "../domain/tallies/tally.ts";
import { fromBase64url, toBase64url } from "../domain/text/bytes.ts";
import { canonicalJson } from "../domain/text/canonical-json.ts";

const encoder = new TextEncoder();

/** Without accents: as a login or an address has it. */
const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

/** The ways in which a name is written down before it is hashed, each once. */
const spellings = (name: string): readonly string[] => {
  const folded = name.normalize("NFC").toLowerCase();
  const words = plain(folded).split(/\s+/u);
  const dotted = words.join(".");
  return [
    ...new Set([
      name,
      folded,
      words.join(" "),
      words.join(""),
      dotted,
      `${dotted}@example.com`,
      words.toReversed().join(" "),
      `${words[0]?.at(0) ?? ""}${words.at(-1) ?? ""}`,
    ]),
  ];
};

/** Everything in the tallies that a line's token or proof could have been keyed with, and is known to a member. */
const keysOf = (tallies: readonly Tally[]): readonly string[] => [
  ...new Set(
    tallies.flatMap(({ campaign, committee, from, incarnation }) => [
      campaign,
      committee.hash,
      from,
      incarnation,
    ]),
  ),
];

/** What a proof is made over (`docs/tally-format.md`), for each source once. */
const proofMessages = (sources: readonly Source[]): readonly Uint8Array[] =>
  [
    ...new Set(
      sources.map(({ from, incarnation }) => canonicalJson(["pledge/v1/proof", from, incarnation])),
    ),
  ].map((text) => encoder.encode(text));

const begunWith = (bytes: Uint8Array | undefined): number =>
  (bytes?.[0] ?? 0) * 256 + (bytes?.[1] ?? 0);

/** The names for which some guess gives a token or a proof of the tallies. */
export const namesGuessed = (
  { sha256, hmacSha256 }: Hashes,
  tallies: readonly Tally[],
  staff: readonly string[],
): readonly string[] => {
  const wanted = new Set(
    tallies.flatMap(({ lines }) => lines.flatMap(({ token, proof }) => [token as string, proof])),
  );
  const keys = keysOf(tallies).map((key) => ({ key, bytes: encoder.encode(key) }));
  const campaigns = [...new Set(tallies.map(({ campaign }) => campaign))];
  const messages = proofMessages(tallies);
  // Of millions of guesses few get past the two first bytes.
  const begins = new Set([...wanted].map((text) => begunWith(fromBase64url(text))));
  const isWanted = (digest: Uint8Array): boolean =>
    begins.has(begunWith(digest)) && wanted.has(toBase64url(digest.subarray(0, 16)));
  const isFound = (text: string): boolean => {
    const bytes = encoder.encode(text);
    return (
      isWanted(sha256(bytes)) ||
      // The name in the place of the code.
      campaigns.some((campaign) =>
        isWanted(sha256(encoder.encode(canonicalJson(["pledge/v1/token", campaign, text])))),
      ) ||
      messages.some((message) => isWanted(hmacSha256(bytes, message))) ||
      keys.some(
        ({ key, bytes: keyBytes }) =>
          isWanted(hmacSha256(keyBytes, bytes)) || isWanted(sha256(encoder.encode(key + text))),
      )
    );
  };
  return staff.filter((name) => spellings(name).some(isFound));
};
