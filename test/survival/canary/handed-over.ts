/** A handover among the commands that let no name out: the canary goes to heron, and is erased there again. */
import type { TracedPledge } from "./traced-pledge.ts";

export const handedOver = ({ run, path }: TracedPledge, heron: readonly string[]): void => {
  const give = (file: string): string =>
    run([
      "handover",
      "give",
      "--team",
      "cloud",
      "--to",
      "heron",
      "--yes",
      "--confirm",
      "heron",
      "-o",
      path(file),
    ]);
  give("cloud.pledge");
  run(["peek", path("cloud.pledge")]);
  run([...heron, "peek", path("cloud.pledge"), "--inside"]);
  run([...heron, "merge", path("cloud.pledge")], [1, 5]);
  run([...heron, "handover", "take", path("cloud.pledge"), "--yes"]);
  run(["handover", "take-back"]);
  run(["handover", "list"]);
  // What heron has comes back in a file of hers, and is erased at hers.
  run([
    ...heron,
    "handover",
    "give",
    "--team",
    "cloud",
    "--to",
    "rowan",
    "--yes",
    "--confirm",
    "rowan",
    "-o",
    path("back.pledge"),
  ]);
  run(["handover", "take", path("back.pledge"), "--yes"]);
  run([...heron, "handover", "erase", "--yes"]);
};
