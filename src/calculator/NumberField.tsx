/** One number, seen twice: a field for any value, and a slider where sliding helps. */
import { useId } from "preact/hooks";
import type { NumberField as Name } from "../../sandbox/index.ts";
import { readNumber, writtenOf } from "./settings.ts";
import { nearestStop, STOPS } from "./slider-stops.ts";

interface NumberFieldProps {
  readonly name: Name;
  readonly label: string;
  readonly unit: string;
  readonly written: string;
  /** A sentence about what is written. */
  readonly problem: string | undefined;
  readonly note?: string | undefined;
  readonly isAlive: boolean;
  readonly onWrite: (written: string) => void;
}

export function NumberField({ name, label, unit, written, problem, note, isAlive, onWrite }: NumberFieldProps) {
  const id = useId();
  const stops = STOPS[name];
  const value = readNumber(name, written);
  const described = [problem !== undefined && `${id}-problem`, note !== undefined && `${id}-note`]
    .filter((part) => part !== false)
    .join(" ");
  return (
    <div class="number-field">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={written}
          disabled={!isAlive}
          aria-invalid={problem !== undefined}
          aria-describedby={described === "" ? undefined : described}
          onInput={({ currentTarget }) => onWrite(currentTarget.value)}
          onChange={({ currentTarget }) => {
            const read = readNumber(name, currentTarget.value);
            if (!Number.isNaN(read)) onWrite(writtenOf(name, read));
          }}
        />
        <span>{unit}</span>
      </span>
      {stops !== undefined && (
        <input
          type="range"
          aria-label={`${label} 눈금`}
          aria-valuetext={`${written}${unit}`}
          min={0}
          max={stops.length - 1}
          step={1}
          value={Number.isNaN(value) ? 0 : nearestStop(stops, value)}
          disabled={!isAlive}
          onInput={({ currentTarget }) => onWrite(writtenOf(name, stops[currentTarget.valueAsNumber] ?? 0))}
        />
      )}
      {problem !== undefined && (
        <small id={`${id}-problem`} class="problem">
          {label} {problem}
        </small>
      )}
      {note !== undefined && <small id={`${id}-note`}>{note}</small>}
    </div>
  );
}
