/** Every command of a committee, with a member who has the canary's pledge too. */
import { readdirSync } from "node:fs";

import { audited } from "./audited.ts";
import { handedOver } from "./handed-over.ts";
import { published } from "./publishing.ts";
import { canary } from "./traced-pledge.ts";
import type { TracedPledge } from "./traced-pledge.ts";

const fingerprintOf = ({ run }: TracedPledge, vault: readonly string[]): string =>
  (JSON.parse(run([...vault, "key", "show", "--json"])) as { readonly fingerprint: string })
    .fingerprint;

export const committee = (pledge: TracedPledge): void => {
  const { run, given, path } = pledge;
  const vaults = new Map(["heron", "wren"].map((handle) => [handle, ["--vault", path(handle)]]));
  for (const [handle, vault] of vaults)
    run([...vault, "join", "--handle", handle, "--kdf", "light", "-o", path(`${handle}.join`)]);
  run(["key", "export", "-o", path("rowan.asc")]);
  const known = [...vaults].flatMap(([handle, vault]) => [
    "--fingerprint",
    `${handle}=${fingerprintOf(pledge, vault)}`,
  ]);
  run(["invite", path("heron.join"), path("wren.join"), ...known, "-o", path("committee")]);
  const own = `rowan=${fingerprintOf(pledge, [])}`;
  for (const vault of vaults.values())
    run([...vault, "join", path("committee"), "--fingerprint", own]);
  const heron = vaults.get("heron") ?? [];
  const told = given("told.json", JSON.stringify({ name: canary, actions: ["sign"] }));
  const block = run(["add", "--to", path("heron.join"), "--from", told]);
  run([...heron, "add", "--from", given("block", block), "--yes"]);
  run(["committee", "turf", "heron=ads", "-o", path("committee-2")]);
  run([...heron, "merge", path("committee-2")]);
  run(["tally", "export", "-o", path("rowan.tally"), "--yes"]);
  run([...heron, "tally", "export", "-o", path("heron.tally"), "--yes"]);
  run(["merge", path("heron.tally")]);
  run([...heron, "tally", "export", "--relay", "-o", path("heron-2.tally"), "--yes"]);
  run(["merge", path("heron-2.tally")]);
  run(["tally", "bundle", "--to", "wren", "-o", path("bundle"), "--yes"]);
  run([...(vaults.get("wren") ?? []), "merge", path("bundle")]);
  run(["tally", "show"]);
  run(["tally", "drop", "heron", "--from", given("reason", "for a while")]);
  run(["tally", "restore", "heron"]);
  run(["tally", "agreed", "heron", "--team", "cloud"], [0, 1]);
  audited(pledge, heron, vaults.get("wren") ?? []);
  published(pledge);
  run(["letter", "signers", "employer-demands", "--to", "heron", "-o", path("signers"), "--yes"]);
  run([...heron, "merge", path("signers")]);
  run(["letter", "attest", "employer-demands", path("letter.md"), "--yes"]);
  run(["letter", "attesters", "-o", path("attesters.asc")]);
  const signatures = readdirSync(path(".")).filter((name) => /^letter\.md\..*asc$/u.test(name));
  run(["letter", "attested", path("letter.md"), ...signatures.map(path)]);
  handedOver(pledge, heron);
  run(["exchange", path("shared")]);
  run(["committee", "show"]);
  run(["committee", "export", "-o", path("committee-3")]);
  run(["committee", "needs", "2", "-o", path("committee-5")]);
  run([...heron, "merge", path("committee-5")]);
  run([...heron, "key", "export", "-o", path("heron.asc")]);
  run([...heron, "key", "revoke", "-o", path("heron.revoked"), "--yes"]);
  run(["committee", "replace", "heron", path("heron.asc")], [1]);
  run(["committee", "turf", "heron=", "-o", path("proposal")]);
  run(["committee", "propose"]);
  run([...heron, "committee", "sign", path("proposal"), "-o", path("signed"), "--yes"]);
  run(["merge", path("signed")]);
  run(["peek", path("heron.tally"), "--inside"]);
  run(["recovery", "share", "--need", "2", "--of", "2", "-o", path("."), "--yes"]);
  for (const [handle, vault] of vaults) {
    const share = path(`share-for-${handle}.pledge`);
    run([...vault, "recovery", "give", share, "-o", path(`${handle}.share`), "--yes"]);
  }
  const passphrase = given("combined", "another sample passphrase of the tests");
  const shares = [path("heron.share"), path("wren.share")];
  run(["recovery", "combine", ...shares, "--new-passphrase-file", passphrase]);
  run([
    "committee",
    "remove",
    "wren",
    "-o",
    path("committee-4"),
    "--yes",
    "--passphrase-file",
    passphrase,
  ]);
};
