/** Lanes of queues, mappings and front ends, on the axis of the environments. */
import type { TimeAxis } from "../time-axis.ts";
import type { Mark, ServiceLane } from "./lanes.ts";

export function ServiceLanes({ lanes, axis }: { readonly lanes: readonly ServiceLane[]; readonly axis: TimeAxis }) {
  return (
    <>
      {lanes.map(({ key, name, told, drawn, marks }) => (
        <li key={key} class="service-lane">
          <p>
            <b>{name}</b> {[told, drawn].filter((part) => part !== undefined && part !== "").join(". ")}
          </p>
          <span class="track" aria-hidden="true">
            {marks.map((mark, index) => (
              <MarkOf key={index} mark={mark} axis={axis} />
            ))}
          </span>
        </li>
      ))}
    </>
  );
}

function MarkOf({ mark: { kind, from, to, title, height }, axis }: { readonly mark: Mark; readonly axis: TimeAxis }) {
  const left = axis.position(from);
  if (to === undefined) return <i class={`sign ${kind}`} style={{ left: percent(left) }} title={title} />;
  const width = percent(axis.position(to) - left);
  return (
    <span
      class={`mark ${kind}`}
      style={{ left: percent(left), width, ...(height !== undefined && { height: percent(height) }) }}
      title={title}
    />
  );
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
