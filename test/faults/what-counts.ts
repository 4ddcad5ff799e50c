/**
 * What of a file counts for the one who reads it, worked out by hand and sharing nothing with `src`. A changed file may
 * be taken in only where all of that is as it was: the change is then in what another reader is given, in
 * the few bits of our own part that mean nothing, or in the white space and headers of the armor.
 */

interface Packet {
  readonly tag: number;
  readonly body: Buffer;
}

const title = { message: "MESSAGE", certificate: "PUBLIC KEY BLOCK" } as const;

export type Sort = keyof typeof title;

/** RFC 9580 §4.2 without parts and without packets of no length; nothing where the bytes are not whole packets. */
export const packetsOf = (bytes: Uint8Array): readonly Packet[] | undefined => {
  const file = Buffer.from(bytes);
  const found: Packet[] = [];
  for (let at = 0; at < file.length;) {
    const head = file[at] ?? 0;
    const first = file[at + 1] ?? 0;
    const old = head < 0xc0;
    const tag = old ? (head >> 2) & 15 : head & 63;
    let octets = old ? [1, 2, 4][head & 3] : 1;
    if (!old && first >= 192) octets = first === 255 ? 5 : 2;
    if (head < 0x80 || octets === undefined || (!old && first >= 224 && first < 255))
      return undefined;
    const from = at + 1 + octets;
    if (from > file.length) return undefined;
    let length = first;
    if (old) length = file.readUIntBE(at + 1, octets);
    else if (octets === 2) length = (first - 192) * 256 + (file[at + 2] ?? 0) + 192;
    else if (octets === 5) length = file.readUInt32BE(at + 2);
    at = from + length;
    if (at > file.length) return undefined;
    found.push({ tag, body: file.subarray(from, at) });
  }
  return found;
};

/** §6: one block and nothing around it but white space, any `Comment` and `Version`, any line breaks, a checksum or none. */
const unarmored = (text: string, sort: Sort): Buffer | undefined => {
  const block = new RegExp(
    `^\\s*-----BEGIN PGP ${title[sort]}-----[ \\t]*\\r?\\n(?:(?:Comment|Version):[^\\r\\n]*\\r?\\n)*[ \\t]*\\r?\\n([^]*)\\n-----END PGP ${title[sort]}-----\\s*$`,
    "u",
  );
  const packed = block.exec(text)?.[1]?.replaceAll(/[ \t\r\n]/gu, "");
  const [, base64] = /^([A-Za-z0-9+/]+={0,2}?)(?:=[A-Za-z0-9+/]{4})?$/u.exec(packed ?? "") ?? [];
  return base64 === undefined || base64.length % 4 !== 0
    ? undefined
    : Buffer.from(base64, "base64");
};

/** What comes by a messenger: text around the block, and quotation marks before its lines. */
const pasted = (text: string): string => {
  const [block = ""] =
    /-----BEGIN PGP MESSAGE-----[^]*?-----END PGP MESSAGE-----/u.exec(text) ?? [];
  return block
    .split("\n")
    .map((line) => line.replace(/^[\s>]+/u, "").trimEnd())
    .join("\n");
};

const contentsOf = (file: Uint8Array, sort: Sort, isPasted: boolean): readonly Packet[] => {
  const text = new TextDecoder().decode(file);
  const packets = packetsOf(unarmored(isPasted ? pasted(text) : text, sort) ?? file);
  return packets ?? [];
};

/**
 * §5.1.5, §11.3: our session key. Of the octets before the number the number of bits may be any that makes 33
 * octets, and X25519 leaves the highest bit of the last one out (RFC 7748 §5).
 */
const ownPart = (body: Buffer): string => {
  const copy = Buffer.from(body);
  if ((copy[11] ?? 0) >= 1 && (copy[11] ?? 0) <= 8) copy[11] = 7;
  copy[44] = (copy[44] ?? 0) & 0x7f;
  return copy.toString("hex");
};

/** Where in the body of a packet of a certificate the numbers of §3.2 begin; nothing for one without any. */
const numbersFrom = ({ tag, body }: Packet): number | undefined => {
  if (tag === 6 || tag === 14) return 7 + (body[6] ?? 0);
  if (tag !== 2 || body.length < 10) return undefined;
  const unhashed = 6 + body.readUInt16BE(4);
  return unhashed + 2 > body.length ? undefined : unhashed + 2 + body.readUInt16BE(unhashed) + 2;
};

/** A packet of a certificate in which each number of §3.2 says how many octets it has, and not how many bits. */
const partOf = (packet: Packet): string => {
  const { tag, body } = packet;
  const parts: (number | string)[] = [tag];
  const start = numbersFrom(packet) ?? body.length;
  parts.push(body.toString("hex", 0, start));
  for (let at = start; at < body.length;) {
    const end = at + 2 + Math.ceil((at + 2 > body.length ? 0 : body.readUInt16BE(at)) / 8);
    parts.push(body.toString("hex", Math.min(at + 2, body.length), end));
    at = end;
  }
  return parts.join(" ");
};

/** What the holder of a certificate says in it: each packet of it once, in any order. */
export const saidIn = (certificate: Uint8Array): string =>
  [...new Set((packetsOf(certificate) ?? []).map(partOf))].toSorted().join("\n");

/** Whether a file may be taken in for the original one. `own` is the place of our session key among the packets. */
export const sameForUs = (
  original: Uint8Array,
  plan: { readonly sort: Sort; readonly own: number; readonly isPasted?: boolean },
): ((file: Uint8Array) => boolean) => {
  const first = packetsOf(original) ?? [];
  const needed = first.map(partOf);
  const ours = ownPart(first[plan.own]?.body ?? Buffer.alloc(0));
  const sealed = first.at(-1)?.body ?? Buffer.alloc(0);
  return (file) => {
    const packets = contentsOf(file, plan.sort, plan.isPasted ?? false);
    if (plan.sort === "certificate") {
      const parts = packets.map(partOf);
      return needed.every((part) => parts.includes(part));
    }
    const last = packets.at(-1);
    const before = packets.slice(0, -1);
    return (
      last?.tag === 18 &&
      last.body.equals(sealed) &&
      before.every(({ tag }) => tag === 1) &&
      before.some(({ body }) => body.length === 94 && ownPart(body) === ours)
    );
  };
};
