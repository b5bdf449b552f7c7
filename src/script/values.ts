import type * as z from 'zod';
import type { unknownSchema } from './value-schemas.ts';

const secondsIn = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;

/** A length of time as it is written: `5s`, `500ms`, `2m`, `1h`. */
export const durationPattern = /^\d{1,9}(\.\d{1,6})?(ms|s|m|h)$/;

/** The seconds of a text that the pattern fits. */
export function secondsOf(text: string): number {
  const unit = /[a-z]+$/.exec(text)?.[0] as keyof typeof secondsIn;
  return Math.round(Number.parseFloat(text) * secondsIn[unit] * 1000) / 1000;
}

/** Writes seconds the way a script does. */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  if (seconds > 0 && seconds % 60 === 0) return `${seconds / 60}m`;
  return Number.isInteger(seconds * 10) || seconds >= 1
    ? `${seconds}s`
    : `${Math.round(seconds * 1000)}ms`;
}

/** A language by its BCP 47 tag: `en`, `el`, `zh-Hans`, `pt-BR`. */
export type Language = string;

/** The form of such a tag. */
export const languagePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Keys that a caller presses one after the other: digits, `*` and `#`. */
export const keyPattern = /^[0-9*#]{1,8}$/;

/** Something that an import could not know, with the vendor's expression for it. */
export type Unknown = Readonly<z.output<typeof unknownSchema>>;

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

/** A prompt as read: `length` in seconds; texts either for all languages or by language. */
export interface Prompt {
  readonly text?: string | Readonly<Record<Language, string>> | undefined;
  readonly recording?: string | Readonly<Record<Language, string>> | undefined;
  readonly length?: number | Readonly<Record<Language, number>> | undefined;
  readonly unknown?: string | undefined;
}
