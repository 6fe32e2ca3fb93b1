/** A pattern that AWS refuses: thrown while it is compiled, and caught where the compiling began. The message is AWS's reason. */
export class PatternMistake extends Error {}
