/**
 * An order that says nothing: that of a seed, and of nothing about who signed or when. Each order is as
 * likely as any other, as far as 32 bytes tell them apart, and the same seed gives the same one again.
 *
 * A number is drawn from SHA-256 over the seed and a counter, eight of 32 bits a block. One that would
 * make the first places likelier than the last (the rest of 2^32 by the number of places) is drawn again.
 */
import type { Sha256 } from "../ports.ts";
import type { SignatoryList } from "./signatories.ts";

/** The bytes of a seed: more than anybody can try out. */
export const seedLength = 32;

const range = 2 ** 32;

/** Numbers below a limit, each as likely as any other; `limit` is at most 2^32. */
const drawing = (seed: Uint8Array, sha256: Sha256): ((limit: number) => number) => {
  const input = new Uint8Array(seed.length + 4);
  input.set(seed);
  const counter = new DataView(input.buffer, seed.length);
  let blocks = 0;
  let block: DataView = new DataView(new ArrayBuffer(0));
  let taken = 0;
  const next = (): number => {
    if (taken === block.byteLength) {
      counter.setUint32(0, blocks);
      blocks += 1;
      const { buffer, byteOffset, byteLength } = sha256(input);
      block = new DataView(buffer, byteOffset, byteLength);
      taken = 0;
    }
    const number = block.getUint32(taken);
    taken += 4;
    return number;
  };
  return (limit) => {
    const even = range - (range % limit);
    for (;;) {
      const number = next();
      if (number < even) return number % limit;
    }
  };
};

/** Fisher-Yates, from the last place to the first. */
const shuffledBy = <Item>(
  items: readonly Item[],
  draw: (limit: number) => number,
): readonly Item[] => {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
};

/** The items in the order of the seed. The order that they are given in counts: it must say nothing either. */
export const shuffled = <Item>(
  items: readonly Item[],
  seed: Uint8Array,
  sha256: Sha256,
): readonly Item[] => shuffledBy(items, drawing(seed, sha256));

/**
 * The same list in the order of the seed: names, roles and supporters each for themselves. Equal roles stay
 * together, so that a role of many is as likely to come last as one of few.
 */
export const shuffledList = (
  { named, roles, supporters, ...rest }: SignatoryList,
  seed: Uint8Array,
  sha256: Sha256,
): SignatoryList => {
  const draw = drawing(seed, sha256);
  const times = new Map<string, number>();
  for (const role of roles) times.set(role, (times.get(role) ?? 0) + 1);
  return {
    ...rest,
    named: shuffledBy(named, draw),
    roles: shuffledBy([...times], draw).flatMap(([role, people]) =>
      Array.from({ length: people }, () => role),
    ),
    supporters: { ...supporters, named: shuffledBy(supporters.named, draw) },
  };
};
