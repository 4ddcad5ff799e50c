import type { Carrier } from "../files/ports.ts";

interface Good<Check extends string> {
  readonly check: Check;
  readonly state: "good";
}

interface Found<Check extends string> {
  readonly check: Check;
  readonly state: "found";
}

interface Unknown<Check extends string> {
  readonly check: Check;
  readonly state: "unknown";
}

/** One line of `pledge doctor` about the machine and what lies about on it. No name is ever in one. */
export type MachineFinding =
  | Good<"carrier">
  | (Found<"carrier"> & { readonly carrier: Carrier })
  | Good<"swap">
  | Unknown<"swap">
  /** Names of devices and files. */
  | (Found<"swap"> & { readonly on: readonly string[] })
  | Good<"core-dumps">
  | Found<"core-dumps">
  | Unknown<"core-dumps">
  | Good<"managed">
  | (Found<"managed"> & { readonly programs: readonly string[] })
  | Good<"history">
  /** In which lines, from 1. */
  | (Found<"history"> & {
      readonly in: readonly { readonly path: string; readonly lines: readonly number[] }[];
    })
  | Good<"lists">
  | (Found<"lists"> & { readonly paths: readonly string[] });
