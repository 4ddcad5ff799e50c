/** The digest of all rows, made as docs/vault-format.md says it and without anything of `src/`. */
import { createHash } from "node:crypto";

import { rowsIn } from "./decrypted-image.ts";

type Row = Readonly<Record<string, string | number | null | Buffer>>;

const sha256 = (lines: readonly string[]): string =>
  createHash("sha256").update(lines.join("\n")).digest("hex");

const bytewise = (one: string | number, other: string | number): number =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));

const cell = (value: Row[string]): string | number | null =>
  Buffer.isBuffer(value) ? value.toString("hex").toUpperCase() : (value ?? null);

/** From [table, bucket] to the digest of the bucket, and the digest of those. */
export const strangersDigest = (
  image: Buffer,
): { readonly buckets: readonly (readonly [string, string, string])[]; readonly root: string } => {
  const tables = rowsIn(image, "SELECT name FROM sqlite_schema WHERE type = 'table'") as readonly {
    readonly name: string;
  }[];
  const buckets = tables
    .map(({ name }) => name)
    .filter((name) => name !== "meta" && name !== "row_digests")
    .flatMap((name) => {
      const columns = rowsIn(
        image,
        `SELECT name, pk FROM pragma_table_info('${name}')`,
      ) as readonly {
        readonly name: string;
        readonly pk: number;
      }[];
      const key = columns
        .filter(({ pk }) => pk > 0)
        .toSorted((one, other) => one.pk - other.pk)
        .map((column) => column.name);
      const order = name === "sqlite_sequence" ? ["name"] : key;
      const by = name.startsWith("snapshot_") ? "writer" : String(order[0]);
      const found = new Map<string, Row[]>();
      for (const row of rowsIn(image, `SELECT * FROM ${name}`) as readonly Row[]) {
        const value = row[by];
        const bucket =
          typeof value === "number" ? String(value >> 8) : [...String(value)].slice(0, 2).join("");
        found.set(bucket, [...(found.get(bucket) ?? []), row]);
      }
      return [...found].map(([bucket, rows]) => {
        const sorted = rows.toSorted(
          (one, other) =>
            order
              .map((column) => bytewise(one[column] as string, other[column] as string))
              .find((difference) => difference !== 0) ?? 0,
        );
        const lines = sorted.map((row) =>
          JSON.stringify(
            Object.entries(row)
              .filter(([column]) => name !== "snapshot_tops" || column !== "payload")
              .map(([, value]) => cell(value)),
          ),
        );
        return [name, bucket, sha256(lines)] as const;
      });
    })
    .toSorted((one, other) => bytewise(one[0], other[0]) || bytewise(one[1], other[1]));
  return { buckets, root: sha256(buckets.map((bucket) => JSON.stringify(bucket))) };
};
