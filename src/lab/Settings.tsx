/** The function's configuration, as the console of AWS has it. What is changed is deployed with the next run. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { RuntimeIdentifier } from "../../sandbox/index.ts";
import type { Configuration } from "./session.ts";

type Key = "MemorySize" | "Timeout" | "Runtime" | "Environment";

interface SettingsProps {
  readonly configuration: Configuration;
  /** Which of them can be changed; the others are not shown. */
  readonly keys: readonly Key[];
  /** Attached by the author: shown, not changed. */
  readonly layers?: readonly string[] | undefined;
  readonly isAlive: boolean;
  readonly onChange: (configuration: Configuration) => void;
}

const RUNTIMES: readonly (readonly [RuntimeIdentifier, string])[] = [
  ["nodejs24.x", "Node.js 24"],
  ["nodejs22.x", "Node.js 22"],
];

export function Settings({ configuration, keys, layers = [], isAlive, onChange }: SettingsProps) {
  const { MemorySize, Timeout, Runtime } = configuration;
  const change = (changed: Partial<Configuration>) => onChange({ ...configuration, ...changed });
  return (
    <div class="settings">
      {keys.includes("MemorySize") && (
        <label>
          메모리(MB)
          <input
            type="number"
            min={128}
            max={10_240}
            step={1}
            value={MemorySize}
            disabled={!isAlive}
            onInput={({ currentTarget }) => change({ MemorySize: currentTarget.valueAsNumber })}
          />
        </label>
      )}
      {keys.includes("Timeout") && (
        <label>
          타임아웃(초)
          <input
            type="number"
            min={1}
            max={900}
            step={1}
            value={Timeout}
            disabled={!isAlive}
            onInput={({ currentTarget }) => change({ Timeout: currentTarget.valueAsNumber })}
          />
        </label>
      )}
      {keys.includes("Runtime") && (
        <label>
          런타임
          <select
            value={Runtime}
            disabled={!isAlive}
            onChange={({ currentTarget }) => {
              const chosen = RUNTIMES.find(([name]) => name === currentTarget.value);
              if (chosen !== undefined) change({ Runtime: chosen[0] });
            }}
          >
            {RUNTIMES.map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {keys.includes("Environment") && (
        <Variables
          variables={configuration.Environment.Variables}
          isAlive={isAlive}
          onChange={(Variables) => change({ Environment: { Variables } })}
        />
      )}
      {layers.length > 0 && <p>레이어(적은 차례로 합쳐집니다): {layers.join(", ")}</p>}
    </div>
  );
}

interface VariablesProps {
  readonly variables: Readonly<Record<string, string>>;
  readonly isAlive: boolean;
  readonly onChange: (variables: Readonly<Record<string, string>>) => void;
}

/** As lines of a .env file: nothing has to be clicked to add or to remove one. */
function Variables({ variables, isAlive, onChange }: VariablesProps) {
  const id = useId();
  const written = useSignal<string | undefined>(undefined);
  const text = Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
  return (
    <div class="variables">
      <label for={id}>환경 변수</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        wrap="off"
        placeholder="TABLE_NAME=orders"
        aria-describedby={`${id}-hint`}
        disabled={!isAlive}
        value={written.value !== undefined && sameVariables(written.value, variables) ? written.value : text}
        onInput={({ currentTarget: { value } }) => {
          written.value = value;
          onChange(variablesIn(value));
        }}
      />
      <small id={`${id}-hint`}>한 줄에 하나씩 이름=값 꼴로 적습니다.</small>
    </div>
  );
}

const sameVariables = (text: string, variables: Readonly<Record<string, string>>) =>
  JSON.stringify(variablesIn(text)) === JSON.stringify(variables);

/** A line without `=` is a name whose value is still to come. */
function variablesIn(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line): [string, string] => {
      const [name = "", ...value] = line.split("=");
      return [name.trim(), value.join("=")];
    }),
  );
}
