/** Shares put together as docs/vault-format.md says, without the library that made them. */

/** Multiplication of GF(256) with the polynomial of AES, 0x11b, bit by bit. */
const times = (a: number, b: number): number => {
  let product = 0;
  for (let [left, right] = [a, b]; right > 0; right >>= 1) {
    if ((right & 1) === 1) product ^= left;
    left = (left << 1) ^ ((left & 0x80) === 0 ? 0 : 0x11b);
  }
  return product;
};

/** a to the power of 254, which is its inverse. */
const inverse = (a: number): number => {
  let power = 1;
  for (let n = 0; n < 254; n += 1) power = times(power, a);
  return power;
};

/** The value at 0 of the polynomials that go through the shares; the last byte of a share is where it lies. */
export const combinedByHand = (shares: readonly Uint8Array[]): Uint8Array => {
  const places = shares.map((share) => share.at(-1) ?? 0);
  const weights = places.map((x, index) =>
    places
      .filter((_, other) => other !== index)
      .reduce((weight, y) => times(weight, times(y, inverse(x ^ y))), 1),
  );
  const length = (shares[0]?.length ?? 1) - 1;
  return Uint8Array.from({ length }, (_, at) =>
    shares.reduce((sum, share, index) => sum ^ times(share[at] ?? 0, weights[index] ?? 0), 0),
  );
};
