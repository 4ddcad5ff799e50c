/** Act 1 of the demo: three organizers become a committee and count together without a name. */
import { indented, organizers } from "./play.ts";
import type { Organizer, Play } from "./play.ts";

/** Who answers for which teams: the third to be asked is the founder's own. */
const turfs: Readonly<Record<Organizer, string>> = {
  rowan: "cloud",
  alder: "mobile,data",
  juniper: "support",
};

interface Sample {
  readonly name: string;
  readonly team?: string;
}

const readSample = ({ stage, folder }: Play): readonly Sample[] =>
  new TextDecoder()
    .decode(stage.readBytes(`${folder}/people.jsonl`))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Sample);

const writePeople = (
  { stage, folder }: Play,
  who: Organizer,
  people: readonly object[],
): string => {
  const lines = people.map((person) => `${JSON.stringify(person)}\n`).join("");
  stage.writeBytes(`${folder}/${who}.jsonl`, new TextEncoder().encode(lines));
  return `${who}.jsonl`;
};

const inTurf = (people: readonly Sample[], who: Organizer): readonly Sample[] =>
  people.filter(({ team }) =>
    team === undefined ? who === "rowan" : turfs[who].split(",").includes(team),
  );

const found = async (play: Play): Promise<void> => {
  const { run, quietly, say } = play;
  await run("rowan", "init --from campaign.json", {
    args: ["init", "--from", "campaign.json", "--kdf", "light"],
  });
  const joiners = organizers.filter((who) => who !== "rowan");
  await Promise.all(
    joiners.map((who) =>
      run(who, `join --handle ${who}`, {
        args: ["join", "--handle", who, "--kdf", "light"],
      }),
    ),
  );
  const fingerprintOf = async (who: Organizer): Promise<string> => {
    const { stdout } = await quietly(who, ["key", "show", "--json"]);
    return (JSON.parse(stdout) as { readonly fingerprint: string }).fingerprint;
  };
  say(
    "  (On the phone each reads two words of her key to the other; the demo gives them as options.)",
  );
  const prints = await Promise.all(
    joiners.map(async (who) => `${who}=${await fingerprintOf(who)}`),
  );
  const files = joiners.map((who) => `${who}.join`);
  await run("rowan", `invite ${files.join(" ")} -o committee.pledge`, {
    args: [
      "invite",
      ...files,
      ...prints.flatMap((print) => ["--fingerprint", print]),
      ...organizers.flatMap((who) => ["--turf", `${who}=${turfs[who]}`]),
      "-o",
      "committee.pledge",
    ],
  });
  const founder = `rowan=${await fingerprintOf("rowan")}`;
  await Promise.all(
    joiners.map((who) =>
      run(who, "join committee.pledge", {
        args: ["join", "committee.pledge", "--fingerprint", founder],
      }),
    ),
  );
};

interface Added {
  readonly added: readonly { readonly code: string }[];
}

/** Everybody into the vault of whoever answers for her team; two are told to a second organizer as well. */
const record = async (play: Play): Promise<void> => {
  const { run, say } = play;
  const people = readSample(play);
  const add = async (who: Organizer, list: readonly object[]): Promise<Added> => {
    const file = writePeople(play, who, list);
    const args = ["add", "--from", file, "--json"];
    return JSON.parse((await run(who, `add --from ${file}`, { args })).stdout) as Added;
  };
  const ofRowan = inTurf(people, "rowan");
  const { added } = await add("rowan", ofRowan);
  const [first, second] = ofRowan;
  const code = added[0]?.code ?? "";
  const [alder, juniper] = [inTurf(people, "alder"), inTurf(people, "juniper")];
  await Promise.all([
    add("alder", [...alder, { ...first, code, contacts: [], note: "sample data" }]),
    add("juniper", [...juniper, { ...second, contacts: [], note: "sample data" }]),
  ]);
  say(
    `  ${ofRowan.length + alder.length + juniper.length} people. One told a second organizer and gave her pledge code;`,
  );
  say("  one told a second organizer and forgot the code, so nobody can tell she is one person.");
};

const exchangeTallies = async ({ run, say }: Play): Promise<void> => {
  const others = organizers.filter((who) => who !== "rowan");
  await Promise.all(others.map((who) => run(who, `tally export -o ${who}.tally`)));
  say(indented((await run("rowan", "merge alder.tally juniper.tally")).stdout));
  say(indented((await run("rowan", "status")).stdout));
  await run("rowan", "tally export -o rowan.tally");
};

export const actOfOrganizers = async (play: Play): Promise<void> => {
  play.say("1. THREE ORGANIZERS become a committee, and count together without a name");
  await found(play);
  await record(play);
  await exchangeTallies(play);
};
