/** What a letter states of people, against what can be shown of them: never more. */
import { leftOver } from "./left-over.ts";
import type { Others, SignatoryLine, SignatoryList } from "./signatories.ts";

/** People whom a list stands for, at the least. */
export interface AtLeast {
  readonly workers: number;
  readonly supporters: number;
}

const leastOf = ({ people, moreThan }: Others): number => people + Number(moreThan);

export const atLeast = ({ named, roles, others, supporters }: SignatoryList): AtLeast => ({
  workers: named.length + roles.length + leastOf(others),
  supporters: supporters.named.length + leastOf(supporters.others),
});

const lineKey = ({ name, role }: SignatoryLine): string => JSON.stringify([name, role ?? null]);

/** Whether each value stands in `shown` at least as often as it does in `stated`. */
const isWithin = (stated: readonly string[], shown: readonly string[]): boolean =>
  leftOver(stated, shown).length === 0;

/** Whether everybody whom `stated` shows by a line and all whom it counts can be shown by `shown`, workers and supporters each for themselves. */
export const isShownBy = (stated: SignatoryList, shown: SignatoryList): boolean => {
  const [claimed, there] = [atLeast(stated), atLeast(shown)];
  return (
    claimed.workers <= there.workers &&
    claimed.supporters <= there.supporters &&
    isWithin(stated.named.map(lineKey), shown.named.map(lineKey)) &&
    isWithin(stated.roles, shown.roles) &&
    isWithin(stated.supporters.named.map(lineKey), shown.supporters.named.map(lineKey))
  );
};
