/** Shows a text that is longer than the screen, or that should not stay on it, a screen at a time; implemented by `adapters/terminal`. */
export interface Pager {
  /**
   * Resolves once the person has left it. `false` where the program could not be run, failed or was killed: then the
   * text may not have been seen. Never throws on a program that ends early or badly.
   */
  readonly show: (text: string) => Promise<boolean>;
}
