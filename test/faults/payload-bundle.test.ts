/** Another payload under the signature of a bundle. */
import { describePayloads } from "./payload-trial.ts";

describePayloads("bundle");
