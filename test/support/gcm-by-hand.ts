/** AES-256-GCM as NIST SP 800-38D has it, on AES of one block alone: a second implementation of the mode. Slow, and for keys of tests only. */
import { createCipheriv } from "node:crypto";

const blockSize = 16;

/** One block under AES-256. */
const aes = (key: Uint8Array, block: Uint8Array): Buffer => {
  const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
};

const asNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);

const asBlock = (value: bigint): Buffer =>
  Buffer.from(value.toString(16).padStart(2 * blockSize, "0"), "hex");

/** In GF(2^128), bits in the order of section 6.3. */
const times = (a: bigint, b: bigint): bigint => {
  let [product, shifted] = [0n, b];
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if (((a >> bit) & 1n) === 1n) product ^= shifted;
    shifted = (shifted & 1n) === 1n ? (shifted >> 1n) ^ (0xe1n << 120n) : shifted >> 1n;
  }
  return product;
};

const blocksOf = (bytes: Uint8Array): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / blockSize) }, (_, index) => {
    const block = Buffer.alloc(blockSize);
    block.set(bytes.subarray(index * blockSize, (index + 1) * blockSize));
    return block;
  });

const lengths = (associated: Uint8Array, text: Uint8Array): Buffer => {
  const block = Buffer.alloc(blockSize);
  block.writeBigUInt64BE(BigInt(associated.length * 8), 0);
  block.writeBigUInt64BE(BigInt(text.length * 8), 8);
  return block;
};

const exclusiveOr = (a: Uint8Array, b: Uint8Array): Buffer =>
  Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)));

export interface Sealed {
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** `iv` has 12 bytes. */
export const gcmByHand = (
  key: Uint8Array,
  iv: Uint8Array,
  plaintext: Uint8Array,
  associated: Uint8Array,
): Sealed => {
  const counter = (n: number): Buffer => {
    const block = Buffer.alloc(blockSize);
    block.set(iv);
    block.writeUInt32BE(n, 12);
    return aes(key, block);
  };
  const ciphertext = Buffer.concat(
    blocksOf(plaintext).map((block, index) => exclusiveOr(block, counter(index + 2))),
  ).subarray(0, plaintext.length);
  const subkey = asNumber(aes(key, Buffer.alloc(blockSize)));
  const hash = [...blocksOf(associated), ...blocksOf(ciphertext), lengths(associated, ciphertext)]
    .map(asNumber)
    .reduce((sum, block) => times(sum ^ block, subkey), 0n);
  return { ciphertext, tag: exclusiveOr(asBlock(hash), counter(1)) };
};
