import type { CancellationToken, Connection, ProtocolRequestType, ServerCapabilities } from 'vscode-languageserver';
import { guardedAsync } from './guard.ts';
import type { Session } from './session.ts';

/** One thing that an editor can ask for: what the server says it can, and how it answers. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(connection: Connection, session: Session): void;
}

/**
 * Makes a feature of a request type of the protocol and a function that answers it. The types of parameters and result come
 * from the protocol alone, so that a wrong result does not compile. A failure, or a request that was cancelled, is answered null.
 */
export function feature<P, R, PR, E, O>(
  type: ProtocolRequestType<P, R | null, PR, E, O>,
  capabilities: ServerCapabilities,
  answer: (session: Session, params: NoInfer<P>, token: CancellationToken) => Promise<NoInfer<R> | null>,
): Feature {
  return {
    capabilities,
    register(connection, session) {
      connection.onRequest<unknown, unknown>(type.method, (params: P, token: CancellationToken) =>
        guardedAsync<R | null>(type.method, session.log, null, () => answer(session, params, token)),
      );
    },
  };
}
