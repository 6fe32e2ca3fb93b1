/** What Amazon SQS sends to CloudWatch of a queue that a run has used (SQS developer guide, "Available CloudWatch metrics"). */
import type { Instant, Millis } from "../../time/instant.ts";
import type { Trace } from "../events.ts";
import { Gauge, type MetricName, type MetricSamples, type Unit } from "./samples.ts";

export function queueSamples(trace: Trace, samples: MetricSamples, period: Millis): void {
  const queues = new Map<string, Queue>();
  const queueNamed = (name: string) => {
    const known = queues.get(name) ?? new Queue(name, samples, period);
    queues.set(name, known);
    return known;
  };
  for (const event of trace.events) {
    switch (event.type) {
      case "message-sent":
        queueNamed(event.queue).sent(event.at, event.messageId);
        break;
      case "message-received":
        queueNamed(event.queue).received(event.at, event.messageId);
        break;
      case "message-returned":
        queueNamed(event.queue).returned(event.at, event.messageId);
        break;
      case "message-deleted":
        queueNamed(event.queue).deleted(event.at, event.messageId, event.why !== "retention");
        break;
      case "message-moved":
        queueNamed(event.queue).gone(event.at, event.messageId);
        queueNamed(event.to).arrived(event.at, event.messageId);
        break;
    }
  }
  for (const queue of queues.values()) queue.end(trace.endsAt);
}

class Queue {
  readonly #samples: MetricSamples;
  readonly #QueueName: string;
  readonly #visible: Gauge;
  readonly #inFlight: Gauge;
  /** Of messages that are in the queue: since when, oldest first. */
  readonly #since = new Map<string, Instant>();
  readonly #invisible = new Set<string>();
  readonly #period: Millis;
  #agesToldUntil: Instant | undefined;

  constructor(arnOrName: string, samples: MetricSamples, period: Millis) {
    this.#samples = samples;
    this.#period = period;
    this.#QueueName = arnOrName.slice(arnOrName.lastIndexOf(":") + 1);
    this.#visible = new Gauge(samples, this.#name("ApproximateNumberOfMessagesVisible", "Count"), period);
    this.#inFlight = new Gauge(samples, this.#name("ApproximateNumberOfMessagesNotVisible", "Count"), period);
  }

  sent(at: Instant, id: string): void {
    this.#count(at, "NumberOfMessagesSent");
    this.arrived(at, id);
  }

  /** Messages that SQS itself moves to a dead-letter queue are no sent ones. */
  arrived(at: Instant, id: string): void {
    this.#tellAges(at);
    this.#since.set(id, at);
    this.#tell(at);
  }

  received(at: Instant, id: string): void {
    this.#count(at, "NumberOfMessagesReceived");
    this.#tellAges(at);
    this.#invisible.add(id);
    this.#tell(at);
  }

  returned(at: Instant, id: string): void {
    this.#tellAges(at);
    this.#invisible.delete(id);
    this.#tell(at);
  }

  deleted(at: Instant, id: string, byRequest: boolean): void {
    if (byRequest) this.#count(at, "NumberOfMessagesDeleted");
    this.gone(at, id);
  }

  gone(at: Instant, id: string): void {
    this.#tellAges(at);
    this.#since.delete(id);
    this.#invisible.delete(id);
    this.#tell(at);
  }

  end(at: Instant): void {
    this.#tellAges(at);
    this.#visible.until(at);
    this.#inFlight.until(at);
  }

  #tell(at: Instant): void {
    this.#visible.set(at, this.#since.size - this.#invisible.size);
    this.#inFlight.set(at, this.#invisible.size);
  }

  /** The age of the oldest message at the end of each period that has passed since the last change. */
  #tellAges(at: Instant): void {
    const from = this.#agesToldUntil ?? at;
    this.#agesToldUntil = Math.max(from, at);
    const oldest = this.#since.values().next().value;
    if (oldest === undefined) return;
    for (let end = (Math.floor(from / this.#period) + 1) * this.#period; end <= at; end += this.#period) {
      // A period's last millisecond is in it; the next one's first is not.
      this.#samples.add(this.#name("ApproximateAgeOfOldestMessage", "Seconds"), end - 1, Math.floor((end - oldest) / 1000));
    }
  }

  #count(at: Instant, name: string): void {
    this.#samples.add(this.#name(name, "Count"), at, 1);
  }

  #name(MetricName: string, Unit: Unit): MetricName {
    return { Namespace: "AWS/SQS", MetricName, Dimensions: { QueueName: this.#QueueName }, Unit };
  }
}
