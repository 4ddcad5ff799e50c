// @ts-check
/** Preloaded into a measured process: leaves its peak resident memory, in bytes, in a file when it ends. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  // maxRSS is in kibibytes, on macOS too: libuv evens it out.
  writeFileSync(
    process.env["BENCH_PEAK_FILE"] ?? "",
    String(process.resourceUsage().maxRSS * 1024),
  );
});
