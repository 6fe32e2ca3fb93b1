/** node:v8: what a function may want to know of its heap. */
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터는 V8이 아닌 자바스크립트 엔진을 쓰므로 이 기능이 없습니다. 값을 복사하려면 structuredClone을, 메모리 사용량은 process.memoryUsage를 쓰세요.";

/** Node's own share of a function's memory goes to the heap (internal/memory). */
function getHeapStatistics() {
  const { heapTotal, heapUsed, rss } = process.memoryUsage();
  const limit = Math.floor(binding.memoryMB() * 1_048_576 * 0.9);
  return {
    total_heap_size: heapTotal,
    total_heap_size_executable: 0,
    total_physical_size: rss,
    total_available_size: Math.max(0, limit - heapUsed),
    used_heap_size: heapUsed,
    heap_size_limit: limit,
    malloced_memory: 0,
    peak_malloced_memory: 0,
    does_zap_garbage: 0,
    number_of_native_contexts: 1,
    number_of_detached_contexts: 0,
    total_global_handles_size: 0,
    used_global_handles_size: 0,
    external_memory: 0,
    total_allocated_bytes: heapUsed,
  };
}

const v8 = {
  cachedDataVersionTag: () => 0,
  getHeapStatistics,
  setFlagsFromString: () => undefined,
  setHeapSnapshotNearHeapLimit: () => undefined,
  takeCoverage: () => undefined,
  stopCoverage: () => undefined,
  startupSnapshot: { isBuildingSnapshot: () => false },
  promiseHooks: impossibles("v8.promiseHooks", WHY, "onInit onBefore onAfter onSettled createHook"),
  ...impossibles(
    "v8",
    WHY,
    "getHeapSnapshot getHeapSpaceStatistics getHeapCodeStatistics getCppHeapStatistics deserialize serialize writeHeapSnapshot queryObjects isStringOneByteRepresentation startCpuProfile",
    "Serializer Deserializer DefaultSerializer DefaultDeserializer GCProfiler",
  ),
};

export { v8 as "module.exports" };
