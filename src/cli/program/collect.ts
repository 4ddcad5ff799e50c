/** Gathers an option that may be given more than once, in order. */
export const collect = (one: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  one,
];
