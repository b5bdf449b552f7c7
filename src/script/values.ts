import * as z from 'zod';

const secondsIn = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;

/** A length of time: `5s`, `500ms`, `2m`, `1h`, or a number of seconds. Read as seconds. */
export const durationSchema = z
  .union(
    [
      z.number().nonnegative(),
      z
        .string()
        .regex(/^\d{1,9}(\.\d{1,6})?(ms|s|m|h)$/)
        .transform((text) => {
          const unit = /[a-z]+$/.exec(text)?.[0] as keyof typeof secondsIn;
          return Math.round(Number.parseFloat(text) * secondsIn[unit] * 1000) / 1000;
        }),
    ],
    { error: 'a time is written like 5s, 500ms, 2m or 1h' },
  )
  .meta({
    id: 'duration',
    description: 'A time such as 5s, 500ms, 2m or 1h; a bare number is seconds.',
  });

/** Writes seconds the way a script does. */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds % 3600 === 0) return `${seconds / 3600}h`;
  if (seconds > 0 && seconds % 60 === 0) return `${seconds / 60}m`;
  return Number.isInteger(seconds * 10) || seconds >= 1
    ? `${seconds}s`
    : `${Math.round(seconds * 1000)}ms`;
}

/** A language by its BCP 47 tag: `en`, `el`, `zh-Hans`, `pt-BR`. */
export const languageSchema = z
  .string()
  .regex(
    /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    'a language is a BCP 47 tag such as en, el or pt-BR',
  )
  .meta({ id: 'language', description: 'A BCP 47 tag such as en, el, zh-Hans or pt-BR.' });
export type Language = string;

const keyRule = 'a key is written in quotes: "1", "12", "*" or "#"';

/** Keys that a caller presses: digits, `*` and `#`; an unquoted digit of YAML is let through. */
export const keySchema = z
  .union(
    [
      z.string().regex(/^[0-9*#]{1,8}$/, keyRule),
      z
        .number()
        .int()
        .min(0)
        .max(9)
        .transform((digit) => String(digit)),
    ],
    { error: keyRule },
  )
  .meta({ id: 'key', description: 'Keys of the phone, in quotes: "1", "12", "*" or "#".' });

/** Something that an import could not know, with the vendor's expression for it. */
export const unknownSchema = z.strictObject({ unknown: z.string() }).meta({
  id: 'unknown',
  description: "What an import could not know, as the vendor's file has it.",
});
export type Unknown = Readonly<z.output<typeof unknownSchema>>;

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

const perLanguage = <T extends z.ZodType>(value: T) =>
  z.union([value, z.record(languageSchema, value)]);

/**
 * What a caller hears: a text, a text per language, a recording with its length, or something an
 * import could not know. Read as one shape with the parts that are known.
 */
export const promptSchema = z
  .union(
    [
      z.string().transform((text) => ({ text })),
      z.strictObject({
        recording: perLanguage(z.string().min(1)),
        length: perLanguage(durationSchema).optional(),
        text: perLanguage(z.string()).optional(),
      }),
      z.strictObject({ unknown: z.string(), text: perLanguage(z.string()).optional() }),
      z.record(languageSchema, z.string()).transform((text) => ({ text })),
    ],
    {
      error:
        'a prompt is a text, a text per language ({en: …, el: …}), or a recording ({recording: file, length: 4s})',
    },
  )
  .meta({
    id: 'prompt',
    description:
      'What a caller hears: a text, a text per language, or a recording with its length.',
  });

/** A prompt as read: `length` in seconds; texts either for all languages or by language. */
export interface Prompt {
  readonly text?: string | Readonly<Record<Language, string>> | undefined;
  readonly recording?: string | Readonly<Record<Language, string>> | undefined;
  readonly length?: number | Readonly<Record<Language, number>> | undefined;
  readonly unknown?: string | undefined;
}
