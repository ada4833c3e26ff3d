// Turns the manifest's one JSON Schema into validating code while the program is built, so that no schema compiler is shipped.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const MODULE = 'virtual:manifest-schema';
const SCHEMA = fileURLToPath(new URL('./exhibits.schema.json', import.meta.url));

/** What the module exports, and the part of the schema each function checks. */
const VALIDATORS = {
  validateManifest: 'exhibits.schema.json#',
  validateExhibit: 'exhibits.schema.json#/definitions/document',
  validateSeries: 'exhibits.schema.json#/definitions/ownedSeries',
};

/** Source of an ES module with a function for each of the validators above. It depends on nothing. */
export function compileSchema() {
  // The descriptions are for editors; a message is made from the fields and examples.
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'), (key, value) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
  const ajv = new Ajv.default({
    // Every problem of a manifest is a finding, not only the first; `verbose` brings the fields that would have been right.
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    messages: false,
    // A function for each definition, instead of its code wherever it is used.
    inlineRefs: false,
    code: { source: true, esm: true },
    schemas: [{ ...schema, $id: 'exhibits.schema.json' }],
  });
  for (const reference of Object.values(VALIDATORS)) ajv.getSchema(reference);
  const source = standalone.default(ajv, VALIDATORS);
  if (source.includes('require('))
    throw new Error('The manifest schema uses a keyword that needs code of ajv at run time.');
  return source;
}

/** For esbuild: answers `import ... from 'virtual:manifest-schema'`. */
export function esbuildSchemaPlugin() {
  return {
    name: 'manifest-schema',
    setup(build) {
      build.onResolve({ filter: /^virtual:manifest-schema$/ }, () => ({ path: MODULE, namespace: 'manifest-schema' }));
      build.onLoad({ filter: /.*/, namespace: 'manifest-schema' }, () => ({
        contents: compileSchema(),
        loader: 'js',
        watchFiles: [SCHEMA],
      }));
    },
  };
}

/** For vitest: answers the same import. */
export function vitestSchemaPlugin() {
  return {
    name: 'manifest-schema',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? compileSchema() : undefined),
  };
}
