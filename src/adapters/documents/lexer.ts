/**
 * marked's lexer, set to the Markdown of letters: CommonMark with tables and boxes to tick; bare addresses and
 * tildes stay text. It calls itself for everything inside something else, so beyond a depth marks are
 * text: no text decides how far the stack goes.
 */
import { createRequire } from "node:module";
import type * as Marked from "marked";

/** Of quotes and lists, and again of emphasis and links, inside one another. No letter comes near it. */
const deepest = 16;

const defineLexer = ({ Lexer, Tokenizer }: typeof Marked): (() => Marked.Lexer) => {
  class LetterTokenizer extends Tokenizer {
    #depth = 0;

    #inside<Found>(read: () => Found): Found | undefined {
      if (this.#depth === deepest) return undefined;
      this.#depth += 1;
      try {
        return read();
      } finally {
        this.#depth -= 1;
      }
    }

    // marked asks each of these at every block, and compiling the pattern of one takes longer than reading a letter
    // without any: what none of them can begin with is told by what stands before the next empty line.
    override html(src: string): ReturnType<Marked.Tokenizer["html"]> {
      return /^ {0,3}</u.test(src) ? super.html(src) : undefined;
    }

    override table(src: string): ReturnType<Marked.Tokenizer["table"]> {
      return /^.*\n {0,3}[|:-]/u.test(src) ? super.table(src) : undefined;
    }

    override lheading(src: string): ReturnType<Marked.Tokenizer["lheading"]> {
      const end = src.indexOf("\n\n");
      const block = end === -1 ? src : src.slice(0, end);
      return /\n {0,3}(?:=+|-+) *(?:\n|$)/u.test(block) ? super.lheading(src) : undefined;
    }

    override url(): undefined {}

    override del(): undefined {}

    /**
     * A line that goes on in a quote without its mark makes marked read the quote's last list anew. It takes what
     * stands before the quote for what stands before that list, finds no list behind text, and fails.
     */
    override blockquote(src: string): Marked.Tokens.Blockquote | undefined {
      const { state } = this.lexer;
      const { lastToken } = state;
      delete state.lastToken;
      const quote = this.#inside(() => super.blockquote(src));
      if (lastToken !== undefined) state.lastToken = lastToken;
      return quote;
    }

    override list(src: string): Marked.Tokens.List | undefined {
      return this.#inside(() => super.list(src));
    }

    override emStrong(
      ...args: Parameters<Marked.Tokenizer["emStrong"]>
    ): ReturnType<Marked.Tokenizer["emStrong"]> {
      return this.#inside(() => super.emStrong(...args));
    }

    override link(src: string): ReturnType<Marked.Tokenizer["link"]> {
      return this.#inside(() => super.link(src));
    }

    override reflink(
      ...args: Parameters<Marked.Tokenizer["reflink"]>
    ): ReturnType<Marked.Tokenizer["reflink"]> {
      return this.#inside(() => super.reflink(...args));
    }
  }

  return () => new Lexer({ gfm: true, tokenizer: new LetterTokenizer() });
};

let create: (() => Marked.Lexer) | undefined;

/** A lexer for one text; it writes itself into its tokenizer, so that each needs its own. marked comes with the first: a letter in Markdown needs none. */
export const createLexer = (): Marked.Lexer => {
  create ??= defineLexer(createRequire(import.meta.url)("marked") as typeof Marked);
  return create();
};
