import type { HostError } from "../guest/host.ts";

/** A module could not be found or loaded: the error that Node would throw, as data. */
export class LoadingError extends Error {
  readonly error: HostError;
  constructor(error: HostError, options?: ErrorOptions) {
    super(error.message, options);
    this.error = error;
  }
}

export function loadingError(
  name: HostError["name"],
  message: string,
  code: string,
  options: { readonly bracketed?: boolean; readonly fields?: Readonly<Record<string, unknown>>; readonly cause?: unknown } = {},
): LoadingError {
  const { cause, ...rest } = options;
  return new LoadingError({ name, message, code, ...rest }, { cause });
}
