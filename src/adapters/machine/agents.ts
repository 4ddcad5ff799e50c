/** Programs by which employers run and watch machines (MDM, EDR, fleet tools), known by what they put on the disk. */
import { existsSync } from "node:fs";

const agents: readonly (readonly [program: string, ...paths: readonly string[]])[] = [
  ["BigFix", "/opt/BESClient", "/Library/BESAgent"],
  ["Bitdefender GravityZone", "/opt/bitdefender-security-tools", "/Library/Bitdefender"],
  [
    "Carbon Black",
    "/opt/carbonblack",
    "/var/opt/carbonblack",
    "/Applications/VMware Carbon Black Cloud",
  ],
  ["Chef", "/opt/chef", "/etc/chef/client.rb"],
  ["Cisco Secure Endpoint", "/opt/cisco/amp", "/Applications/Cisco Secure Endpoint"],
  ["Cortex XDR", "/opt/traps", "/Library/Application Support/PaloAltoNetworks/Traps"],
  ["CrowdStrike Falcon", "/opt/CrowdStrike", "/Library/CS", "/Applications/Falcon.app"],
  ["Elastic Agent", "/opt/Elastic/Agent", "/Library/Elastic/Agent"],
  ["ESET", "/opt/eset", "/Applications/ESET Endpoint Security.app"],
  ["Fleet", "/opt/orbit", "/var/lib/orbit"],
  ["Intune", "/opt/microsoft/intune", "/Library/Intune"],
  ["Ivanti", "/opt/landesk", "/opt/ivanti", "/Library/Application Support/LANDesk"],
  ["Jamf", "/usr/local/bin/jamf", "/usr/local/jamf", "/Library/Application Support/JAMF"],
  ["JumpCloud", "/opt/jc", "/opt/jumpcloud", "/Library/Application Support/JumpCloud"],
  ["Kandji", "/Library/Kandji", "/Library/Application Support/Kandji"],
  ["Kolide", "/usr/local/kolide-k2", "/etc/kolide-k2"],
  ["ManageEngine", "/usr/local/manageengine", "/Library/ManageEngine"],
  [
    "Microsoft Defender for Endpoint",
    "/opt/microsoft/mdatp",
    "/Library/Application Support/Microsoft/Defender",
    "/Applications/Microsoft Defender.app",
  ],
  ["Mosyle", "/Library/Application Support/Mosyle", "/usr/local/bin/mosyle"],
  ["NinjaOne", "/opt/NinjaRMMAgent", "/Applications/NinjaRMMAgent"],
  ["Puppet", "/opt/puppetlabs", "/etc/puppetlabs"],
  ["Qualys", "/usr/local/qualys", "/Applications/QualysCloudAgent.app"],
  ["Rapid7", "/opt/rapid7"],
  ["Salt", "/etc/salt/minion"],
  ["SentinelOne", "/opt/sentinelone", "/Library/Sentinel"],
  ["Sophos", "/opt/sophos-spl", "/Library/Sophos Anti-Virus", "/Applications/Sophos"],
  ["Symantec Endpoint Protection", "/opt/Symantec", "/Applications/Symantec Solutions"],
  ["Tanium", "/opt/Tanium", "/Library/Tanium"],
  ["Trellix", "/opt/McAfee", "/opt/isec/ens", "/Library/McAfee", "/Library/Trellix"],
  ["Trend Micro", "/opt/ds_agent", "/Library/Application Support/TrendMicro"],
  ["Workspace ONE", "/opt/vmware/ws1-hub", "/Applications/Workspace ONE Intelligent Hub.app"],
  ["Zscaler", "/opt/zscaler", "/Applications/Zscaler"],
  ["a profile of a company", "/var/db/ConfigurationProfiles/Settings/.profilesAreInstalled"],
];

/** Sorted by name. */
export const agentsOn = (root: string): readonly string[] =>
  agents.flatMap(([program, ...paths]) =>
    paths.some((path) => existsSync(`${root}${path}`)) ? [program] : [],
  );
