/** A button that clears. What it clears can be taken back, so it does not ask again. */
export function Clearing({ of, onClear }: { readonly of: string; readonly onClear: () => void }) {
  return (
    <button type="button" class="ghost" onClick={onClear}>
      지우기<span class="visually-hidden">: {of}</span>
    </button>
  );
}
