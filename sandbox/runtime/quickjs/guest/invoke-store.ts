/**
 * awslambda.InvokeStore of nodejs24.x: what belongs to the invocation that runs, for libraries (@aws/lambda-invoke-store, which the
 * runtime client brings). An environment has one invocation at a time, so the store is a plain field.
 */
import { primordials as p } from "./primordials.ts";

const PROTECTED_KEYS = {
  REQUEST_ID: p.SymbolFor("_AWS_LAMBDA_REQUEST_ID"),
  X_RAY_TRACE_ID: p.SymbolFor("_AWS_LAMBDA_X_RAY_TRACE_ID"),
  TENANT_ID: p.SymbolFor("_AWS_LAMBDA_TENANT_ID"),
} as const;

type Context = Record<PropertyKey, unknown>;

class InvokeStoreBase {
  static PROTECTED_KEYS = PROTECTED_KEYS;
  isProtectedKey(key: PropertyKey): boolean {
    return key === PROTECTED_KEYS.REQUEST_ID || key === PROTECTED_KEYS.X_RAY_TRACE_ID || key === PROTECTED_KEYS.TENANT_ID;
  }
}

export class InvokeStoreSingle extends InvokeStoreBase {
  currentContext: Context | undefined;
  getContext(): Context | undefined {
    return this.currentContext;
  }
  hasContext(): boolean {
    return this.currentContext !== undefined;
  }
  get(key: PropertyKey): unknown {
    return this.currentContext?.[key];
  }
  set(key: PropertyKey, value: unknown): void {
    if (this.isProtectedKey(key)) throw new p.ErrorCtor(`Cannot modify protected Lambda context field: ${p.StringCtor(key)}`);
    this.currentContext = this.currentContext || {};
    this.currentContext[key] = value;
  }
  getRequestId(): unknown {
    return this.get(PROTECTED_KEYS.REQUEST_ID) ?? "-";
  }
  getXRayTraceId(): unknown {
    return this.get(PROTECTED_KEYS.X_RAY_TRACE_ID);
  }
  getTenantId(): unknown {
    return this.get(PROTECTED_KEYS.TENANT_ID);
  }
  run<T>(context: Context, fn: () => T): T {
    this.currentContext = context;
    return fn();
  }
}

/** What the client has the store hold while an invocation runs. */
export function invocationContext(requestId: string, traceId: string | undefined): Context {
  return { [PROTECTED_KEYS.REQUEST_ID]: requestId, [PROTECTED_KEYS.X_RAY_TRACE_ID]: traceId, [PROTECTED_KEYS.TENANT_ID]: undefined };
}
