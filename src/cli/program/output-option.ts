/** `-o FILE` of every command that writes one of our files. */
export const output = ["-o, --output <file>", "the file to write; - is standard output"] as const;
