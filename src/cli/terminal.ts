/** Where text goes; a part of what Node's streams are. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Where input comes from; a part of what Node's streams are. */
export interface Input extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean | undefined;
  /** On a terminal: gives keys as they are pressed, and shows none of them. */
  setRawMode?(on: boolean): unknown;
}

/** All that a command may touch of the process it runs in. */
export interface Terminal {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** From now on an interruption (Ctrl-C) ends no process, but what waits for this signal. */
  readonly interrupted?: (() => AbortSignal) | undefined;
}

/** Colour only where a person reads: on terminals, and never where NO_COLOR is set (no-color.org). */
export function wantsColor(output: Output, env: Terminal['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return output.isTTY === true && env['TERM'] !== 'dumb';
}
