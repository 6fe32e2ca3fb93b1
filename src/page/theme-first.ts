/**
 * The reader's choice of light or dark, put on the page before it is painted. It stands in the page as text, so it is kept short;
 * Page.astro names its hash in the page's policy. The key is the one of src/kept.ts.
 */
export const themeFirst = (base: string): string =>
  `try{const t=JSON.parse(localStorage.getItem(${JSON.stringify(`lambda-lab:${base}:theme`)}));if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
