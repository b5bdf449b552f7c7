import type { Say } from './block.ts';

/** Prompts that are played one after the other, as one. */
export function joinSays(says: readonly Say[]): Say | undefined {
  const [only, ...others] = says;
  if (only === undefined || others.length === 0) return only;
  const files = says.flatMap(({ recording, unknown }) => {
    const file = unknown ?? recording;
    return typeof file === 'string' ? [file] : [];
  });
  const texts = says.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  const known = texts.length === says.length ? { text: texts.join(' ') } : {};
  const isUnknown = says.some(({ unknown }) => unknown !== undefined);
  return isUnknown
    ? { unknown: files.join(' + '), ...known }
    : { recording: files.join(' + '), ...known };
}
