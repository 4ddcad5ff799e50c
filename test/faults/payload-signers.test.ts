/** Another payload under the signature of a list of signers. */
import { describePayloads } from "./payload-trial.ts";

describePayloads("signers");
