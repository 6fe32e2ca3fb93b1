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

/** On a touch screen the first sign of all may be the tap on a button: it counts once somebody listens. */
function rememberClick(island: HTMLElement): { replay(): void } {
  let button: HTMLElement | undefined;
  const remember = ({ target }: Event) => {
    button = target instanceof Element ? (target.closest("button") ?? undefined) : undefined;
  };
  island.addEventListener("click", remember, { capture: true });
  return {
    replay() {
      island.removeEventListener("click", remember, { capture: true });
      if (button?.isConnected) button.click();
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
