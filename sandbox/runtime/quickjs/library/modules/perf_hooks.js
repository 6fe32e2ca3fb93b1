/** node:perf_hooks: `performance` and its entries. Simplified: no observers, no histograms. */
export { Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, performance } from "../internal/performance.js";
