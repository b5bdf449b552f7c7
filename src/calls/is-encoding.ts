import { textDecoder } from './text-decoder.ts';

/** Whether texts of this encoding can be read. */
export function isEncoding(label: string): boolean {
  try {
    textDecoder(label);
    return true;
  } catch {
    return false;
  }
}
