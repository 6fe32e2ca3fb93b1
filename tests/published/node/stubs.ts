/** The answers of the stubbed network, of the handler that runs now. */
import type { Job } from "./jobs.ts";

interface Stub {
  readonly url: string;
  readonly method?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Answers so often, then no more. */
  readonly times?: number;
}

let stubs: { readonly stub: Stub; left: number }[] = [];

export function answerWith(answers: NonNullable<Job["http"]>): void {
  stubs = (answers as readonly Stub[]).map((stub) => ({ stub, left: stub.times ?? Number.POSITIVE_INFINITY }));
}

export const isStubbed = (host: string): boolean => stubs.some(({ stub }) => new URL(stub.url).host === host);

export function stubFor(url: string, method: string): Stub | undefined {
  const found = stubs.find(({ stub, left }) => left > 0 && stub.url === url && (stub.method ?? method) === method);
  if (found !== undefined) found.left -= 1;
  return found?.stub;
}
