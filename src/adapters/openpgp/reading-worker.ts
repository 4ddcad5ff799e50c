/** The other end of `read-ahead.ts`: a thread that reads one file after another. Knows nothing but what it is sent. */
import { parentPort } from "node:worker_threads";
import { isArrayBuffer } from "node:util/types";

import type { Result } from "../../domain/result.ts";
import type { ReadFile } from "../../domain/tallies/reading.ts";
import { readSealed } from "./read-sealed.ts";

export interface Wanted {
  readonly id: number;
  readonly file: Uint8Array;
  readonly secret: Uint8Array;
}

export interface Answered {
  readonly id: number;
  readonly result: Awaited<ReturnType<typeof readSealed>>;
}

/** What is large and ours alone is handed over, not copied. */
const handedOver = (result: Result<ReadFile, unknown>): ArrayBuffer[] => {
  if (!result.ok) return [];
  const { payload, tally } = result.value;
  const lines = tally?.ok === true ? [tally.value.lines.tokens, tally.value.lines.which] : [];
  return [...new Set([payload, ...lines].map(({ buffer }) => buffer))].filter((buffer) =>
    isArrayBuffer(buffer),
  );
};

parentPort?.on("message", (wanted: Wanted) => {
  void (async () => {
    const result = await readSealed(wanted.file, wanted.secret);
    const answered: Answered = { id: wanted.id, result };
    parentPort?.postMessage(answered, handedOver(result));
  })();
});
