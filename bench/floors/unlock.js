// @ts-check
/** An unlock and nothing else: opens the vault in the folder that is named first, with the passphrase in the file named second. */
import { readFileSync } from "node:fs";

/**
 * What it uses of the built door to vaults.
 * @typedef {object} Door
 * @property {() => { open: (folder: string, unlock: object) => Promise<{ ok: boolean, value: { close: () => void } }> }} createVaults
 */

const [folder = "", file = ""] = process.argv.slice(2);
const built = new URL("../../dist/vaults.js", import.meta.url).href;
const { createVaults } = /** @type {Door} */ (await import(built));
const passphrase = readFileSync(file, "utf8").trimEnd();
const opened = await createVaults().open(folder, { by: "passphrase", passphrase });
if (!opened.ok) throw new Error("the vault does not open");
opened.value.close();
