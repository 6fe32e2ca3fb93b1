/**
 * What goes to a function's dead-letter queue or topic: the event, unchanged, and why (developer guide, "Adding a dead-letter
 * queue"; recorded from AWS in November 2025, fidelity.md §5.3).
 */
import type { MessageAttribute } from "../services/target.ts";
import type { SettledEvent } from "./destination-record.ts";

/** Bytes of the error message that are kept. */
const MESSAGE_BYTES = 1024;

export function deadLetterAttributes(event: SettledEvent): Readonly<Record<string, MessageAttribute>> {
  const { code, message } = errorOf(event);
  return {
    RequestID: { DataType: "String", StringValue: event.requestId },
    ErrorCode: { DataType: "Number", StringValue: String(code) },
    ErrorMessage: { DataType: "String", StringValue: truncated(message) },
  };
}

/** The function's own error; where it was never reached, what the attempts were answered. [INF] */
function errorOf({ condition, answer }: SettledEvent): { readonly code: number; readonly message: string } {
  if (condition === "RecursiveLoop") return { code: 400, message: RECURSION_MESSAGE };
  if (answer === undefined) return { code: 429, message: "Rate Exceeded." };
  return { code: 200, message: errorMessageOf(answer.outcome.payload) };
}

/** Lambda API, RecursiveInvocationException. */
export const RECURSION_MESSAGE =
  "Lambda has detected your function being invoked in a recursive loop with other Amazon Web Services resources and stopped your function's invocation.";

function errorMessageOf(payload: string): string {
  const error: unknown = JSON.parse(payload);
  const message = typeof error === "object" && error !== null && "errorMessage" in error ? error.errorMessage : undefined;
  // An attribute of a message cannot be empty.
  return typeof message === "string" && message !== "" ? message : payload;
}

function truncated(message: string): string {
  const bytes = new TextEncoder().encode(message);
  if (bytes.length <= MESSAGE_BYTES) return message;
  // A character that is cut in two is left out.
  return new TextDecoder().decode(bytes.subarray(0, MESSAGE_BYTES)).replace(/\ufffd$/, "");
}
