/** What the caller wrote cannot be done. The message is one Korean sentence; the command line prints it and exits with 2. */
export class BadInput extends Error {}
