/** What a process has told Lambda since it was given the CPU: through its runtime client, or by the Runtime API itself. */
import type { RuntimeApiEvents } from "../../lambda/runtime-api.ts";
import type { Instant } from "../../time/instant.ts";
import type { ProcessChunk, Response } from "../runtime.ts";
import { AnswerStream, CUT_OFF } from "./answer-stream.ts";
import type { AnswerSink } from "./binding.ts";

export class SaidToLambda {
  #isParked = false;
  #response: Response | undefined;
  #initError: { readonly errorType: string; readonly payload: string } | undefined;
  #answer: AnswerStream | undefined;
  /** Bytes of an answer are on their way: it can be no other one any more. */
  #streams = false;

  /** It asked for the next invocation, or said that it is initialized: the process may be frozen. */
  get isParked(): boolean {
    return this.#isParked;
  }

  get response(): Response | undefined {
    return this.#response;
  }

  get initError(): { readonly errorType: string; readonly payload: string } | undefined {
    return this.#initError;
  }

  /** A phase begins. */
  begin(): void {
    this.#isParked = false;
    this.#response = undefined;
    this.#streams = false;
  }

  /** An invocation begins. `streamLimit`: bytes that its answer may have if it is streamed. */
  expectAnswer(streamLimit: number, streamed: (chunk: ProcessChunk) => void): void {
    this.#answer = new AnswerStream(streamLimit, streamed);
  }

  park(): void {
    this.#isParked = true;
  }

  /** Of the runtime client: the first answer counts, as the Runtime API refuses a second one. */
  respond(response: Response): void {
    if (!this.#streams) this.#response ??= response;
  }

  failInit(errorType: string, payload: string): void {
    this.#initError = { errorType, payload };
  }

  /** Of a function that brings its own runtime: what of it counts, the API has decided (lambda/runtime-api.ts). */
  readonly apiEvents: RuntimeApiEvents = {
    next: () => this.park(),
    response: (payload) => {
      this.#response = { ok: true, payload };
    },
    error: (errorType, payload) => {
      this.#response = { ok: false, errorType, payload };
    },
    initError: (errorType, payload) => this.failInit(errorType, payload),
  };

  /** Late bytes of an invocation that is over go nowhere. */
  answerSink(now: () => Instant): AnswerSink {
    return {
      write: (bytes) => {
        if (this.#response !== undefined || this.#answer === undefined) return CUT_OFF;
        this.#streams = true;
        const taken = this.#answer.write(now(), bytes);
        if (taken === CUT_OFF) this.#response = { ok: "streamed", contentType: "", ending: { how: "too large" } };
        return taken;
      },
      flush: () => this.#answer?.flush(now()),
      end: (contentType, ending) => {
        this.#response ??= { ok: "streamed", contentType, ending };
      },
    };
  }
}
