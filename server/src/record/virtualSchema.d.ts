// The module is made from schemas/exhibits.schema.json while the program is built (schemas/compile.mjs).
declare module 'virtual:manifest-schema' {
  /** What is wrong with one value: the fields of ajv's errors that messages are made of. */
  interface SchemaError {
    readonly keyword: string;
    /** JSON Pointer of the value. */
    readonly instancePath: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly parentSchema: {
      readonly properties?: Readonly<Record<string, unknown>>;
      readonly examples?: readonly unknown[];
    };
  }
  interface SchemaValidator {
    (data: unknown, context?: { readonly instancePath: string }): boolean;
    readonly errors?: readonly SchemaError[] | null;
  }

  export type { SchemaError };
  export const validateManifest: SchemaValidator;
  export const validateExhibit: SchemaValidator;
  export const validateSeries: SchemaValidator;
}
