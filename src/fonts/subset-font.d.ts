/** The package has no types of its own: the part that src/fonts/integration.ts calls. */
declare module "subset-font" {
  // biome-ignore lint/style/noDefaultExport: that is what the package exports.
  export default function subsetFont(font: Buffer, text: string, options: { readonly targetFormat: "woff2" }): Promise<Buffer>;
}
