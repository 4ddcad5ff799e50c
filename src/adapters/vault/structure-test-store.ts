import type {
  StructureTest,
  StructureTestStore,
  Tick,
} from "../../domain/structure-tests/structure-test.ts";
import { markErasing } from "./scrub.ts";
import type { Sql } from "./sql.ts";

const tests = "SELECT test AS name, ask, begun_on AS begunOn FROM structure_tests";

export const createStructureTestStore = (sql: Sql): StructureTestStore => ({
  all: () => sql.all<StructureTest>(`${tests} ORDER BY begun_on DESC, test`),
  byName: (name) => sql.get<StructureTest>(`${tests} WHERE test = ?`, name),
  add: ({ name, ask, begunOn }) => {
    sql.run(
      "INSERT INTO structure_tests (test, ask, begun_on) VALUES (?, ?, ?)",
      name,
      ask,
      begunOn,
    );
  },
  remove: (name) => {
    // Who said no to what is worth erasing as a person is.
    if (sql.run("DELETE FROM structure_tests WHERE test = ?", name) > 0) markErasing(sql);
  },
  tick: (name, { person, step, day }) => {
    sql.run(
      "INSERT INTO structure_ticks (test, person, step, day) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      name,
      person,
      step,
      day,
    );
  },
  ticks: (name) =>
    sql.all<Tick>("SELECT person, step, day FROM structure_ticks WHERE test = ? ORDER BY id", name),
});
