/** ```js title="index.mjs": the name of the file, handed to CodeBlock.astro. What else Shiki writes on the element is the page's CSS. */
import type { ShikiTransformer } from "shiki";

export const titleOfFence: ShikiTransformer = {
  name: "title-of-fence",
  pre(node) {
    const title = /\btitle="([^"]*)"/.exec(this.options.meta?.__raw ?? "")?.[1];
    if (title !== undefined) node.properties["data-title"] = title;
    delete node.properties.style;
  },
};
