/** The event as a form: what happened, in the words of where it comes from. */
import { useEffect, useId, useRef } from "preact/hooks";
import type { Field } from "../../sandbox/events/index.ts";
import type { EventForm as Source } from "./definition.ts";
import type { EventFormState } from "./event-form.ts";

interface EventFormProps {
  readonly source: Source;
  readonly form: EventFormState;
  readonly onComposing: (isComposing: boolean) => void;
  /** The reader gives up what was written by hand. */
  readonly onRemake: () => void;
}

export function EventForm({ source, form, onComposing, onRemake }: EventFormProps) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => form.load(), [form]);
  // Preact's attributes miss composition events: elements have no such property to tell it their name in lower case.
  useEffect(() => {
    const { current } = fields;
    const start = () => onComposing(true);
    const end = () => onComposing(false);
    current?.addEventListener("compositionstart", start);
    current?.addEventListener("compositionend", end);
    return () => {
      current?.removeEventListener("compositionstart", start);
      current?.removeEventListener("compositionend", end);
    };
  }, [onComposing]);
  const isReady = form.came.value === "here" && !form.isByHand.value;
  return (
    <div class="event-form">
      {form.came.value === "lost" && <p class="note">불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.</p>}
      {form.isByHand.value && (
        <p class="by-hand">
          JSON을 직접 고쳐서 양식과 다릅니다. 실행하면 고친 JSON을 보냅니다.
          <button type="button" onClick={onRemake}>
            양식으로 다시 만들기
          </button>
        </p>
      )}
      <div ref={fields} class="settings">
        {source.fields.map((field) => (
          <FieldOf
            key={field.name}
            field={field}
            first={source.values[field.name] ?? field.default}
            value={form.typed.value[field.name] ?? field.default}
            problem={form.problem.value?.field === field.name ? sentenceOf(form.problem.value.says) : undefined}
            isAlive={isReady}
            onValue={(value) => form.change(field.name, value)}
          />
        ))}
      </div>
    </div>
  );
}

/** 양식 / JSON */
export function EventViews({ view }: Pick<EventFormState, "view">) {
  const name = useId();
  const views = { form: "양식", json: "JSON" } as const;
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">이벤트를 쓰는 방법</legend>
      {(["form", "json"] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={view.value === each}
            onChange={() => {
              view.value = each;
            }}
          />
          <span>{views[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly field: Field;
  /** Its length decides how wide the field is: that must not change under a reader's hands. */
  readonly first: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly isAlive: boolean;
  readonly onValue: (value: string) => void;
}

const LONG = 24;

function FieldOf({ field, first, value, problem, isAlive, onValue }: FieldProps) {
  const id = useId();
  const common = {
    id,
    value,
    disabled: !isAlive,
    "aria-invalid": problem !== undefined,
    "aria-describedby": problem === undefined ? undefined : `${id}-problem`,
  };
  const typed = {
    ...common,
    spellcheck: false,
    autocomplete: "off",
    autocapitalize: "off",
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => onValue(currentTarget.value),
  } as const;
  return (
    <div class={`field ${field.kind === "json" || first.length > LONG ? "long" : ""}`}>
      <label for={id}>{field.label}</label>
      {field.kind === "select" && (
        <select {...common} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
          {field.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
      {field.kind === "json" && <textarea {...typed} rows={Math.min(6, first.split("\n").length + 1)} />}
      {(field.kind === "text" || field.kind === "number") && (
        <input {...typed} type="text" inputMode={field.kind === "number" ? "numeric" : "text"} />
      )}
      {problem !== undefined && (
        <small id={`${id}-problem`} class="problem">
          {problem}
        </small>
      )}
    </div>
  );
}

/** A FieldError names its field and repeats the value, for the command line; here both stand right above. */
const sentenceOf = (says: string) => says.replace(/^‘[^’]*’ 필드: /, "").replace(/ 받은 값: [\s\S]*$/, "");
