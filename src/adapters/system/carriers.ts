/**
 * Folders whose files go elsewhere by themselves: git work trees, and those of programs that copy them to other
 * computers. Known by what such a program puts there, else by the name that it gives its folder.
 */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import type { Carrier } from "../../domain/files/ports.ts";

/** Names of entries in the folder that is carried. */
const marks: readonly (readonly [mark: RegExp, program: string])[] = [
  // Not .dropbox: a folder of that name lies in the home of whoever ever had the program.
  [/^\.dropbox\.cache$/u, "Dropbox"],
  [/^\.tmp\.drive(up|down)load$/u, "Google Drive"],
  [/^\.stfolder$/u, "Syncthing"],
  [/^(\._?sync_[^/]*\.db|\.owncloudsync\.log|\.nextcloudsync\.log)$/u, "Nextcloud"],
  [/^\.seafile-data$/u, "Seafile"],
  [/^\.sync$/u, "Resilio Sync"],
];

/** Names of the folder itself, and of those around it. */
const names: readonly (readonly [name: RegExp, program: string])[] = [
  [/^dropbox( \(.+\))?$/iu, "Dropbox"],
  [/^onedrive( ?-.+)?$/iu, "OneDrive"],
  [/^(google ?drive.*|my drive)$/iu, "Google Drive"],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/iu, "iCloud Drive"],
  [/^cloudstorage$/iu, "a cloud drive"],
  [/^(nextcloud|owncloud)$/iu, "Nextcloud"],
  [/^(box|box sync)$/iu, "Box"],
  [/^p ?cloud ?drive$/iu, "pCloud"],
  [/^proton ?drive$/iu, "Proton Drive"],
  [/^(mega|megasync)$/iu, "MEGA"],
  [/^(seafile|tresorit|syncthing|sync)$/iu, "a synced folder"],
];

/** The folder that the file will be in, links followed as far as it is there. */
const folderOf = (path: string): string => {
  let folder = dirname(resolve(path));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return realpathSync(folder);
};

const entriesOf = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that we may not read says nothing; its name still does.
    return [];
  }
};

const carrierAt = (folder: string): Carrier | undefined => {
  if (existsSync(join(folder, ".git"))) return { by: "git" };
  const entries = entriesOf(folder);
  const found =
    marks.find(([mark]) => entries.some((entry) => mark.test(entry))) ??
    names.find(([name]) => name.test(basename(folder)));
  return found === undefined ? undefined : { by: "sync", program: found[1] };
};

export const carrierOf = (path: string): Carrier | undefined => {
  for (let folder = folderOf(path); ; folder = dirname(folder)) {
    const carrier = carrierAt(folder);
    if (carrier !== undefined || dirname(folder) === folder) return carrier;
  }
};
