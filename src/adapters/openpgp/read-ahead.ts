/**
 * Reads many files on several cores: a hundred tallies of 10,000 people take twelve seconds on one of them, and most of that is deciphering and
 * taking lines apart, which needs no vault. A few files are read here, sooner than a thread is up.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import type { ReadAhead, ReadSealed } from "../../domain/tallies/reading.ts";
import { readSealed } from "./read-sealed.ts";
import type { Answered, Wanted } from "./reading-worker.ts";

/** From so many on a thread is worth its start of a tenth of a second. */
const worthwhile = 8;

/** Each holds 60 MB. */
const mostThreads = 3;

/** From the sources, in tests, there is no file that a thread could run. */
const worker = import.meta.url.endsWith(".js")
  ? new URL("./reading-worker.js", import.meta.url)
  : undefined;

interface Waiting {
  readonly answer: (result: Answered["result"]) => void;
  readonly fail: (error: unknown) => void;
}

const here: ReadAhead = { read: readSealed, atOnce: 1, end: async () => {} };

const startThreads = (file: URL, count: number): ReadAhead => {
  const waiting = new Map<number, Waiting>();
  const failAll = (error: unknown): void => {
    for (const one of waiting.values()) one.fail(error);
    waiting.clear();
  };
  const threads = new Map<number, Worker>();
  /** Started when it is first needed: where all files but one are known again none is. */
  const threadAt = (place: number): Worker => {
    const known = threads.get(place);
    if (known !== undefined) return known;
    const thread = new Worker(file);
    thread.on("message", ({ id, result }: Answered) => {
      waiting.get(id)?.answer(result);
      waiting.delete(id);
    });
    thread.on("error", failAll);
    threads.set(place, thread);
    return thread;
  };
  let next = 0;
  let ended = false;
  const read: ReadSealed = (bytes, secret) => {
    const id = next;
    next += 1;
    // The first one here, meanwhile threads start for what comes after it: mostly only one file of a folder is new.
    if (ended || id === 0) return readSealed(bytes, secret);
    return new Promise((answer, fail) => {
      waiting.set(id, { answer, fail });
      const wanted: Wanted = { id, file: bytes, secret };
      threadAt(id % count).postMessage(wanted, []);
    });
  };
  return {
    read,
    atOnce: 2 * count,
    end: async () => {
      ended = true;
      await Promise.all([...threads.values()].map((thread) => thread.terminate()));
    },
  };
};

/** For so many files. */
export const createReadAhead = (files: number): ReadAhead => {
  const threads = Math.min(mostThreads, availableParallelism());
  return worker === undefined || files < worthwhile || threads < 2
    ? here
    : startThreads(worker, threads);
};
