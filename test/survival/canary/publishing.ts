/** The commands for what anybody may read, with somebody in the vault whom nothing may name. */
import { canary } from "./traced-pledge.ts";
import type { TracedPledge } from "./traced-pledge.ts";

/** In a committee, after a letter went out. */
export const published = ({ run, given, path }: TracedPledge): void => {
  const more = Array.from({ length: 9 }, (_, n) => ({
    name: `${canary} ${n}`,
    team: "cloud",
    actions: ["walkout"],
  }));
  run(["add", "--from", given("more.json", JSON.stringify(more))]);
  const [count, list] = [path("count.json"), path("receipts.json")];
  run(["tally", "publish", "--first", "-o", count, "--receipts", list, "--yes"]);
  run(["tally", "attested", count]);
  run(["tally", "total", count]);
  run(["receipt", "check", list, "--from", given("code", "K7QF-2M9T-XR4D-8WNA")], [1]);
};
