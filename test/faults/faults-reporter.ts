/**
 * Ends a run over changed files by saying how many there were, how long the longest took, and how much memory they needed, and one
 * over crashes by saying how many states were looked at.
 */
import type { Reporter, TestModule } from "vitest/node";
import type { Replayed } from "../survival/crash-points/replay.ts";
import type { Measured } from "./trial.ts";

const measuredIn = (module: TestModule): readonly Measured[] =>
  [...module.children.allTests()].flatMap((test): readonly Measured[] => {
    const { faults } = test.meta();
    return faults === undefined ? [] : [faults];
  });

const replayedIn = (module: TestModule): readonly Replayed[] =>
  [...module.children.allTests()].flatMap((test) => test.meta().replayed ?? []);

export class FaultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const replayed = modules.flatMap(replayedIn);
    if (replayed.length > 0) {
      const lines = replayed.map(
        ({ command, states, old }) => `  ${command}: ${states}, ${old} of them as before`,
      );
      process.stdout.write(`\nStates after a crash:\n${lines.toSorted().join("\n")}\n`);
    }
    const measured = modules.flatMap(measuredIn);
    if (measured.length === 0) return;
    const sum = (of: (one: Measured) => number): string =>
      measured.reduce((total, one) => total + of(one), 0).toLocaleString("en");
    const most = (of: (one: Measured) => number): number =>
      Math.ceil(Math.max(...measured.map(of)));
    process.stdout.write(
      `\n${sum(({ cases }) => cases)} cases, longest ${most(({ longest }) => longest)} ms, peak ${most(({ peak }) => peak)} MB; ` +
        `${sum(({ taken }) => taken)} of them changed nothing that is for us, and were taken for the original\n`,
    );
  }
}
