// @ts-check
/** Node and hardly a module, for what else is measured to be taken out of. */
void 0;
