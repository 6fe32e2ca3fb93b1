/**
 * client:intent: a page's islands come alive when its reader first does anything at all: moves the mouse, scrolls, touches, presses
 * a key. Until then the page has fetched no script for them (issue 3: 15 kB before intent), and by the time a hand is at a button
 * it works.
 */
import type { ClientDirective } from "astro";

const onIntent: ClientDirective = async (load, _options, island) => {
  intent ??= readersIntent();
  const first = rememberClick(island);
  await intent;
  const { props } = island.dataset;
  // Before load(): an island that is loaded hydrates by itself when its properties change, and would do so twice.
  if (props !== undefined) island.setAttribute("props", await propsAt(props));
  const hydrate = await load();
  await hydrate();
  first.replay();
};

/**
 * On a touch screen the first sign of all may be the tap on a button: it counts once somebody listens. Buttons are printed
 * disabled, and a disabled one is told of no click; so the place of the pointer says which it was. A scroll ends in
 * pointercancel, not in pointerup.
 */
function rememberClick(island: HTMLElement): { replay(): void } {
  let button: Element | undefined;
  const remember = ({ clientX, clientY }: PointerEvent) => {
    const pressed = document.elementFromPoint(clientX, clientY)?.closest("button") ?? undefined;
    button = pressed && island.contains(pressed) ? pressed : undefined;
  };
  addEventListener("pointerup", remember, { capture: true });
  return {
    replay() {
      removeEventListener("pointerup", remember, { capture: true });
      if (button instanceof HTMLElement && button.isConnected) button.click();
    },
  };
}

const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];

/** One for all islands of the page. */
let intent: Promise<void> | undefined;

function readersIntent(): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const come = () => {
      listening.abort();
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, come, { passive: true, signal: listening.signal });
  });
}

const files = new Map<string, Promise<readonly unknown[]>>();

/** The properties that islands-props.ts put into a file: `/_astro/props.4f1c….json#2`. */
async function propsAt(address: string): Promise<string> {
  const [file = "", index] = address.split("#");
  const all = files.get(file) ?? fetch(file).then((response) => response.json() as Promise<readonly unknown[]>);
  files.set(file, all);
  return JSON.stringify((await all)[Number(index)]);
}

// biome-ignore lint/style/noDefaultExport: Astro takes a directive as the default export.
export default onIntent;
