/** A pointer to a `JSValue` on the engine's heap. */
export type Value = number & { readonly __value: unique symbol };

interface Counter {
  value: number;
}

/** What the metered engine exports, by the names that names.ts gives back to it. */
export interface Exports {
  readonly fuel: Counter;
  readonly stack_pointer: Counter;
  readonly table_size: Counter;
  /** The guest's function that follows promises (reactions.ts); 0: none. */
  readonly reaction_hook: Counter;
  initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  QTS_NewRuntime(): number;
  QTS_NewContext(runtime: number, intrinsics: number): number;
  QTS_RuntimeSetMaxStackSize(runtime: number, bytes: number): void;
  QTS_RuntimeEnableModuleLoader(runtime: number, customNormalize: number): void;
  QTS_RuntimeEnableInterruptHandler(runtime: number): void;
  QTS_RuntimeDisableInterruptHandler(runtime: number): void;
  QTS_Eval(context: number, code: number, length: number, name: number, detectModule: number, flags: number): Value;
  QTS_Call(context: number, fn: Value, self: Value, argc: number, argv: number): Value;
  QTS_ResolveException(context: number, value: Value): Value;
  QTS_Throw(context: number, error: Value): Value;
  QTS_NewError(context: number): Value;
  QTS_NewString(context: number, text: number): Value;
  QTS_GetString(context: number, value: Value): number;
  QTS_FreeCString(context: number, text: number): void;
  QTS_NewFloat64(context: number, value: number): Value;
  QTS_GetFloat64(context: number, value: Value): number;
  QTS_NewFunction(context: number, name: number, length: number, isConstructor: number, id: number): Value;
  QTS_NewArrayBuffer(context: number, data: number, length: number): Value;
  QTS_GetArrayBuffer(context: number, value: Value): number;
  QTS_GetArrayBufferLength(context: number, value: Value): number;
  QTS_GetProp(context: number, self: Value, name: Value): Value;
  QTS_SetProp(context: number, self: Value, name: Value, value: Value): void;
  QTS_GetGlobalObject(context: number): Value;
  QTS_GetUndefined(): Value;
  QTS_DupValuePointer(context: number, value: Value): Value;
  QTS_FreeValuePointer(context: number, value: Value): void;
  QTS_PromiseState(context: number, promise: Value): number;
  QTS_PromiseResult(context: number, promise: Value): Value;
  QTS_IsJobPending(runtime: number): number;
  QTS_ExecutePendingJob(runtime: number, most: number, context: number): Value;
}

/** The names of them all. What the package exports besides, meter.ts takes away with the functions that only it needs. */
export const EXPORTED: Readonly<Record<keyof Exports, true>> = {
  fuel: true,
  stack_pointer: true,
  table_size: true,
  reaction_hook: true,
  initialize: true,
  malloc: true,
  free: true,
  QTS_NewRuntime: true,
  QTS_NewContext: true,
  QTS_RuntimeSetMaxStackSize: true,
  QTS_RuntimeEnableModuleLoader: true,
  QTS_RuntimeEnableInterruptHandler: true,
  QTS_RuntimeDisableInterruptHandler: true,
  QTS_Eval: true,
  QTS_Call: true,
  QTS_ResolveException: true,
  QTS_Throw: true,
  QTS_NewError: true,
  QTS_NewString: true,
  QTS_GetString: true,
  QTS_FreeCString: true,
  QTS_NewFloat64: true,
  QTS_GetFloat64: true,
  QTS_NewFunction: true,
  QTS_NewArrayBuffer: true,
  QTS_GetArrayBuffer: true,
  QTS_GetArrayBufferLength: true,
  QTS_GetProp: true,
  QTS_SetProp: true,
  QTS_GetGlobalObject: true,
  QTS_GetUndefined: true,
  QTS_DupValuePointer: true,
  QTS_FreeValuePointer: true,
  QTS_PromiseState: true,
  QTS_PromiseResult: true,
  QTS_IsJobPending: true,
  QTS_ExecutePendingJob: true,
};
