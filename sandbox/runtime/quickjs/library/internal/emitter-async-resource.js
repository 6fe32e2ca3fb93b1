/** events.EventEmitterAsyncResource (lib/events.js): an emitter whose listeners run in the asynchronous context it was made in. */
import { validateString } from "./validators.js";

let resourceClass;

/** Made with the first emitter: importing node:events names the class, and shall not load async_hooks. */
function referencingResource() {
  resourceClass ??= class EventEmitterReferencingAsyncResource extends require("async_hooks").AsyncResource {
    #eventEmitter;
    constructor(emitter, type, options) {
      super(type, options);
      this.#eventEmitter = emitter;
    }
    get eventEmitter() {
      return this.#eventEmitter;
    }
  };
  return resourceClass;
}

/** `EventEmitter`: the class of node:events, which makes this when it is first asked for. */
export function emitterAsyncResource(EventEmitter) {
  return class EventEmitterAsyncResource extends EventEmitter {
    #asyncResource;
    constructor(options = undefined) {
      const named = typeof options === "string";
      if (!named && new.target === EventEmitterAsyncResource) validateString(options?.name, "options.name");
      const name = named ? options : options?.name || new.target.name;
      const rest = named ? undefined : options;
      super(rest);
      this.#asyncResource = new (referencingResource())(this, name, rest);
    }
    emit(event, ...args) {
      return this.#asyncResource.runInAsyncScope(super.emit, this, event, ...args);
    }
    emitDestroy() {
      this.#asyncResource.emitDestroy();
    }
    get asyncId() {
      return this.#asyncResource.asyncId();
    }
    get triggerAsyncId() {
      return this.#asyncResource.triggerAsyncId();
    }
    get asyncResource() {
      return this.#asyncResource;
    }
  };
}
