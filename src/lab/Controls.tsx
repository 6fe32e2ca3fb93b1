/** What a reader may turn beside the code: a number or a choice each, shown with its value before any script runs. */
import { type Chosen, type Control, hasOptions, type Options, type Range } from "../../sandbox/exercise/controls.ts";

interface ControlsProps {
  readonly controls: readonly Control[];
  readonly chosen: Chosen;
  readonly isAlive: boolean;
  /** What turning them does, a sentence. */
  readonly hint?: string;
  readonly onChange: (chosen: Chosen) => void;
}

export function Controls({ controls, chosen, isAlive, hint, onChange }: ControlsProps) {
  return (
    <div class="settings controls" {...(controls.length > 1 && { role: "group", "aria-label": "바꿔 볼 설정" })}>
      {controls.map((control) => {
        const { name } = control;
        const field = { value: chosen[name], isAlive, onChange: (value: Value) => onChange({ ...chosen, [name]: value }) };
        return hasOptions(control) ? (
          <OptionsField key={name} control={control} {...field} />
        ) : (
          <RangeField key={name} control={control} {...field} />
        );
      })}
      {isAlive && hint !== undefined && <small>{hint}</small>}
    </div>
  );
}

type Value = Chosen[string];

interface FieldProps<Kind> {
  readonly control: Control & Kind;
  readonly value: Value | undefined;
  readonly isAlive: boolean;
  readonly onChange: (value: Value) => void;
}

function RangeField({ control: { label, unit, from, to }, value, isAlive, onChange }: FieldProps<Range>) {
  return (
    <label>
      {unit === undefined ? label : `${label}(${unit})`}
      <input
        type="number"
        min={from}
        max={to}
        step={1}
        value={typeof value === "number" ? value : ""}
        disabled={!isAlive}
        // An empty field is no number yet: null, which no range allows.
        onInput={({ currentTarget: { valueAsNumber } }) => onChange(Number.isNaN(valueAsNumber) ? null : valueAsNumber)}
      />
    </label>
  );
}

function OptionsField({ control: { label, options }, value, isAlive, onChange }: FieldProps<Options>) {
  return (
    <label>
      {label}
      <select
        value={options.findIndex((option) => JSON.stringify(option.value) === JSON.stringify(value))}
        disabled={!isAlive}
        onChange={({ currentTarget }) => onChange(options[currentTarget.selectedIndex]?.value ?? null)}
      >
        {options.map((option, index) => (
          <option key={option.label} value={index}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
