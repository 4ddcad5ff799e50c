/** What the machine around a vault is like, as far as a program can see; implemented by `adapters/machine`. */

/** Whether what is in memory may be written to a disk as it is. */
export type Swap =
  | { readonly state: "none" | "encrypted" | "unknown" }
  /** Names of devices and files. */
  | { readonly state: "plain"; readonly on: readonly string[] };

export interface PlainFile {
  readonly path: string;
  readonly text: string;
}

export interface Machine {
  readonly swap: () => Swap;
  /** Whether a crash of this program would leave its memory in a file. */
  readonly coreDumps: () => "off" | "on" | "unknown";
  /** Programs by which an employer runs or watches a machine, by the names under which they are sold. */
  readonly agents: () => readonly string[];
  /** What shells and editors have kept of what was typed. */
  readonly histories: () => readonly PlainFile[];
  /** Lists in plain text where people leave them: beside the vault, here, in the home folder and the usual ones in it, in the temporary folder. */
  readonly lists: (vaultFolder: string) => readonly PlainFile[];
}
