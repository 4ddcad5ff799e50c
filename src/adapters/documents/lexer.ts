/**
 * marked's lexer, set to the Markdown of letters: CommonMark with tables and boxes to tick; bare addresses and
 * tildes stay text. It calls itself for everything inside something else, so beyond a depth marks are
 * text: no text decides how far the stack goes.
 */
import { Lexer, Tokenizer } from "marked";
import type { Tokens } from "marked";

/** Of quotes and lists, and again of emphasis and links, inside one another. No letter comes near it. */
const deepest = 16;

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

  override url(): undefined {}

  override del(): undefined {}

  /**
   * A line that goes on in a quote without its mark makes marked read the quote's last list anew. It takes what
   * stands before the quote for what stands before that list, finds no list behind text, and fails.
   */
  override blockquote(src: string): Tokens.Blockquote | undefined {
    const { state } = this.lexer;
    const { lastToken } = state;
    delete state.lastToken;
    const quote = this.#inside(() => super.blockquote(src));
    if (lastToken !== undefined) state.lastToken = lastToken;
    return quote;
  }

  override list(src: string): Tokens.List | undefined {
    return this.#inside(() => super.list(src));
  }

  override emStrong(...args: Parameters<Tokenizer["emStrong"]>): ReturnType<Tokenizer["emStrong"]> {
    return this.#inside(() => super.emStrong(...args));
  }

  override link(src: string): ReturnType<Tokenizer["link"]> {
    return this.#inside(() => super.link(src));
  }

  override reflink(...args: Parameters<Tokenizer["reflink"]>): ReturnType<Tokenizer["reflink"]> {
    return this.#inside(() => super.reflink(...args));
  }
}

/** A lexer for one text; it writes itself into its tokenizer, so that each needs its own. */
export const createLexer = (): Lexer => new Lexer({ gfm: true, tokenizer: new LetterTokenizer() });
