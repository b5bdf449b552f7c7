import { pathToFileURL } from 'node:url';
import { defineDirectory } from '../routing/define-directory.ts';
import { defineScript } from '../script/define-script.ts';
import { IvrError } from '../source/ivr-error.ts';
import { lineText, type Place, type Source } from '../source/source.ts';

/** The line of the file in which an error was thrown, as far as its stack tells. */
function placeOfError(error: unknown, source: Source, absolutePath: string): Place {
  const { stack } = (error ?? {}) as { readonly stack?: unknown };
  const names = [absolutePath, pathToFileURL(absolutePath).href];
  const frame = String(stack)
    .split('\n')
    .find(
      (row) => row.trimStart().startsWith('at ') && names.some((name) => row.includes(`${name}:`)),
    );
  const counted = /:(\d+):\d+\)?$/.exec(frame ?? '')?.[1];
  const line = Math.max(1, Number(counted ?? 1));
  const text = lineText(source, line);
  // jiti keeps lines but not columns, so the whole line is the place.
  const column = text.length - text.trimStart().length + 1;
  return {
    path: source.path,
    start: { line, column },
    end: { line, column: Math.max(column, text.trimEnd().length + 1) },
  };
}

/**
 * Runs a TypeScript file and gives what it exports. **This runs the file's code**: call it only for
 * a file that the user named. `ivrkit` in its imports is this very program, wherever it is
 * installed. Throws an IvrError `script-broken` with the line when the file throws.
 */
export async function runTypeScript(
  source: Source,
  absolutePath: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(absolutePath, {
    // No cache on disk: it would lie where others may write, and the file may have changed.
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    virtualModules: { ivrkit: { defineScript, defineDirectory } },
  });
  try {
    return await jiti.import<Readonly<Record<string, unknown>>>(absolutePath);
  } catch (cause) {
    const { message = cause } = (cause ?? {}) as { readonly message?: unknown };
    const [reason = ''] = String(message).split('\n');
    throw new IvrError(
      'script-broken',
      `${source.path} threw an error when it was run: ${reason}`,
      {
        help: 'Correct the file; a TypeScript compiler or an editor shows more.',
        place: placeOfError(cause, source, absolutePath),
        cause,
      },
    );
  }
}
