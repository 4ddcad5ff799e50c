/**
 * The terminal that a person sits at, opened by its own name, whatever stdin, stdout and stderr
 * are. Opened for one question and released after it: between questions nothing reads the
 * terminal, nothing keeps the process alive, and the line discipline is the shell's again.
 */
import { closeSync, constants, openSync, writeFileSync } from "node:fs";
import { isatty, ReadStream, WriteStream } from "node:tty";

const device = "/dev/tty";

export interface ControllingTerminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
  readonly release: () => Promise<void>;
}

const openDevice = (access: number): number | undefined => {
  try {
    return openSync(device, access | constants.O_NOCTTY);
  } catch {
    // ENXIO: no controlling terminal. Any other reason leaves us just as unable to ask.
    return undefined;
  }
};

/** What libuv already closed is not an error: it normally opens the device again and leaves ours. */
const closeDevice = (descriptor: number): void => {
  try {
    closeSync(descriptor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EBADF") throw error;
  }
};

const closed = (stream: ReadStream | WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.closed) {
      resolve();
      return;
    }
    stream.once("close", () => resolve());
    stream.destroy();
  });

/** Whether there is a terminal to ask on. */
export const hasControllingTerminal = (): boolean => {
  const descriptor = openDevice(constants.O_RDWR);
  if (descriptor === undefined) return false;
  const found = isatty(descriptor);
  closeDevice(descriptor);
  return found;
};

/** Both directions of the terminal, or nothing when there is none (any more). */
export const openControllingTerminal = (): ControllingTerminal | undefined => {
  const from = openDevice(constants.O_RDONLY);
  const to = openDevice(constants.O_WRONLY);
  const streams: (ReadStream | WriteStream)[] = [];
  const closeDevices = (): void => {
    if (from !== undefined) closeDevice(from);
    if (to !== undefined) closeDevice(to);
  };
  try {
    if (from === undefined || to === undefined) throw new Error("no terminal");
    const input = new ReadStream(from);
    streams.push(input);
    const output = new WriteStream(to);
    return {
      input,
      output,
      release: async () => {
        if (input.isRaw && !input.destroyed) input.setRawMode(false);
        await Promise.all([closed(input), closed(output)]);
        closeDevices();
      },
    };
  } catch {
    for (const stream of streams) stream.destroy();
    closeDevices();
    return undefined;
  }
};

/** Writes at once; `false` when the terminal has gone. */
export const writeToControllingTerminal = (text: string): boolean => {
  const descriptor = openDevice(constants.O_WRONLY);
  if (descriptor === undefined) return false;
  try {
    writeFileSync(descriptor, text);
    return true;
  } catch {
    return false;
  } finally {
    closeDevice(descriptor);
  }
};
