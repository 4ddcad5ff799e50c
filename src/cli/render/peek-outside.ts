/** What a file tells whoever finds it, in sentences. */
import { parseHandle } from "../../domain/committee/handle.ts";
import type { PublishedCount } from "../../domain/counts/count.ts";
import type { Receipts } from "../../domain/counts/receipts.ts";
import { groupedFingerprint } from "../../domain/sealing/certificate.ts";
import type { Certificate } from "../../domain/sealing/certificate.ts";
import { smallestPasted } from "../../domain/sealing/padding.ts";
import type { Outside } from "../../domain/sealing/ports.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { Peeked } from "../../usecases/peek-file.ts";
import type { Told } from "./peek.ts";

/** No line of a tally takes fewer bytes, and no first line; so at most so many people are in so much room. */
const leastLine = 95;
const leastHead = 500;

const inKib = (bytes: number): string => `${grouped(Math.max(1, Math.round(bytes / 1024)))} KiB`;

const toldReaders = (readers: Outside["readers"]): string => {
  const named = readers.flatMap((reader) => reader ?? []);
  const one = readers.length === 1;
  const begun = `It shows that ${counted(readers.length, "key", "keys")} can open it`;
  if (named.length === 0) return `${begun}, but not whose ${one ? "it is" : "they are"}.`;
  const which =
    named.length === readers.length ? "which" : `which ${grouped(named.length)} of them are`;
  const ids = named.map((id) => id.toUpperCase()).join(", ");
  return `${begun}, and ${which}: ${ids}. Whoever has seen the certificates of your committee knows whose ${one ? "it is" : "they are"}.`;
};

const toldLength = (sealedBytes: number, room: number | undefined): readonly string[] => {
  if (room === undefined)
    return [
      `What is in it is about ${inKib(sealedBytes)} long. That is none of the lengths that pledge fills up to.`,
    ];
  const people = Math.floor((room - leastHead) / leastLine);
  return [
    room === smallestPasted
      ? "What is in it was filled up to 1 KiB. Only what somebody without a vault tells an organizer (pledge add --to) is so short."
      : `What is in it was filled up to ${inKib(room)}, so its length says little: if it is a tally, there are at most ${grouped(people)} people in it.`,
    "It does not name pledge, but its length is one that pledge fills up to.",
  ];
};

const toldMessage = (
  { readers, sealedBytes }: Outside,
  room: number | undefined,
): readonly string[] => [
  "It is encrypted: without the key of a reader nobody learns what is in it, who wrote it, or for which campaign.",
  toldReaders(readers),
  ...toldLength(sealedBytes, room),
  "It shows no day and no time. When it was sent, by whom and to whom, the way it travels may tell.",
];

const isOurs = ({ userIds: [first, ...others] }: Certificate): boolean =>
  first !== undefined && others.length === 0 && parseHandle(first) !== undefined;

const toldCertificate = (certificate: Certificate, attests: boolean): readonly string[] => {
  const { userIds, fingerprint, madeOn } = certificate;
  const called = userIds.map((id) => showable(id));
  return [
    attests
      ? "It is a join file, for whoever invites its owner; everybody can read it."
      : "It is a certificate: everybody may have it, and everybody can read it.",
    isOurs(certificate)
      ? `It calls its owner ${called.join()}, and says nothing else of her.`
      : `It says whose it is: ${called.join("; ") || "nobody"}. Every member of a committee that it is let into will read that.`,
    `Its key was made on ${madeOn}. Its fingerprint is ${groupedFingerprint(fingerprint)}.`,
    "With it anybody can encrypt a file to its owner, and check that a file is from her.",
    ...(attests
      ? [
          "Beside it is her key for attesting letters: whoever has this file knows which public letters she attested.",
        ]
      : []),
  ];
};

const toldCount = (count: PublishedCount): readonly string[] => [
  `It is count number ${grouped(count.number)}, published for anybody to read, in plain text: how many at ${showable(count.employer)} pledged what, as of ${count.on}.`,
  "Its numbers are whole fives. As pledge makes them, nobody can be worked out of them, nor out of this count and the ones before.",
  "It names the campaign, and carries a random number that lists of receipts have too. It does not name who published it; the signature beside it is by a key that members know.",
];

const toldReceipts = ({ entries, on }: Receipts): readonly string[] => [
  `It is a list of receipts of ${on}, with ${grouped(entries.length)} entries. Some of them are nobody's, so the length is no count.`,
  "Whoever holds a pledge code can see whether it is in the list; without a code nobody learns anything of anybody from it, nor from two of them.",
];

const toldOther = (text: boolean): readonly string[] =>
  text
    ? ["It is plain text: whoever finds it reads all that is in it."]
    : [
        "It is none of the files that pledge sends, or it is damaged. Whether others can read it, pledge cannot tell.",
      ];

/** What the file shows to whoever finds it. */
export const toldOutside = (peeked: Peeked): Told => {
  const nobodyElse = { member: [], memberWithStaffList: [] };
  switch (peeked.kind) {
    case "message":
      return {
        kind: "encrypted",
        stranger: toldMessage(peeked.outside, peeked.room),
        ...nobodyElse,
      };
    case "certificate":
      return {
        kind: isOurs(peeked.certificate) ? "join" : "certificate",
        stranger: toldCertificate(peeked.certificate, peeked.attests),
        ...nobodyElse,
      };
    case "backup":
      return {
        kind: "backup",
        stranger: [
          "It is the backup of a vault, and says so at its beginning.",
          `It is ${inKib(peeked.size)} long, so one can guess whether tens or thousands of people are in it.`,
          "It shows how slow it is to try a passphrase, and what else opens it: recovery words, a key file, shares of a key. All else is encrypted.",
          "Whoever has it can try passphrases for as long as she likes. Six random words hold; a short passphrase does not.",
        ],
        ...nobodyElse,
      };
    case "open-share": {
      const { number, set } = peeked.share;
      return {
        kind: "open-share",
        stranger: [
          `It is share ${number} of ${set.of} of the recovery key of a vault, in plain text.`,
          `Any ${set.need} of them open that vault, wherever a copy of it is. This one alone opens nothing, and says nothing of whose it is.`,
        ],
        ...nobodyElse,
      };
    }
    case "count":
      return { kind: "count", stranger: toldCount(peeked.count), ...nobodyElse };
    case "receipts":
      return { kind: "receipts", stranger: toldReceipts(peeked.receipts), ...nobodyElse };
    case "other":
      return {
        kind: "other",
        stranger: toldOther(peeked.text),
        ...nobodyElse,
      };
    default:
      return peeked satisfies never;
  }
};
