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
