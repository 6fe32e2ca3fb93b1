/** A copy button on every block of code in the text. Without scripts there is none, and the text is still there to select. */

export function startCopying(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".code-block")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "복사";
    button.addEventListener("click", async () => {
      const isCopied = await copied(block.querySelector("pre")?.textContent ?? "");
      button.textContent = isCopied ? "복사했습니다." : "복사하지 못했습니다.";
      setTimeout(() => {
        button.textContent = "복사";
      }, 2_000);
    });
    button.setAttribute("aria-live", "polite");
    block.append(button);
  }
}

/** On plain http, as in a school's network, there is no navigator.clipboard: a selection is copied instead. */
async function copied(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  const { activeElement } = document;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return isCopied;
}
