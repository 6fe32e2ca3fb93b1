/** What a page says to the service worker: let the edition that waits take over. */
export const SWITCH_EDITION = "switch-edition";
