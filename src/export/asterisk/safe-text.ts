/**
 * Texts as a dialplan takes them. A script may hold anything; nothing of it may become a comma, a
 * comment, a variable, a function, another line or another section.
 */

/** A value that is set or compared: letters, digits, and signs that mean nothing to Asterisk. */
export const safeValue = (text: string): string =>
  text.replace(/[^\p{L}\p{N} _.+@#*=<>-]/gu, '_').slice(0, 200);

/** True for a value that stays as it is. */
export const isSafeValue = (text: string): boolean =>
  safeValue(text) === text && text.trim() === text;

/** The name of a variable. */
export function variableName(text: string): string {
  const name = text.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 60);
  return /^[A-Za-z]/.test(name) ? name : `V_${name}`;
}

/** A file of sounds, a mailbox, a program: without its ending where that names a sound format. */
export const safeFile = (text: string): string =>
  text
    .replace(/\.(?:wav|mp3|gsm|ulaw|alaw|sln\d*|g722|ogg|opus)$/i, '')
    .replace(/[^A-Za-z0-9_./+-]/g, '_')
    .replace(/^[./]+|(?:^|\/)\.\.(?=\/|$)/g, '')
    .slice(0, 120);

/** What a user's own table of names says: taken as it is, but on one line and without comments. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf};]/gu, ' ').trim();

/** Words for a comment in quotes. */
export const commentWords = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/["“”]/g, "'")
    .trim()
    .slice(0, 500);

/** A phone number as it is dialled. */
export const safeNumber = (text: string): string => text.replace(/[^0-9+*#]/g, '');

/** Seconds as Asterisk reads them. */
export const writtenSeconds = (seconds: number): string =>
  String(Math.round(seconds * 1000) / 1000);
