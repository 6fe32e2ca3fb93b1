/** What can be told from a module's text before it runs. A look at the words answers most; the rest takes a parser. */

export interface ModuleSyntax {
  /** Only what CommonJS cannot parse and a module can makes a file a module. */
  hasModuleSyntax(text: string): boolean;
  hasTopLevelAwait(text: string): boolean;
  /** Specifiers of import and export declarations. */
  staticImports(text: string): readonly string[];
  /** Offsets of `import.meta`, written without a space. */
  importMetaPlaces(text: string): readonly number[];
}

/** `parser` is asked for only where words are not enough. */
export function sourceQuestions(parser: () => ModuleSyntax): ModuleSyntax {
  return {
    hasModuleSyntax: (text) => /\b(?:import|export|await)\b/.test(text) && parser().hasModuleSyntax(text),
    hasTopLevelAwait: (text) => text.includes("await") && parser().hasTopLevelAwait(text),
    staticImports: (text) => (/\b(?:import|from)\b/.test(text) ? parser().staticImports(text) : []),
    importMetaPlaces: (text) => (text.includes("import.meta") ? parser().importMetaPlaces(text) : []),
  };
}
