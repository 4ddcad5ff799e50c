/** Changed blocks of add --to, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("add");
