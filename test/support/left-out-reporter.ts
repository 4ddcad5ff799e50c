/** Ends a test run by saying which tests were left out, and for want of which program. */
import type { Reporter, TestModule } from "vitest/node";
import type { LeftOut } from "./programs.ts";

const leftOutLines = (module: TestModule): readonly string[] =>
  [...module.children.allTests()]
    .flatMap((test): readonly LeftOut[] => test.meta().leftOut ?? [])
    .map(({ name, programs }) => `  ${programs.join(", ")}: ${name} (${module.relativeModuleId})`);

export class LeftOutReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap(leftOutLines).toSorted();
    if (lines.length === 0) return;
    process.stdout.write(`\nLeft out for want of a program:\n${lines.join("\n")}\n`);
  }
}
