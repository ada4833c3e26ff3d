import type { Span } from '../text/span.ts';

/** What is wrong in a manifest, at its own place. */
export interface ManifestProblem {
  readonly code: 'manifest-invalid' | 'duplicate-record' | 'missing-file' | 'file-not-allowed';
  /** The manifest file the span is in, as the caller named it. */
  readonly manifest: string;
  readonly span: Span;
  readonly message: string;
}
