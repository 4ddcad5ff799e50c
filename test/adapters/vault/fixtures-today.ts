/** Tables of older vaults whose rows the schema of today has in another form: what to read instead of them. */
const otherwise: Readonly<Record<string, string>> = {
  openings: `(SELECT line.value ->> 0 AS token, one.key AS person, unhex(line.value ->> 1) AS salt
    FROM openings, json_each(people) AS one, json_each(one.value) AS line ORDER BY token)`,
};

/** What has the rows of that table, for the FROM of a query. */
export const rowsNow = (table: string): string => otherwise[table] ?? table;
