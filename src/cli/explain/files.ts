import type { FileFailure, JsonFault } from "../../domain/files/ports.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { disk, locked, refused } = exitCodes;

const megabytes = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.round(bytes / 1024)} KiB`
    : `${Math.round(bytes / 1024 / 1024)} MiB`;

export const explainFiles: Explainers<FileFailure | JsonFault> = {
  "file-missing": ({ path }) => ({
    message: `there is no file ${path}`,
    hint: "check the path; a relative one starts at the current folder",
    exitCode: disk,
  }),
  "file-exists": ({ path }) => ({
    message: `${path} is there already`,
    hint: "choose another name, or replace it with --force where the command has it",
    exitCode: disk,
  }),
  "file-too-large": ({ path, limit }) => ({
    message: `${path} is larger than ${megabytes(limit)}`,
    hint: "split it into several files",
    exitCode: refused,
  }),
  "file-not-text": ({ path }) => ({
    message: `${path} is not a UTF-8 text`,
    hint: "save it again as UTF-8",
    exitCode: refused,
  }),
  "file-exposed": ({ path }) => ({
    message: `${path} may be read by others, or is not a plain file of yours`,
    hint: `make it yours alone first: chmod 600 ${path}`,
    exitCode: locked,
  }),
  "disk-full": ({ path }) => ({
    message: `the disk is full, so nothing was written to ${path}`,
    hint: "make room and try again; what was there before is untouched",
    exitCode: disk,
  }),
  "file-failed": ({ path, code }) => ({
    message: `${path} cannot be read or written (${code})`,
    hint: "check its permissions and those of its folder",
    exitCode: disk,
  }),
  "json-malformed": ({ line, column, what }) => ({
    message: `the JSON cannot be used: line ${line}, column ${column}: ${what}`,
    hint: "put it right and try again; nothing was changed",
    exitCode: refused,
  }),
};
