import type { Carrier } from "../../files/ports.ts";
import type { AddressBookFault } from "../address-books.ts";
import type { Sweep } from "./sweep.ts";

/** Something was written between the preview and the answer, so that the preview is no longer true. */
export interface VaultMovedOn {
  readonly type: "vault-moved-on";
}

/** Nothing was imported, or the last import was taken back. */
export interface NoImport {
  readonly type: "import-absent";
}

export type ListFailure =
  /** An ending that tells no format. */
  | { readonly type: "format-open" }
  | { readonly type: "folder-carried"; readonly carrier: Carrier }
  | AddressBookFault
  | VaultMovedOn
  | NoImport
  /** No column is known to hold names. */
  | { readonly type: "columns-nameless" }
  /** The mapping was made for another table. */
  | { readonly type: "columns-other" }
  /** --map for what is no table. */
  | { readonly type: "columns-needless" }
  | { readonly type: "import-sweeping"; readonly sweeps: readonly Sweep[] };
