/**
 * Reads what strace wrote with `-f -y -xx`: the calls in the order in which they were done. Every byte of a string or path is
 * written as `\x2f`, so no quote, comma or bracket in it can be taken for one of strace's own.
 */

export interface Call {
  readonly name: string;
  /** What stands between the brackets. */
  readonly args: string;
  /** What it gave back: at least 0, for one that failed changed nothing. */
  readonly result: number;
}

/** A string, and whether strace cut it short. */
const quoted = /"(?<bytes>(?:\\x[0-9a-f]{2})*)"(?<cut>\.{3})?/gu;

const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll("\\x", ""), "hex");

/** The strings among the arguments. Throws where one was cut short. */
export const stringsIn = ({ name, args }: Call): readonly Buffer[] =>
  [...args.matchAll(quoted)].map(({ groups }) => {
    if (groups?.["cut"] !== undefined) throw new Error(`strace cut a string of ${name} short`);
    return bytesOf(groups?.["bytes"] ?? "");
  });

/** The paths that stand in `<>` beside file descriptors, in their order. */
export const descriptorPathsIn = ({ args }: Call): readonly string[] =>
  [...args.matchAll(/<(?<path>(?:\\x[0-9a-f]{2})+)>/gu)].map(({ groups }) =>
    bytesOf(groups?.["path"] ?? "").toString("utf8"),
  );

/** What follows the last string: numbers and flags. */
export const afterStrings = ({ args }: Call): string => args.slice(args.lastIndexOf('"') + 1);

const finished = /^(?<name>\w+)\((?<args>.*)\)\s+= (?<result>-?\d+|\?)/u;

/** The call on a line that is whole; nothing where it failed, or where the process ended in it. Throws where it is no call. */
const callOn = (line: string): Call | undefined => {
  const { name, args, result } = finished.exec(line)?.groups ?? {};
  if (name === undefined || args === undefined || result === undefined)
    throw new Error(`no line of strace: ${line.slice(0, 200)}`);
  return result === "?" || Number(result) < 0 ? undefined : { name, args, result: Number(result) };
};

/** All calls that did something. One that another thread's lines interrupt counts where it ended. */
export const callsIn = (log: string): readonly Call[] => {
  const calls: Call[] = [];
  const begun = new Map<string, string>();
  for (const line of log.split("\n")) {
    if (line === "") continue;
    const { thread, text } = /^(?<thread>\d+) +(?<text>.*)$/u.exec(line)?.groups ?? {};
    if (thread === undefined || text === undefined)
      throw new Error(`a line of no thread: ${line.slice(0, 200)}`);
    // The end of a thread, and signals.
    if (/^(?:\+{3}|-{3}) /u.test(text)) continue;
    const start = /^(?<start>.*) <unfinished \.\.\.>$/u.exec(text)?.groups?.["start"];
    if (start !== undefined) {
      begun.set(thread, start);
      continue;
    }
    const { rest } = /^<\.\.\. \w+ resumed>(?<rest>.*)$/u.exec(text)?.groups ?? {};
    const call = callOn(rest === undefined ? text : `${begun.get(thread) ?? ""}${rest}`);
    if (call !== undefined) calls.push(call);
  }
  return calls;
};
