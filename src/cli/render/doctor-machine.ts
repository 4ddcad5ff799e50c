/** What `pledge doctor` found around the vault, in lines. */
import type { MachineFinding } from "../../domain/machine/finding.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, listed } from "../../domain/text/words.ts";
import type { Line } from "./doctor.ts";

type Of<Check extends MachineFinding["check"]> = Extract<MachineFinding, { readonly check: Check }>;

const carrierLine = (finding: Of<"carrier">): Line => {
  if (!("carrier" in finding))
    return { sign: "ok", text: "nothing is known to carry its folder elsewhere" };
  const { carrier } = finding;
  const move =
    "move the folder out of there, name it with --vault or PLEDGE_VAULT, and delete what was carried away already";
  return carrier.by === "git"
    ? {
        sign: "bad",
        text: "the vault lies in a git work tree: its history keeps every copy",
        hint: move,
      }
    : {
        sign: "bad",
        text: `the vault lies in a folder that ${carrier.program} copies to other computers, with every older version`,
        hint: move,
      };
};

const swapLine = (finding: Of<"swap">): Line => {
  if ("on" in finding)
    return {
      sign: "note",
      text: `what is in memory may be written to ${listed(finding.on.map((path) => showable(path)))}, which is not known to be encrypted`,
      hint: "encrypt the disk and its swap (LUKS), or turn swap off: swapoff -a, as root",
    };
  return finding.state === "good"
    ? { sign: "ok", text: "memory is not swapped to a disk in plain text" }
    : {
        sign: "note",
        text: "whether memory is swapped to a disk in plain text cannot be seen here",
        hint: "encrypt the whole disk",
      };
};

const coreLine = ({ state }: Of<"core-dumps">): Line => {
  if (state === "good") return { sign: "ok", text: "a crash leaves nothing of memory behind" };
  return state === "found"
    ? {
        sign: "note",
        text: "a crash would write memory to a disk",
        hint: "turn that off in the shell from which you start pledge: ulimit -c 0",
      }
    : {
        sign: "note",
        text: "whether a crash writes memory to a disk cannot be seen here",
        hint: "to be sure: ulimit -c 0 in the shell from which you start pledge",
      };
};

const managedLine = (finding: Of<"managed">): Line =>
  "programs" in finding
    ? {
        sign: "bad",
        text: `somebody runs or watches this machine, by ${listed(finding.programs)}: whoever does sees what you type, and nothing in pledge helps against that`,
        hint: "carry a backup to a machine of your own, then destroy what is here: pledge purge",
      }
    : { sign: "ok", text: "no program was found by which an employer watches a machine" };

const historyLine = (finding: Of<"history">): Line => {
  if (!("in" in finding))
    return { sign: "ok", text: "no shell or editor has kept a name of somebody in the vault" };
  const places = finding.in.map(({ path, lines }) => {
    const [first, ...others] = lines;
    const more = others.length === 0 ? "" : ` and ${counted(others.length, "more", "more")}`;
    return `${showable(path)} (line ${first ?? 0}${more})`;
  });
  return {
    sign: "bad",
    text: `somebody in the vault is named in ${listed(places)}`,
    hint: "close other shells, delete these lines in an editor, and never type a name after a command: pledge asks for it",
  };
};

const listsLine = (finding: Of<"lists">): Line =>
  "paths" in finding
    ? {
        sign: "bad",
        text: `people in the vault are named in plain text in ${listed(finding.paths.map((path) => showable(path)))}`,
        hint: "delete what is not needed any more, also from the bin; on an SSD that leaves traces, which an encrypted disk hides",
      }
    : { sign: "ok", text: "no list with their names was found lying about" };

export const machineLine = (finding: MachineFinding): Line => {
  switch (finding.check) {
    case "carrier":
      return carrierLine(finding);
    case "swap":
      return swapLine(finding);
    case "core-dumps":
      return coreLine(finding);
    case "managed":
      return managedLine(finding);
    case "history":
      return historyLine(finding);
    case "lists":
      return listsLine(finding);
    default:
      return finding satisfies never;
  }
};
