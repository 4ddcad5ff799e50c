/** Of the values those that `others` does not hold, or not as often: two and two is nothing, two and one is one. */
export const leftOver = (some: readonly string[], others: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const value of others) left.set(value, (left.get(value) ?? 0) + 1);
  return some.filter((value) => {
    const times = left.get(value) ?? 0;
    left.set(value, times - 1);
    return times <= 0;
  });
};
