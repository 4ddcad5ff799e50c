/** Changed bundles, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("bundle");
