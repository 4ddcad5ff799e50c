/** Changed handovers, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("handover");
