/** Where the answer is given: options, an order, a number or lines of a log; after grading with the reasons. */
import type { Option, OrderItem } from "../../sandbox/exercise/quiz.ts";
import type { Reply } from "../../sandbox/exercise/reply.ts";
import { Line, Prose } from "../prose/Prose.tsx";
import type { Answer, Answered } from "./answers.ts";
import type { QuestionOnPage } from "./of-chapter.ts";

interface FieldsProps {
  readonly on: QuestionOnPage;
  readonly labelledBy: string;
  readonly answered: Answered;
  readonly reply: Reply | undefined;
  readonly isAlive: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

export function AnswerFields(props: FieldsProps) {
  const { question } = props.on;
  const { answer } = props.answered;
  if ((question.kind === "single" || question.kind === "multiple") && "chosen" in answer)
    return <Options {...props} options={question.options} kind={question.kind} chosen={answer.chosen} />;
  if (question.kind === "order" && "order" in answer) return <Order {...props} items={question.items} order={answer.order} />;
  return <Typed {...props} text={"text" in answer ? answer.text : ""} />;
}

interface OptionsProps extends FieldsProps {
  readonly options: readonly Option[];
  readonly kind: "single" | "multiple";
  readonly chosen: readonly number[];
}

function Options({ on, labelledBy, options, kind, chosen, reply, isAlive, onAnswer }: OptionsProps) {
  const right = on.key.kind === "choice" ? on.key.right : [];
  const choose = (index: number, isChosen: boolean) => {
    if (kind === "single") return onAnswer({ chosen: [index] });
    onAnswer({ chosen: isChosen ? [...chosen, index] : chosen.filter((each) => each !== index) });
  };
  return (
    <ul class="options" role={kind === "single" ? "radiogroup" : "group"} aria-labelledby={labelledBy}>
      {options.map(({ text }, index) => (
        <li
          key={text}
          role="presentation"
          class={reply === undefined ? "" : right.includes(index) ? "right" : chosen.includes(index) ? "wrong" : "other"}
        >
          <label>
            <input
              type={kind === "single" ? "radio" : "checkbox"}
              name={labelledBy}
              checked={chosen.includes(index)}
              disabled={!isAlive || reply !== undefined}
              onChange={({ currentTarget }) => choose(index, currentTarget.checked)}
            />
            <span>
              <Line text={text} />
              {reply !== undefined && right.includes(index) && <small class="mark"> 맞는 답</small>}
            </span>
          </label>
          {reply !== undefined && (
            <div class="reason">
              <Prose text={reply.says[index] ?? ""} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

interface OrderProps extends FieldsProps {
  readonly items: readonly OrderItem[];
  /** Indices of the items in the reader's order. */
  readonly order: readonly number[];
}

function Order({ items, order, reply, isAlive, onAnswer }: OrderProps) {
  const move = (place: number, by: number) => {
    if (order[place + by] === undefined) return;
    const moved = order.map((item, at) => (at === place ? (order[place + by] ?? item) : at === place + by ? (order[place] ?? item) : item));
    onAnswer({ order: moved });
  };
  return (
    <ol class="options order">
      {order.map((item, place) => (
        <li key={item} class={reply === undefined ? "" : item === place ? "right" : "wrong"}>
          <span>
            <Line text={items[item]?.text ?? ""} />
            {reply !== undefined && item !== place && <small class="mark"> 맞는 자리: {item + 1}</small>}
          </span>
          {reply === undefined && (
            <span class="moves">
              {/* At the ends not disabled, only of no effect: a button that is disabled drops the focus of who is pressing it. */}
              <button
                type="button"
                disabled={!isAlive}
                aria-disabled={place === 0}
                aria-label={`위로: ${items[item]?.text ?? ""}`}
                onClick={() => move(place, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                disabled={!isAlive}
                aria-disabled={place === order.length - 1}
                aria-label={`아래로: ${items[item]?.text ?? ""}`}
                onClick={() => move(place, 1)}
              >
                ↓
              </button>
            </span>
          )}
          {reply !== undefined && (
            <div class="reason">
              <Prose text={reply.says[item] ?? ""} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Typed({ on: { question, key }, labelledBy, text, reply, isAlive, onAnswer }: FieldsProps & { readonly text: string }) {
  const shared = {
    value: text,
    disabled: !isAlive || reply !== undefined,
    "aria-labelledby": labelledBy,
    autocomplete: "off",
    spellcheck: false,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => onAnswer({ text: currentTarget.value }),
  };
  return (
    <div class="typed">
      {question.kind === "log" ? (
        <textarea rows={4} wrap="off" placeholder="한 줄에 로그 하나" {...shared} />
      ) : (
        <span>
          <input type="text" inputMode="decimal" {...shared} /> {question.kind === "number" && question.unit}
        </span>
      )}
      {reply !== undefined && (
        <div class={`reason ${reply.isRight ? "right" : "wrong"}`}>
          <Prose text={reply.says[0] ?? ""} />
          {!reply.isRight && key.kind === "log" && (
            <pre class="snippet">
              <code>{key.text}</code>
            </pre>
          )}
        </div>
      )}
    </div>
  );
}
