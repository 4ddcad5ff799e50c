/**
 * How far a long task is, on stderr when that is a terminal. Silent for the first second, without
 * colour, and gone when the task is done.
 */
import type { Progress } from "../../domain/ports.ts";

/** In milliseconds. */
const patience = 1000;

const silent: Progress = { start: () => {}, step: () => {}, stop: () => {} };

/**
 * Nothing may be written to `stderr` between `start` and `stop`. `now` counts milliseconds from
 * any moment on; only differences are used.
 */
export const createProgress = async (
  stderr: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): Promise<Progress> => {
  if (!stderr.isTTY) return silent;
  const { default: progress } = await import("cli-progress");

  /** Never the only thing that keeps the process running, should a task end without `stop`. */
  class Bar extends progress.SingleBar {
    override render(): void {
      super.render();
      (this as unknown as { readonly timer: NodeJS.Timeout | null }).timer?.unref();
    }
  }

  let task: { readonly label: string; readonly total: number; readonly since: number } | undefined;
  let bar: Bar | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
    task = undefined;
  };
  return {
    start: (label, total) => {
      stop();
      task = { label, total, since: now() };
    },
    // Looked at here and not by a timer: most tasks are synchronous, and no timer fires in those.
    step: (done) => {
      if (task === undefined) return;
      if (bar === undefined) {
        if (now() - task.since < patience) return;
        bar = new Bar({
          stream: stderr,
          format: "{label} [{bar}] {value} of {total}",
          barCompleteChar: "=",
          barIncompleteChar: "-",
          barsize: 24,
          clearOnComplete: true,
          // Trims to the width and so needs no terminal mode that an interruption would leave behind.
          linewrap: true,
          // Its handler would swallow Ctrl-C.
          gracefulExit: false,
        });
        bar.start(task.total, done, { label: task.label });
        return;
      }
      bar.update(done);
    },
    stop,
  };
};
