// What of WebAssembly the reader of PDFs uses; the compiler's own words for it come with those for a browser's pages.
declare namespace WebAssembly {
  interface Module {
    readonly compiled: unique symbol;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** Throws where it may not grow so far. */
    grow(pagesOf64Kilobytes: number): number;
  }
  interface Table {
    get(index: number): unknown;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  const Module: { imports(module: Module): readonly { readonly module: string; readonly name: string }[] };
  const Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => Instance;
  function compile(bytes: Uint8Array): Promise<Module>;
}
