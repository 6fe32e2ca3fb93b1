/**
 * client:intent: a page's islands come alive when its reader first does anything at all: moves the mouse, scrolls, touches, presses
 * a key; those that are near at once, the others a little later (near.ts). Until then the page has fetched no script for them (issue 3:
 * 15 kB before intent), and by the time a hand is at a button it works.
 */
import type { ClientDirective } from "astro";
import { wanted } from "./near.ts";

const onIntent: ClientDirective = async (load, _options, island) => {
  intent ??= readersIntent();
  const first = rememberClick(island);
  await wanted(island, intent);
  const { props } = island.dataset;
  // Before load(): an island that is loaded hydrates by itself when its properties change, and would do so twice.
  if (props !== undefined) island.setAttribute("props", await propsAt(props));
  const hydrate = await load();
  await hydrate();
  await first.replay();
};

/**
 * The first sign of all may be the press of a button, or that press may come while what it needs is still on its way: it counts once
 * somebody listens. Buttons are printed disabled, and a disabled one is told of no click; so the place of the pointer says which it
 * was. A scroll ends in pointercancel, not in pointerup.
 */
function rememberClick(island: HTMLElement): { replay(): Promise<void> } {
  let button: HTMLButtonElement | undefined;
  const remember = ({ clientX, clientY }: PointerEvent) => {
    const pressed = document.elementFromPoint(clientX, clientY)?.closest("button") ?? undefined;
    // One that is enabled hears the click itself.
    button = pressed?.disabled && island.contains(pressed) ? pressed : undefined;
  };
  addEventListener("pointerup", remember, { capture: true });
  return {
    async replay() {
      // An island enables its buttons in an effect, which runs after the frame in which it was hydrated.
      for (let frame = 0; frame < MOST_FRAMES && (frame < FEWEST_FRAMES || button?.disabled); frame += 1) await nextFrame();
      removeEventListener("pointerup", remember, { capture: true });
      if (button?.isConnected) button.click();
    },
  };
}

const FEWEST_FRAMES = 3;
const MOST_FRAMES = 60;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

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

/** The properties that islands-props.ts put into a file. */
async function propsAt(address: string): Promise<string> {
  const response = await fetch(address);
  return response.text();
}

// biome-ignore lint/style/noDefaultExport: Astro takes a directive as the default export.
export default onIntent;
