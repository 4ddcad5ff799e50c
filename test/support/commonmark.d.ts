/** The part of commonmark.js that the tests use; the package has no types. */
declare module "commonmark" {
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    readonly destination: string | null;
    readonly walker: () => {
      readonly next: () => { readonly entering: boolean; readonly node: Node } | null;
    };
  }
  export class Parser {
    parse(markdown: string): Node;
  }
}
