/**
 * Which members an object of a payload may have, and what each may be. Hand-written, because a schema
 * library takes longer over the lines of a tally than reading and writing them together. Faults are
 * clauses made of our own words: nothing that stood in the file is in them.
 */
export interface Member {
  readonly name: string;
  readonly optional?: true;
  /** The clause that says what is wrong with the value; nothing when it is right. */
  readonly faultOf: (value: unknown) => string | undefined;
}

/** A member that is right when `is` says so. `called` goes on after "is not". */
export const member = (name: string, is: (value: unknown) => boolean, called: string): Member => ({
  name,
  faultOf: (value) => (is(value) ? undefined : `its "${name}" is not ${called}`),
});

export const optional = (one: Member): Member => ({ ...one, optional: true });

/** The members that an object may have. */
export interface Shape {
  readonly members: ReadonlyMap<string, Member>;
  readonly required: readonly string[];
}

export const shapeOf = (members: readonly Member[]): Shape => ({
  members: new Map(members.map((one) => [one.name, one])),
  required: members.filter((one) => one.optional !== true).map((one) => one.name),
});

/** What is wrong with a value that should be an object of this shape. */
export const faultIn = (value: unknown, { members, required }: Shape): string | undefined => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "it is not an object";
  const object = value as Readonly<Record<string, unknown>>;
  let found = 0;
  for (const name of Object.keys(object)) {
    const known = members.get(name);
    if (known === undefined) return "it has a member that the format does not know";
    const fault = known.faultOf(object[name]);
    if (fault !== undefined) return fault;
    if (known.optional !== true) found += 1;
  }
  if (found === required.length) return undefined;
  return `its "${required.find((name) => !Object.hasOwn(object, name))}" is missing`;
};

/** A member that is itself an object. */
export const nested = (name: string, shape: Shape): Member => ({
  name,
  faultOf: (value) => {
    const fault = faultIn(value, shape);
    return fault === undefined ? undefined : `in its "${name}": ${fault}`;
  },
});

interface ListRule<Item> {
  readonly least: number;
  readonly most: number;
  readonly faultOf: (item: unknown) => string | undefined;
  /** What the list is sorted by, in the order of UTF-16 code units; no two are the same. */
  readonly keyOf: (item: Item) => string;
}

/** A member that is a sorted list. It is counted before anything walks over it. */
export const sortedList = <Item>(name: string, rule: ListRule<Item>): Member => ({
  name,
  faultOf: (value) => {
    if (!Array.isArray(value)) return `its "${name}" is not a list`;
    if (value.length < rule.least || value.length > rule.most)
      return `its "${name}" is not a list of ${rule.least} to ${rule.most}`;
    let before: string | undefined;
    let place = 0;
    for (const item of value as readonly unknown[]) {
      place += 1;
      const fault = rule.faultOf(item);
      if (fault !== undefined) return `in place ${place} of its "${name}": ${fault}`;
      const key = rule.keyOf(item as Item);
      if (before !== undefined && key <= before)
        return `its "${name}" is not sorted, each one once`;
      before = key;
    }
    return undefined;
  },
});
