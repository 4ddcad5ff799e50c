import type { ActionKey, TeamKey } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { PledgeGroup } from "../../domain/pledges/active-set.ts";
import type { ActionStates } from "../../domain/pledges/readiness.ts";
import { unconditional } from "../../domain/pledges/pledge.ts";
import type { Condition, Pledge } from "../../domain/pledges/pledge.ts";
import type { PledgeStore } from "../../domain/pledges/store.ts";
import { ours } from "./ours.ts";
import type { Sql } from "./sql.ts";

export interface ConditionRow {
  readonly condition: Condition["kind"];
  readonly amount: number | null;
}

export interface PledgeRow extends ConditionRow {
  readonly person: PersonId;
  readonly action: ActionKey;
  readonly display: Pledge["display"];
  readonly state: Pledge["state"];
  readonly since: Day;
}

export const pledgeColumns = "person, action, condition, amount, display, state, since";

export const rowToCondition = ({ condition, amount }: ConditionRow): Condition => {
  switch (condition) {
    case "none":
      return unconditional;
    case "at-least-percent":
      return { kind: condition, percent: amount ?? 0 };
    default:
      return { kind: condition, people: amount ?? 0 };
  }
};

const amountOf = (condition: Condition): number | null => {
  if (condition.kind === "none") return null;
  return condition.kind === "at-least-percent" ? condition.percent : condition.people;
};

export const rowToPledge = (row: PledgeRow): Pledge => ({
  person: row.person,
  action: row.action,
  condition: rowToCondition(row),
  display: row.display,
  state: row.state,
  since: row.since,
});

/** As `isLive` has it. */
export const live = "state NOT IN ('withdrawn', 'lapsed')";

// Counted: a worker of the unit whose pledge stands. Supervisors are in no count.
const liveAndCounted = `${live} AND supervisor = 'no' AND supporter = 0 AND ${ours}`;

const groupsByAction = (sql: Sql): Map<ActionKey, PledgeGroup[]> => {
  const rows = sql.all<
    ConditionRow & {
      readonly action: ActionKey;
      readonly team: TeamKey | null;
      readonly people: number;
    }
  >(
    `SELECT action, condition, amount, team, count(*) AS people
     FROM pledges JOIN people ON people.id = pledges.person
     WHERE ${liveAndCounted}
     GROUP BY action, condition, amount, team`,
  );
  const groups = new Map<ActionKey, PledgeGroup[]>();
  for (const row of rows) {
    const group = {
      condition: rowToCondition(row),
      ...(row.team === null ? {} : { team: row.team }),
      people: row.people,
    };
    groups.set(row.action, [...(groups.get(row.action) ?? []), group]);
  }
  return groups;
};

const peopleByTeam = (sql: Sql): ReadonlyMap<TeamKey, number> =>
  new Map(
    sql
      .all<{ readonly team: TeamKey; readonly people: number }>(
        `SELECT team, count(DISTINCT person) AS people
         FROM pledges JOIN people ON people.id = pledges.person
         WHERE ${liveAndCounted} AND team IS NOT NULL GROUP BY team`,
      )
      .map(({ team, people }) => [team, people]),
  );

const statesByAction = (sql: Sql): ReadonlyMap<ActionKey, ActionStates> =>
  new Map(
    sql
      .all<ActionStates & { readonly action: ActionKey }>(
        `SELECT action, sum(state = 'confirmed') AS confirmed, sum(state = 'done') AS done
         FROM pledges JOIN people ON people.id = pledges.person
         WHERE ${liveAndCounted} GROUP BY action`,
      )
      .map(({ action, confirmed, done }) => [action, { confirmed, done }]),
  );

const historyOf = (sql: Sql, person: PersonId): readonly Pledge[] =>
  sql
    .all<PledgeRow>(
      `SELECT ${pledgeColumns} FROM pledge_changes WHERE person = ? ORDER BY id`,
      person,
    )
    .map(rowToPledge);

const rowOf = ({ person, action, condition, display, state, since }: Pledge) =>
  [person, action, condition.kind, amountOf(condition), display, state, since] as const;

/** The pledge as it stands, without a change in the history. */
export const keepPledge = (sql: Sql, pledge: Pledge): void => {
  sql.run(
    `INSERT INTO pledges (${pledgeColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (person, action) DO UPDATE SET condition = excluded.condition, amount = excluded.amount,
       display = excluded.display, state = excluded.state, since = excluded.since`,
    ...rowOf(pledge),
  );
};

/** A change in the history, whatever stands now. */
export const appendChange = (sql: Sql, pledge: Pledge): void => {
  sql.run(
    `INSERT INTO pledge_changes (${pledgeColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...rowOf(pledge),
  );
};

export const createPledgeStore = (sql: Sql): PledgeStore => ({
  put: (pledge) => {
    keepPledge(sql, pledge);
    appendChange(sql, pledge);
  },
  history: (person) => historyOf(sql, person),
  of: (person) =>
    sql
      .all<PledgeRow>(
        `SELECT ${pledgeColumns} FROM pledges WHERE person = ? ORDER BY action`,
        person,
      )
      .map(rowToPledge),
  counts: () => ({
    groups: groupsByAction(sql),
    peopleByTeam: peopleByTeam(sql),
    supporters:
      sql.get<{ readonly n: number }>(
        `SELECT count(DISTINCT person) AS n FROM pledges JOIN people ON people.id = pledges.person
         WHERE ${live} AND supervisor = 'no' AND supporter = 1 AND ${ours}`,
      )?.n ?? 0,
  }),
  states: () => statesByAction(sql),
  isKnown: (action) =>
    sql.get("SELECT 1 FROM pledges WHERE action = ? LIMIT 1", action) !== undefined,
  live: (action) =>
    sql.get<{ readonly n: number }>(
      `SELECT count(*) AS n FROM pledges JOIN people ON people.id = pledges.person
       WHERE action = ? AND ${liveAndCounted}`,
      action,
    )?.n ?? 0,
});
