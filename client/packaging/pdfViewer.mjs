// pdf.js as it goes into dist/viewer.js: without anything that could ask a network, or run code that comes as text.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const PDF_JS = 'node_modules/pdfjs-dist';

/**
 * What is taken out of which files of pdf.js; a version in which one of them is no longer there ends the build, so that a person
 * looks. The names themselves go: what stands in their place leads nowhere and throws.
 */
const TAKEN_OUT = [
  // The method of its own tables that has this name, too, becomes another everywhere.
  { what: /\bfetch\b/g, instead: 'lookUpInTable', files: ['pdf.mjs', 'pdf.worker.mjs'] },
  { what: /\bXMLHttpRequest\b/g, instead: 'NoRequest', files: ['pdf.mjs', 'pdf.worker.mjs'] },
  { what: /(?<![\w$.])Function\(/g, instead: 'NoFunction(', files: ['pdf.mjs', 'pdf.worker.mjs', 'pdf_viewer.mjs'] },
  { what: /\bimport\(/g, instead: 'noImportOf(', files: ['pdf.mjs', 'pdf.worker.mjs', 'pdf_viewer.mjs'] },
  { what: /\bimport\.meta\.url\b/g, instead: '""', files: ['pdf.worker.mjs'] },
];

function withoutNetwork(path, code) {
  return TAKEN_OUT.reduce((rest, { what, instead, files }) => {
    if (!files.includes(basename(path))) return rest;
    if (!rest.match(what))
      throw new Error(`${what} is no longer in ${basename(path)}: look at what pdf.js does instead.`);
    return rest.replace(what, instead);
  }, code);
}

const stripped = {
  name: 'pdf-js-stripped',
  setup(on) {
    on.onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]\w+[\\/][\w.]+\.mjs$/ }, async ({ path }) => ({
      contents: withoutNetwork(path, await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

const options = {
  bundle: true,
  format: 'iife',
  platform: 'browser',
  // VS Code 1.91.
  target: 'chrome122',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The modules that the viewer's page imports and no file has: `virtual:pdf-worker`, the code of pdf.js's worker as text, which the page
 * starts from memory, and `virtual:pdf-wasm`, its decoders of pictures.
 */
function pdfParts(root, minify) {
  return {
    name: 'pdf-parts',
    setup(on) {
      on.onResolve({ filter: /^virtual:pdf-/ }, ({ path }) => ({ path, namespace: 'pdf-part' }));
      on.onLoad({ filter: /worker$/, namespace: 'pdf-part' }, async () => {
        const entryPoints = [join(root, PDF_JS, 'legacy/build/pdf.worker.mjs')];
        const { outputFiles } = await build({ ...options, minify, entryPoints, write: false, plugins: [stripped] });
        return { contents: outputFiles[0].text, loader: 'text' };
      });
      on.onLoad({ filter: /wasm$/, namespace: 'pdf-part' }, () => ({
        contents: `import jbig2 from ${JSON.stringify(join(root, PDF_JS, 'wasm/jbig2.wasm'))};
          import openjpeg from ${JSON.stringify(join(root, PDF_JS, 'wasm/openjpeg.wasm'))};
          export const DECODERS = { 'jbig2.wasm': jbig2, 'openjpeg.wasm': openjpeg };`,
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}

/** The build of the pages in which exhibits are shown: dist/viewer.js for a PDF, dist/words.js for a protected text, and a style for each. */
export function viewerBuild(root, watch) {
  return {
    ...options,
    absWorkingDir: root,
    entryPoints: { viewer: 'client/src/viewer/page/viewer.ts', words: 'client/src/viewer/page/words.ts' },
    outdir: 'dist',
    minify: !watch,
    sourcemap: watch ? 'linked' : false,
    metafile: true,
    loader: { '.wasm': 'binary', '.svg': 'empty', '.gif': 'empty' },
    plugins: [stripped, pdfParts(root, !watch)],
  };
}
