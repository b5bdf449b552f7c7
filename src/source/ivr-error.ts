import type { Place } from './source.ts';

/** Why ivrkit could not go on; every code stands in docs/errors.md. */
export type IvrErrorCode =
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'outside-folder'
  | 'unknown-format'
  | 'not-a-script'
  | 'script-broken'
  | 'log-unreadable'
  | 'log-layout'
  | 'log-unordered'
  | 'engine-missing'
  | 'server-failed'
  | 'browser-missing'
  | 'browser-failed'
  | 'cannot-edit'
  | 'config-broken'
  | 'usage';

/**
 * What is thrown when a user's input stops the work. Anything else that is thrown is a bug.
 * `place` says where in the user's file, `help` what to do next.
 */
export class IvrError extends Error {
  readonly code: IvrErrorCode;
  readonly place: Place | undefined;
  readonly help: string;

  constructor(
    code: IvrErrorCode,
    message: string,
    options: { readonly help: string; readonly place?: Place; readonly cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'IvrError';
    this.code = code;
    this.place = options.place;
    this.help = options.help;
  }
}
