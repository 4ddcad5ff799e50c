/** A file whose outer form is changed: the headers, breaks and checksum of an armor, or the packets of a binary file. */
import { concat, framedAnyhow, packet } from "../adapters/openpgp/by-hand.ts";
import { chance } from "./damage.ts";
import type { Below, Damaged } from "./damage.ts";
import { packetsOf } from "./what-counts.ts";

type Change = readonly [what: string, change: (text: string, below: Below) => string];

const putAt = (text: string, at: number, more: string): string =>
  text.slice(0, at) + more + text.slice(at);

const oneOf = (below: Below, choices: readonly string[]): string =>
  choices[below(choices.length)] ?? "";

/** Places of a part of the text, of which one is taken. */
const somewhere = (text: string, part: string, below: Below): number => {
  const places = [...text.matchAll(new RegExp(part, "gu"))].map(({ index }) => index);
  return places[below(places.length)] ?? 0;
};

const white = [" ", "\t", "\r", "\n", "\r\n", "\f", "\v", "\u00A0", "\u2028", "\u200B", "\0"];

const headers = [
  "Comment: sent from a phone\n",
  "Version: GnuPG v2\n",
  "Hash: SHA256\n",
  "Charset: ISO-8859-1\n",
  "MessageID: 00000000000000000000000000000000\n",
  "Comment\n",
  "comment: in lower case\n",
  "Comment: \u001B[2J\n",
  "Comment: -----END PGP MESSAGE-----\n",
  "X: y\n",
  " \t\n",
  "no header\n",
];

const changes: readonly Change[] = [
  ["breaks of Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["breaks of old Macs", (text) => text.replaceAll("\n", "\r")],
  [
    "no break",
    (text, below) => {
      const at = somewhere(text, "\n", below);
      return text.slice(0, at) + text.slice(at + 1);
    },
  ],
  ["no breaks in the middle", (text) => text.replaceAll(/(?<=[\w+/]{20})\n(?=[\w+/]{20})/gu, "")],
  ["white space", (text, below) => putAt(text, below(text.length), oneOf(below, white))],
  [
    "white space at a break",
    (text, below) => putAt(text, somewhere(text, "\n", below) + below(2), oneOf(below, white)),
  ],
  [
    "white space around",
    (text, below) => oneOf(below, white) + text + oneOf(below, white).repeat(1 + below(3)),
  ],
  ["a header", (text, below) => putAt(text, text.indexOf("\n") + 1, oneOf(below, headers))],
  [
    "many headers",
    (text, below) =>
      putAt(text, text.indexOf("\n") + 1, oneOf(below, headers).repeat(1 + below(2000))),
  ],
  ["no empty line", (text) => text.replace("\n\n", "\n")],
  ["no checksum", (text) => text.replace(/\n=[\w+/]{4}\n/u, "\n")],
  [
    "another checksum",
    (text, below) =>
      text.replace(/\n=[\w+/]{4}\n/u, `\n=${oneOf(below, ["AAAA", "twTO", "AAA", "=AAA", ""])}\n`),
  ],
  ["padding", (text, below) => putAt(text, somewhere(text, "\n", below), "=".repeat(1 + below(3)))],
  [
    "other dashes",
    (text, below) => putAt(text, somewhere(text, "-", below), oneOf(below, ["-", "–", " "])),
  ],
  [
    "another title",
    (text, below) =>
      text.replaceAll(
        /PGP [A-Z ]+(?=-----)/gu,
        `PGP ${oneOf(below, ["MESSAGE", "PUBLIC KEY BLOCK", "PRIVATE KEY BLOCK", "SIGNATURE", "MESSAGE, PART 1/2", "SIGNED MESSAGE"])}`,
      ),
  ],
  ["no end", (text) => text.slice(0, text.indexOf("-----END"))],
  ["no beginning", (text) => text.slice(text.indexOf("\n") + 1)],
  ["text before", (text) => `Hello,\n${text}`],
  ["text behind", (text) => `${text}Bye\n`],
  ["twice", (text) => text + text],
  ["quoted", (text, below) => text.replaceAll(/^/gmu, oneOf(below, ["> ", "  ", ">> ", "| "]))],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["wide characters", (text) => [...text].join("\0")],
  ["another alphabet", (text) => text.replaceAll("+", "-").replaceAll(/(?<=\w)\/(?=\w)/gu, "_")],
  [
    "two lines exchanged",
    (text, below) => {
      const lines = text.split("\n");
      const [a, b] = [below(lines.length), below(lines.length)];
      return lines.map((line, at) => (at === a ? lines[b] : at === b ? lines[a] : line)).join("\n");
    },
  ],
];

/** 256 blocks, each changed in one way or in two. */
export const rearrangedArmor = (armored: Uint8Array, seed: number): readonly Damaged[] => {
  const below = chance(seed);
  const text = new TextDecoder().decode(armored);
  return Array.from({ length: 256 }, (_, n) => {
    const all = [changes[n % changes.length], n < 128 ? undefined : changes[below(changes.length)]];
    const done = all.filter((change) => change !== undefined);
    const changed = done.reduce((before, [, change]) => change(before, below), text);
    return {
      what: done.map(([what]) => what).join(" and "),
      bytes: new TextEncoder().encode(changed),
    };
  });
};

/** 256 files of the same packets in other headers, in another order, some of them missing, twice, or another file's. */
export const rearrangedPackets = (
  file: Uint8Array,
  others: readonly Uint8Array[],
  seed: number,
): readonly Damaged[] => {
  const below = chance(seed);
  const packets = packetsOf(file) ?? [];
  const foreign = others.flatMap((other) => packetsOf(other) ?? []);
  const meaningless = [10, 12, 13, 17, 20, 21, 24, 60, 63, 3, 1, 9, 8, 11, 0];
  return Array.from({ length: 256 }, (_, n) => {
    const found = [...packets];
    const at = below(found.length);
    const [one] = found.splice(at, 1);
    if (one === undefined) throw new Error("a file without packets");
    const kept = [...found.slice(0, at), one, ...found.slice(at)];
    const other = foreign[below(foreign.length)] ?? one;
    const strange = {
      tag: meaningless[below(meaningless.length)] ?? 0,
      body: Buffer.alloc(below(40)),
    };
    const to = below(packets.length + 1);
    const put = (more: typeof one, into = kept) => [...into.slice(0, to), more, ...into.slice(to)];
    const kinds = [
      ["framed another way", kept],
      ["missing", found],
      ["twice", put(one)],
      [`moved to ${to}`, put(one, found)],
      [`another file's at ${to}`, put(other)],
      [`another file's instead`, [...found.slice(0, at), other, ...found.slice(at)]],
      [`a packet of type ${strange.tag} at ${to}`, put(strange)],
      [
        "of another type",
        [...found.slice(0, at), { ...one, tag: strange.tag }, ...found.slice(at)],
      ],
    ] as const;
    const [what, result] = kinds[n % kinds.length] ?? kinds[0];
    const style = n % kinds.length === 0 ? below(4) : 0;
    const bytes = concat(
      ...result.map((part, place) =>
        place === at && style > 0
          ? framedAnyhow(part.tag, part.body, style)
          : packet(part.tag, part.body),
      ),
    );
    return { what: `packet ${at}: ${what} (${style})`, bytes };
  });
};
