declare module 'virtual:pdf-worker' {
  const code: string;
  // biome-ignore lint/style/noDefaultExport: esbuild gives a text in this way
  export default code;
}

declare module 'virtual:pdf-wasm' {
  export const DECODERS: Readonly<Record<string, Uint8Array | undefined>>;
}

declare module '*.css';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};
