/**
 * The data that islands of a page get (src/page/islands-props.ts), changed on the way to it: a lab with what no chapter's lab has.
 * The page, its code and the simulator are the real ones; what changes is what an author might have written.
 */
import type { Page } from "@playwright/test";

type Props = Record<string, unknown>;

/** Must come before the page is opened. */
export async function changeIslands(page: Page, change: (props: Props) => Props): Promise<void> {
  await page.route("**/_astro/props.*.json", async (route) => {
    // The name that only the browser knows (playwright.config.ts) is this machine.
    const address = new URL(route.request().url());
    address.hostname = "127.0.0.1";
    const island: unknown = await (await route.fetch({ url: address.href })).json();
    await route.fulfill({ json: packedProps(change(unpackedProps(island))) });
  });
}

/** Astro writes `[0, value]` for a value or an object and `[1, items]` for an array; of its other kinds our islands use none. */
function unpacked(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [kind, inner] = value;
  if (kind === 1) return inner.map(unpacked);
  return typeof inner === "object" && inner !== null ? unpackedProps(inner) : inner;
}

const unpackedProps = (props: unknown): Props =>
  Object.fromEntries(Object.entries(props as Props).map(([name, value]) => [name, unpacked(value)]));

function packed(value: unknown): unknown {
  if (value === undefined) return [0];
  if (Array.isArray(value)) return [1, value.map(packed)];
  return [0, typeof value === "object" && value !== null ? packedProps(value) : value];
}

const packedProps = (props: object): Props => Object.fromEntries(Object.entries(props).map(([name, value]) => [name, packed(value)]));
