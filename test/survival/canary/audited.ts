/** An audit among the commands that let no name out. */
import { canary } from "./traced-pledge.ts";
import type { TracedPledge } from "./traced-pledge.ts";

/** Heron and wren audit rowan, of whose people the canary is one; whoever is drawn says yes. */
export const audited = (
  { run, given, path }: TracedPledge,
  heron: readonly string[],
  wren: readonly string[],
): void => {
  const said = (vault: readonly string[], ...more: readonly string[]) =>
    JSON.parse(run([...vault, "tally", "audit", "draw", "--json", ...more])) as {
      readonly promise: string;
      readonly words: string;
    };
  for (const file of ["committee-2", "rowan.tally", "heron.tally"])
    for (const vault of [heron, wren]) run([...vault, "merge", path(file)]);
  const promises = [heron, wren].map((vault) => said(vault).promise);
  const { words } = said(heron, "--promise", `wren=${promises[1] ?? ""}`);
  const other = said(wren, "--promise", `heron=${promises[0] ?? ""}`).words;
  said(heron, "--word", `wren=${other}`, "-o", path("heron.audit"));
  said(wren, "--word", `heron=${words}`, "-o", path("wren.audit"));
  const files = [path("heron.audit"), path("wren.audit")];
  const shown = run(["tally", "audit", "open", ...files, "--show", "--json"]);
  const { lines } = JSON.parse(shown) as { readonly lines: readonly { readonly id: string }[] };
  const answers = lines.map(({ id }) => ({ id, answer: "yes", reach: canary }));
  const from = given("answers.json", JSON.stringify(answers));
  run(["tally", "audit", "open", ...files, "--from", from, "-o", path("opening"), "--yes"]);
  run([...heron, "tally", "audit", "check", path("opening"), "--from", given("codes.json", "[]")]);
};
