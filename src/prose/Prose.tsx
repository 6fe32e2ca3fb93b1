/** Draws the little Markdown of exercises and quizzes. */
import { blocksOf, type Span, spansOf } from "../../sandbox/exercise/prose.ts";

/** Paragraphs and code. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {blocksOf(text).map((block, index) =>
        block.type === "code" ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          <pre key={index} class="snippet" tabIndex={0}>
            <code>{block.text}</code>
          </pre>
        ) : (
          <p key={index}>
            <Spans spans={block.spans} />
          </p>
        ),
      )}
    </>
  );
}

/** One line, within an element of the caller's. */
export function Line({ text }: { readonly text: string }) {
  return <Spans spans={spansOf(text)} />;
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) => {
        if (span.type === "code") return <code key={index}>{span.text}</code>;
        if (span.type === "strong") return <strong key={index}>{span.text}</strong>;
        return span.type === "fact" ? span.name : span.text;
      })}
    </>
  );
}
