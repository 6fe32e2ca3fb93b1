/** Programs of which we do not say what V8 says, and why. Each is checked to differ still. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {};
