/** What only `pledge demo` needs: real processes, real folders, raw bytes; implemented by `adapters/system`. */

/** What one process of the real command line did. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Stage {
  /** An empty folder of our own that goes away when the process ends. */
  readonly temporaryFolder: () => string;
  /**
   * An empty folder under the working directory: `name`, emptied when an earlier demo made it. Where
   * something else stands under that name, it is left alone and `name-2`, `name-3` ... is used.
   */
  readonly freshFolder: (name: string) => string;
  readonly pledge: (args: readonly string[], folder: string) => Promise<Ran>;
  /** Runs a program of the machine; nothing where there is none of that name. */
  readonly program: (
    name: string,
    args: readonly string[],
    folder: string,
  ) => Promise<Ran | undefined>;
  readonly copyFolder: (from: string, to: string) => void;
  readonly readBytes: (path: string) => Uint8Array;
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
  /** The path of a file of the package: `templates/demo/people.jsonl`. */
  readonly packageFile: (path: string) => string;
}
