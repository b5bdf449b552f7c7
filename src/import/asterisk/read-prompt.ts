import type { Extent } from '../../source/tree.ts';
import type { Say } from './block.ts';
import type { StepCall } from './step-call.ts';

/** What an application plays, and where the files are written. */
export interface PlayedFiles {
  readonly say: Say | undefined;
  readonly at: Extent | undefined;
  /** The variable that holds all of it. */
  readonly variable: string | undefined;
}

/** Sound files as one prompt: `a&b` are played one after the other. */
export function promptOf(files: string, quoted: string | undefined): Say | undefined {
  const names = files
    .split('&')
    .map((file) => file.trim())
    .filter((file) => file !== '');
  if (names.length === 0) return undefined;
  const text = quoted === undefined ? {} : { text: quoted };
  return { recording: names.join(' + '), ...text };
}

/** The files in an argument; a file that only the running call knows is unknown. */
export function playedFiles(call: StepCall, position: number): PlayedFiles {
  const written = call.given[position];
  if (written === undefined || written.text === '') {
    return { say: undefined, at: undefined, variable: undefined };
  }
  const at = { start: written.start, end: written.end };
  const variable = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(written.text)?.[1];
  const files = call.text(position) ?? call.firstText(position);
  if (files !== undefined) return { say: promptOf(files, call.quoted), at, variable };
  const text = call.quoted === undefined ? {} : { text: call.quoted };
  return { say: { unknown: written.text, ...text }, at, variable };
}
