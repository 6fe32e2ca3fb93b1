/** The total in won, at a rate that the reader types: none is preset, because tomorrow it would be wrong. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { exactly, type Fraction, fixed, product } from "../../sandbox/index.ts";
import { grouped } from "./settings.ts";

export function Won({ total, isAlive }: { readonly total: Fraction; readonly isAlive: boolean }) {
  const id = useId();
  const written = useSignal("");
  const text = written.value.replaceAll(/[,\s]/g, "");
  const isRate = /^\d{1,7}(\.\d{1,4})?$/.test(text) && Number(text) > 0;
  return (
    <div class="won">
      <label for={id}>1달러의 원화</label>
      <span class="with-unit">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          disabled={!isAlive}
          value={written.value}
          aria-invalid={text !== "" && !isRate}
          aria-describedby={`${id}-says`}
          onInput={({ currentTarget }) => {
            written.value = currentTarget.value;
          }}
        />
        <span>원</span>
      </span>
      <small id={`${id}-says`} class={text !== "" && !isRate ? "problem" : ""}>
        {isRate
          ? `약 ${grouped(fixed(product(total, exactly(text)), 0))}원`
          : text === ""
            ? "오늘의 환율을 넣으면 원화로도 보입니다."
            : "환율은 0보다 큰 수여야 합니다. 1400처럼 적으세요."}
      </small>
    </div>
  );
}
