/** node:perf_hooks: `performance`, its entries and who observes them. Simplified: no histograms. */
export {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  performance,
} from "../internal/performance.js";
