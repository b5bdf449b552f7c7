import { IvrError } from '../../source/ivr-error.ts';
import { systemReason } from '../../source/system-reason.ts';

/** Rows that can't be written into the folder for temporary files. */
export function noRoomAside(cause: unknown): IvrError {
  const message = `Rows can't be put aside in the folder for temporary files: ${systemReason(cause)}.`;
  const help = 'Free some of that disk, or name a folder on another one in TMPDIR.';
  return new IvrError('file-unwritable', message, { help, cause });
}
