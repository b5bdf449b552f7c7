import { IvrError } from '../../source/ivr-error.ts';
import { systemReason } from '../../source/system-reason.ts';

/** What DuckDB calls errors that come from a file, from the disk, or from too little memory. */
const ofFiles = /^(?:Error: )?(IO|Invalid(?: Input)?|Serialization|Not implemented) Error: /;
const ofMemory = /out of memory/i;

/** Of an error that writing a file met, how users should meet it; what is none stays as it is. */
export function writingError(name: string, error: unknown): unknown {
  const text = String(error);
  const ofSystem = /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? '');
  if (ofMemory.test(text) || (!ofSystem && !ofFiles.test(text))) return readingError(name, error);
  const [line = ''] = text.replace(ofFiles, '').split('\n');
  // DuckDB names the file by where it was to lie until it is whole.
  const why = ofSystem ? systemReason(error) : line.replace(/^.*"[^"]*": /, '');
  return new IvrError('file-unwritable', `${name} can't be written: ${why}.`, {
    help: 'Check that the folder exists, that you may write there, and that the disk has room.',
    cause: error,
  });
}

/** The error of a statement as users should meet it; what is no fault of theirs stays as it is. */
export function readingError(paths: string, error: unknown): unknown {
  const text = String(error);
  if (ofMemory.test(text)) {
    const help = 'Allow more memory, or free some of the disk that holds temporary files.';
    const message = `${paths} can't be read: the memory and the disk for temporary files don't suffice.`;
    return new IvrError('log-unreadable', message, { help, cause: error });
  }
  if (!ofFiles.test(text)) return error;
  const [line = ''] = text.replace(ofFiles, '').split('\n');
  const help = 'The file may be incomplete: fetch it again.';
  return new IvrError('log-unreadable', `${paths} can't be read: ${line}`, { help, cause: error });
}
