import { afterEach, describe, expect, it } from "vitest";

import { whenLeaving } from "../../../src/adapters/system/leaving.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Somebody else who takes care of the signals, so that the test survives them. */
const survive = (): void => undefined;

afterEach(() => {
  for (const signal of signals) process.off(signal, survive);
});

const listeners = (): readonly number[] =>
  ["exit", ...signals].map((event) => process.listenerCount(event));

describe("what has to be undone when the process ends", () => {
  it.each(signals)("is undone once on %s", (signal) => {
    process.on(signal, survive);
    let undone = 0;
    whenLeaving(() => {
      undone += 1;
    });
    process.emit(signal, signal);
    process.emit(signal, signal);
    expect(undone).toBe(1);
  });

  it("is undone all the same when something else cannot be", () => {
    process.on("SIGTERM", survive);
    const undone: string[] = [];
    whenLeaving(() => {
      throw new Error("the disk is gone");
    });
    whenLeaving(() => undone.push("second"));
    process.emit("SIGTERM", "SIGTERM");
    expect(undone).toEqual(["second"]);
  });

  it("can be called off, twice without harm", () => {
    process.on("SIGTERM", survive);
    let undone = 0;
    const [first, second] = [whenLeaving(() => (undone += 1)), whenLeaving(() => (undone += 10))];
    first();
    first();
    process.emit("SIGTERM", "SIGTERM");
    expect(undone).toBe(10);
    second();
  });

  it("takes the default away from signals only while something is pending", () => {
    const before = listeners();
    const callOff = whenLeaving(() => undefined);
    expect(listeners()).toEqual(before.map((count) => count + 1));
    const another = whenLeaving(() => undefined);
    expect(listeners()).toEqual(before.map((count) => count + 1));
    another();
    callOff();
    expect(listeners()).toEqual(before);
  });
});
