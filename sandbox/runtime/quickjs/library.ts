/** What the guest's side of a process is made of: texts that the edge has at hand, or loads when a run says that it needs them. */
export interface Library {
  /** The text of a part, such as "boot" or "util"; throws Needs where it is not loaded yet. */
  source(id: string): string;
}
