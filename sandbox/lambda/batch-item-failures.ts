/**
 * ReportBatchItemFailures: what a function's answer says of its batch. The same for queues and streams (fidelity.md §6.2; cases
 * recorded from AWS in November 2025).
 *
 *     {"batchItemFailures": [{"itemIdentifier": "<message id or sequence number>"}]}
 */
export type BatchVerdict =
  | { readonly outcome: "success" }
  /** In the batch's own order, each once. */
  | { readonly outcome: "partial"; readonly failed: readonly string[] }
  | { readonly outcome: "failure" };

/** `payload`: JSON text that the function returned. `ids`: of the batch. `identified`: an itemIdentifier that is no text, as an id. */
export function batchVerdict(
  payload: string,
  ids: readonly string[],
  identified: (itemIdentifier: unknown) => unknown = (item) => item,
): BatchVerdict {
  const failures = failuresIn(parsed(payload));
  if (failures === "invalid") return { outcome: "failure" };
  if (failures.length === 0) return { outcome: "success" };
  const named = new Set(failures.map((failure) => identified(identifierOf(failure))));
  const known = ids.filter((id) => named.has(id));
  // An identifier that is empty, null, unknown or missing makes the whole batch fail.
  return known.length === named.size ? { outcome: "partial", failed: known } : { outcome: "failure" };
}

/** `null`, `{}`, `""`, and a list that is null, missing or empty: nothing failed. */
function failuresIn(answer: unknown): readonly unknown[] | "invalid" {
  if (answer === null || answer === "") return [];
  if (answer === undefined) return "invalid";
  if (typeof answer !== "object" || !("batchItemFailures" in answer) || answer.batchItemFailures === null) return [];
  return Array.isArray(answer.batchItemFailures) ? answer.batchItemFailures : "invalid";
}

function identifierOf(failure: unknown): unknown {
  return typeof failure === "object" && failure !== null && "itemIdentifier" in failure ? failure.itemIdentifier : undefined;
}

/** Undefined: no JSON. */
function parsed(payload: string): unknown {
  if (payload === "") return null;
  try {
    return JSON.parse(payload);
  } catch {
    // A streamed answer may be any text.
    return undefined;
  }
}
