/**
 * The user id of every key that attests letters. Letters are public, so neither a handle nor a key that signs tallies
 * may stand beside one: which member holds such a key stands in the committee file alone. The space makes it no handle.
 */
export const attestationUserId = "letter attestation";
