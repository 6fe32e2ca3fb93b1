/** What a run of the service left behind: HTTP answers, messages in queues, records that were delivered, metrics, and all that happened, in order. */
import { messagesLeft } from "../../../sandbox/exercise/queue-test.ts";
import { type Instant, metrics, type Trace } from "../../../sandbox/index.ts";
import { exactly } from "../durations.ts";
import { MANY_CALLS } from "../has-service.ts";
import { HttpAnswers } from "./HttpAnswers.tsx";
import { MetricChart } from "./MetricChart.tsx";
import { sourceName, told } from "./words.ts";

interface ServicePanelsProps {
  readonly trace: Trace;
  /** Only what was left behind. */
  readonly isBrief?: boolean;
}

export function ServicePanels({ trace, isBrief = false }: ServicePanelsProps) {
  const happened = trace.events.flatMap((event) => {
    const text = told(event);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
  const calls = trace.events.reduce((count, { type }) => count + (type === "invoke-ended" ? 1 : 0), 0);
  // A lab in which a function was called a few times shows all of it elsewhere.
  if (happened.length === 0 && (isBrief || calls < MANY_CALLS)) return null;
  return (
    <div class="service">
      <HttpAnswers trace={trace} />
      <Queues trace={trace} />
      <Records trace={trace} />
      {!isBrief && <Metrics trace={trace} />}
      {!isBrief && happened.length > 0 && <Story happened={happened} from={trace.startsAt} />}
    </div>
  );
}

const FEW = 5;

function Queues({ trace }: { readonly trace: Trace }) {
  const names = [
    ...new Set(
      trace.events.flatMap((event) =>
        event.type === "message-sent" || event.type === "message-deleted"
          ? [event.queue]
          : event.type === "message-moved"
            ? [event.queue, event.to]
            : [],
      ),
    ),
  ];
  if (names.length === 0) return null;
  return (
    <section>
      <h4>큐에 남은 메시지</h4>
      <dl>
        {names.map((name) => {
          const left = messagesLeft(trace, name);
          return (
            <div key={name}>
              <dt>
                {name} <small>{left.length.toLocaleString("ko-KR")}개</small>
              </dt>
              {left.slice(0, FEW).map(({ body, attributes = {} }, index) => (
                <dd key={index}>
                  <code>{body.slice(0, 400)}</code>
                  {Object.entries(attributes).map(([attribute, value]) => (
                    <small key={attribute}>
                      메시지 속성 {attribute}: <code>{value.slice(0, 400)}</code>
                    </small>
                  ))}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Records({ trace }: { readonly trace: Trace }) {
  const delivered = trace.events.filter(
    (event) => event.type === "record-delivered" && event.body !== undefined && event.as !== "dead letter",
  );
  if (delivered.length === 0) return null;
  return (
    <section>
      <h4>대상이 받은 기록</h4>
      {delivered.slice(-2).map((event) =>
        event.type === "record-delivered" ? (
          <div key={`${event.requestId}${event.to}`}>
            <p>{sourceName(event.to)}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
            <pre tabIndex={0}>{laidOut(event.body ?? "")}</pre>
          </div>
        ) : null,
      )}
    </section>
  );
}

/** Those that a reader of the book knows, of functions. */
const SHOWN = [
  "Invocations",
  "Errors",
  "Throttles",
  "ConcurrentExecutions",
  "Duration",
  "IteratorAge",
  "AsyncEventsDropped",
  "ProvisionedConcurrencySpilloverInvocations",
];

function Metrics({ trace }: { readonly trace: Trace }) {
  const found = metrics(trace).filter(
    ({ MetricName, Dimensions }) => SHOWN.includes(MetricName) && Object.keys(Dimensions).join() === "FunctionName",
  );
  // A single call's metrics say what its REPORT says.
  if (found.every(({ points }) => points.reduce((sum, { SampleCount }) => sum + SampleCount, 0) < FEW)) return null;
  return (
    <details>
      <summary>CloudWatch 지표 보기</summary>
      <div class="metrics">
        {found.map((metric) => (
          <MetricChart key={`${metric.MetricName}${metric.Dimensions.FunctionName}`} metric={metric} />
        ))}
      </div>
    </details>
  );
}

const MOST_LINES = 200;

function Story({
  happened,
  from,
}: {
  readonly happened: readonly { readonly at: Instant; readonly text: string }[];
  readonly from: Instant;
}) {
  return (
    <details>
      <summary>일어난 일을 차례로 보기</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ol class="story" tabIndex={0} aria-label="일어난 일">
        {happened.slice(-MOST_LINES).map(({ at, text }, index) => (
          <li key={index}>
            <small>+{exactly(at - from)}</small> {text}
          </li>
        ))}
      </ol>
      {happened.length > MOST_LINES && (
        <p class="note">
          {happened.length.toLocaleString("ko-KR")}가지 가운데 마지막 {MOST_LINES}가지입니다.
        </p>
      )}
    </details>
  );
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    // A record that is no JSON is shown as it is.
    return text;
  }
}
