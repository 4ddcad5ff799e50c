import { sameSelection } from "../../domain/tallies/left-out.ts";
import type { LeftOut, LeftOutStore } from "../../domain/tallies/left-out.ts";
import type { Sql } from "./sql.ts";

interface Row {
  readonly id: number;
  readonly signer: LeftOut["from"];
  readonly incarnation: NonNullable<LeftOut["incarnation"]> | null;
  readonly sha256: NonNullable<LeftOut["sha256"]> | null;
  readonly team: NonNullable<LeftOut["team"]> | null;
  readonly reason: string;
  readonly day: LeftOut["on"];
}

const rows = (sql: Sql): readonly Row[] =>
  sql.all<Row>(
    "SELECT id, signer, incarnation, sha256, team, reason, day FROM left_out ORDER BY id",
  );

const leftOutOf = ({ signer, incarnation, sha256, team, reason, day }: Row): LeftOut => ({
  from: signer,
  ...(incarnation === null ? {} : { incarnation }),
  ...(sha256 === null ? {} : { sha256 }),
  ...(team === null ? {} : { team }),
  reason,
  on: day,
});

export const createLeftOutStore = (sql: Sql): LeftOutStore => {
  const remove: LeftOutStore["remove"] = (selection) =>
    rows(sql)
      .filter((row) => sameSelection(leftOutOf(row), selection))
      .map(({ id }) => sql.run("DELETE FROM left_out WHERE id = ?", id)).length > 0;
  return {
    all: () => rows(sql).map(leftOutOf),
    add: (one) => {
      remove(one);
      sql.run(
        "INSERT INTO left_out (signer, incarnation, sha256, team, reason, day) VALUES (?, ?, ?, ?, ?, ?)",
        one.from,
        one.incarnation ?? null,
        one.sha256 ?? null,
        one.team ?? null,
        one.reason,
        one.on,
      );
    },
    remove,
  };
};
