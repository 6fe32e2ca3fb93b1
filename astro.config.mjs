// @ts-check
import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import remarkCjkFriendly from "remark-cjk-friendly";
import { chapterLinks } from "./src/book/chapter-links.ts";
import { titleOfFence } from "./src/code/title-of-fence.ts";
import { tokenClasses } from "./src/code/token-classes.ts";
import { subsetFonts } from "./src/fonts/integration.ts";
import { licences } from "./src/licences/integration.ts";
import { offline } from "./src/offline/integration.ts";
import { intentDirective } from "./src/page/intent-directive.ts";

/** Where the site will stand, such as /class/3/. Teachers put it into a folder of a server that is there already. */
const base = process.env.BASE_PATH ?? "/";
if (!/^\/([\w.~-]+\/)*$/.test(base)) throw new Error(`BASE_PATH는 /class/3/처럼 /로 시작하고 /로 끝나야 합니다. 받은 값: ${base}`);

export default defineConfig({
  base,
  trailingSlash: "always",
  integrations: [mdx(), preact(), subsetFonts(), intentDirective(), licences(), offline()],
  markdown: {
    // A particle right after **(굵게)**는: CommonMark's rule for emphasis expects a space there. Astro's own processor has no such plugin.
    processor: unified({ remarkPlugins: [remarkCjkFriendly, chapterLinks], smartypants: false }),
    syntaxHighlight: "shiki",
    shikiConfig: {
      // Its colours are variables, which src/styles/tokens.css sets for light and dark.
      theme: "css-variables",
      transformers: [titleOfFence, tokenClasses],
    },
  },
  build: { inlineStylesheets: "never" },
  devToolbar: { enabled: false },
  security: {
    csp: {
      // No 'unsafe-eval': the page never evaluates what a reader writes; it runs inside WebAssembly, in a worker.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      // The lanes' places and widths are style attributes, and Monaco brings a style sheet of its own.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  vite: {
    // An inlined script would need a hash of its own in the policy.
    build: { assetsInlineLimit: 0 },
    // The worker loads parts of its library when code imports them: chunks, which the default format cannot have.
    worker: { format: "es" },
    // npm run dev: packages that only the worker imports are found at once, not when it first runs, which would reload the page.
    optimizeDeps: { entries: ["src/lab/worker.ts"] },
  },
});
