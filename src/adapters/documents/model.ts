/**
 * What a letter is made of, between the Markdown that somebody wrote and the file that somebody
 * reads. Text here is plain and safe to show (no controls); it is escaped by the writer that puts
 * it into a format, never before.
 */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  /** Words that somebody gave us, as a name: of any script, so set apart from the text around it. */
  | { readonly type: "value"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "strong" | "emphasis"; readonly inlines: readonly Inline[] }
  /** `address` as it is printed: with `http://` or `https://`, or an e-mail address without `mailto:`. */
  | { readonly type: "link"; readonly inlines: readonly Inline[]; readonly address: string }
  | { readonly type: "break" };

export interface Paragraph {
  readonly type: "paragraph";
  readonly inlines: readonly Inline[];
  /** What it is in a letter, where its look depends on it. */
  readonly role?: "date" | "note";
}

export interface ListItem {
  /** A box to tick on paper; absent where the item has none. */
  readonly ticked?: boolean;
  readonly blocks: readonly Block[];
}

/** Who signed: a heading that stays with its lines, and how many more there are. */
export interface Signatures {
  readonly type: "signatures";
  readonly heading: readonly Inline[];
  readonly lines: readonly (readonly Inline[])[];
  readonly others?: readonly Inline[];
}

/** What may stand in the places outside the text. */
export type OutsideNode = Paragraph | Signatures;

export type Block =
  | OutsideNode
  | { readonly type: "heading"; readonly level: number; readonly inlines: readonly Inline[] }
  | {
      readonly type: "list";
      /** The first number; absent in a list without numbers. */
      readonly start?: number;
      /** Whether its items stand apart as paragraphs do. */
      readonly loose: boolean;
      readonly items: readonly ListItem[];
    }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | { readonly type: "code"; readonly lines: readonly string[] }
  | {
      readonly type: "table";
      readonly header: readonly (readonly Inline[])[];
      /** An empty cell is a place to write in. */
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "rule" };
