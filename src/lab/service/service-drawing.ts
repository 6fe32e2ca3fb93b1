/** All that is drawn of the service around a function: one chunk, which comes with the first trace that has something of it. */
export { LaneTables } from "./LaneTables.tsx";
export { instantsIn, serviceLanes } from "./lanes.ts";
export { ServiceLanes } from "./ServiceLanes.tsx";
export { ServicePanels } from "./ServicePanels.tsx";
