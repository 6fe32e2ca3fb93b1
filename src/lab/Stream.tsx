/** What a streaming caller got, piece by piece, with the time since the request. */
import type { ReceivedStream } from "../../sandbox/index.ts";
import { thousands } from "../../sandbox/thousands.ts";
import { cut } from "./cut.ts";
import { exactly } from "./durations.ts";

/** Pieces that are shown. */
const MOST_PIECES = 200;

export function Stream({ stream }: { readonly stream: ReceivedStream }) {
  const { pieces, endedAfter } = stream;
  const first = pieces[0];
  return (
    <div class="received">
      <p>{first === undefined ? "받은 조각이 없습니다." : `첫 바이트까지 ${exactly(first.after)}, 끝까지 ${exactly(endedAfter)}`}</p>
      <ol aria-label="받은 조각과 요청한 때부터의 시간">
        {pieces.slice(0, MOST_PIECES).map((piece, index) => (
          // Pieces never move: their place is what they are known by.
          <li key={index}>
            <b>{exactly(piece.after)}</b> <small>{thousands(piece.bytes)}바이트</small>
            <pre>{cut(visible(piece.text), "조각이").text}</pre>
          </li>
        ))}
      </ol>
      {pieces.length > MOST_PIECES && (
        <p class="note">
          조각이 많아 처음 {MOST_PIECES}개만 보입니다. 모두 {thousands(pieces.length)}개입니다.
        </p>
      )}
    </div>
  );
}

/** The NUL bytes after the prelude of an HTTP answer, by their symbol. */
const visible = (text: string) => text.replaceAll("\0", "␀");
