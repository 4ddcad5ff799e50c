/** The options that every command takes, before or after its name. */
export interface Globals {
  readonly vault?: string;
  readonly passphraseFd?: number;
  readonly passphraseFile?: string;
  /** Of a passphrase that opens the vault together with one. */
  readonly keyFile?: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly yes: boolean;
  /** False under --no-input: a question is an error. */
  readonly input: boolean;
  readonly color: "auto" | "always" | "never";
  readonly debug: boolean;
}
