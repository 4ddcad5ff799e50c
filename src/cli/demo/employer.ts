/** Act 3 of the demo: the employer has a folder, then a member's key, all tallies and the staff list. */
import { parseTally } from "../../domain/tallies/parse-tally.ts";
import type { Tally } from "../../domain/tallies/tally.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import { namesGuessed } from "../../usecases/guess-names.ts";
import { textsFoundIn } from "../../usecases/search-bytes.ts";
import { exitCodes } from "../exit-codes.ts";
import type { World } from "../world.ts";
import { indented, OffScript, organizers } from "./play.ts";
import type { Play } from "./play.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const flip = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

/** The play goes on only as long as nobody is found. */
const nobodyIn = (found: readonly string[]): void => {
  if (found.length > 0)
    throw new OffScript({ exitCode: exitCodes.bug, stdout: "", stderr: "names were found\n" });
};

/** Ten thousand names, the sample people's among them; made up by combining. */
const staffOf = ({ stage }: Play, sample: readonly string[]): readonly string[] => {
  const text = decoder.decode(stage.readBytes(stage.packageFile("templates/demo/staff.json")));
  const { given, family } = JSON.parse(text) as {
    readonly given: readonly string[];
    readonly family: readonly string[];
  };
  const combined = given.flatMap((first) => family.map((last) => `${first} ${last}`));
  return [...sample, ...combined].slice(0, 10_000);
};

const searchFolder = ({ stage, folder, say }: Play, names: readonly string[]): void => {
  stage.copyFolder(`${folder}/rowan`, `${folder}/seized`);
  const files = ["vault.db", "vault.json"].map((name) =>
    stage.readBytes(`${folder}/seized/${name}`),
  );
  const found = files.flatMap((file) => textsFoundIn(file, names, (text) => encoder.encode(text)));
  const size = files.reduce((sum, file) => sum + file.length, 0);
  say(
    `  A copied folder: searched ${counted(size, "byte", "bytes")} for ${names.length} names: ${found.length} found`,
  );
  nobodyIn(found);
};

const openTallies = async (play: Play, world: World): Promise<readonly Tally[]> => {
  const { stage, folder } = play;
  const vaults = await world.vaults();
  const passphrase = decoder.decode(stage.readBytes(`${folder}/passphrase`)).trim();
  const opened = await vaults.open(`${folder}/juniper`, { by: "passphrase", passphrase });
  if (!opened.ok) throw new Error("the demo's own vault does not open");
  try {
    const secret = opened.value.identity.get()?.secret ?? new Uint8Array();
    const openpgp = await world.openpgp();
    const tallies: Tally[] = [];
    for (const who of organizers) {
      const file = await openpgp.unseal(stage.readBytes(`${folder}/${who}.tally`), secret);
      const tally = file.ok ? parseTally(file.value.payload) : file;
      if (tally.ok) tallies.push(tally.value);
    }
    return tallies;
  } finally {
    opened.value.close();
  }
};

/** An infiltrator: juniper's key opens every tally, and still nobody is in them by name. */
const guessNames = async (play: Play, world: World, names: readonly string[]): Promise<void> => {
  const tallies = await openTallies(play, world);
  const staff = staffOf(play, names);
  const lines = tallies.reduce((sum, tally) => sum + tally.lines.length, 0);
  const found = namesGuessed(world.hashes, tallies, staff);
  play.say(
    `  A member's key, ${tallies.length} tallies with ${counted(lines, "line", "lines")}, and a staff list of ${grouped(staff.length)}: ${found.length} names found`,
  );
  if (tallies.length < organizers.length) throw new Error("a tally of the demo does not open");
  nobodyIn(found);
};

const tamper = async ({ run, say, stage, folder }: Play): Promise<void> => {
  const tally = stage.readBytes(`${folder}/alder.tally`);
  stage.writeBytes(`${folder}/flipped.tally`, flip(tally, Math.floor(tally.length / 2)));
  say("  A tally with one flipped byte, and one that was taken in before:");
  const merged = await run("rowan", "merge flipped.tally alder.tally", {
    expected: exitCodes.refused,
  });
  say(indented(merged.stdout));
};

const guessPassphrase = async ({ say, stage, folder }: Play): Promise<void> => {
  stage.writeBytes(`${folder}/guess`, encoder.encode("hunter2 hunter2\n"));
  const seized = async (passphrase: string, command: string, expected: number): Promise<string> => {
    const options = ["--vault", "seized", "--passphrase-file", passphrase, "--no-input"];
    const ran = await stage.pledge([...options, command], folder);
    if (ran.exitCode !== expected) throw new OffScript(ran);
    return ran.exitCode === exitCodes.no ? ran.stdout : ran.stderr;
  };
  say("  A guessed passphrase:");
  say(indented(await seized("guess", "list", exitCodes.locked)));
  const database = stage.readBytes(`${folder}/seized/vault.db`);
  stage.writeBytes(`${folder}/seized/vault.db`, flip(database, Math.floor(database.length / 2)));
  say("  One flipped byte in the vault, and the right passphrase:");
  const findings = await seized("passphrase", "doctor", exitCodes.no);
  say(
    indented(
      findings
        .split("\n")
        .filter((line) => line.startsWith("BAD"))
        .join("\n"),
    ),
  );
};

/** What rowan keeps of alder's tally is checked by a program that is not ours. */
const verifyElsewhere = async (play: Play, world: World): Promise<void> => {
  const { stage, folder, say } = play;
  const vaults = await world.vaults();
  const passphrase = decoder.decode(stage.readBytes(`${folder}/passphrase`)).trim();
  const opened = await vaults.open(`${folder}/rowan`, { by: "passphrase", passphrase });
  if (!opened.ok) throw new Error("the demo's own vault does not open");
  const { fingerprint } = await (
    await world.openpgp()
  )
    .readJoinFile(stage.readBytes(`${folder}/alder.join`))
    .then((read) => (read.ok ? read.value.member : { fingerprint: undefined }));
  const sources = opened.value.tallies.sources();
  const [snapshot] = sources.flatMap(({ from, tops }) => (from === fingerprint ? tops : []));
  if (snapshot === undefined) throw new Error("alder's tally is not in rowan's vault");
  stage.writeBytes(`${folder}/alder.payload`, snapshot.payload);
  stage.writeBytes(`${folder}/alder.sig`, snapshot.signature);
  opened.value.close();
  const gpg = (args: readonly string[]) =>
    stage.program("gpg", ["--homedir", folder, "--batch", "--no-autostart", ...args], folder);
  if ((await gpg(["--import", "alder.join"])) === undefined) {
    say(
      "  (With GnuPG on this machine, gpg --verify would now say that alder's tally is genuine.)",
    );
    return;
  }
  say("  rowan passes alder's tally on as alder signed it; GnuPG checks it:");
  say("$ gpg --verify alder.sig alder.payload");
  const ran = await gpg(["--verify", "alder.sig", "alder.payload"]);
  if (ran === undefined || ran.exitCode !== 0)
    throw new OffScript(ran ?? { exitCode: exitCodes.bug, stdout: "", stderr: "" });
  say(
    indented(
      ran.stderr
        .split("\n")
        .filter((line) => line.includes("Good signature"))
        .join("\n"),
    ),
  );
};

export const actOfTheEmployer = async (
  play: Play,
  world: World,
  names: readonly string[],
): Promise<void> => {
  play.say("\n3. THE EMPLOYER");
  searchFolder(play, names);
  await guessNames(play, world, names);
  await tamper(play);
  await verifyElsewhere(play, world);
  await guessPassphrase(play);
};
