import * as z from 'zod';
import { durationPattern, keyPattern, languagePattern, secondsOf } from './values.ts';

/** A length of time: `5s`, `500ms`, `2m`, `1h`, or a number of seconds. Read as seconds. */
export const durationSchema = z
  .union([z.number().nonnegative(), z.string().regex(durationPattern).transform(secondsOf)], {
    error: 'a time is written like 5s, 500ms, 2m or 1h',
  })
  .meta({
    id: 'duration',
    description: 'A time such as 5s, 500ms, 2m or 1h; a bare number is seconds.',
  });

/** A language by its BCP 47 tag: `en`, `el`, `zh-Hans`, `pt-BR`. */
export const languageSchema = z
  .string()
  .regex(languagePattern, 'a language is a BCP 47 tag such as en, el or pt-BR')
  .meta({ id: 'language', description: 'A BCP 47 tag such as en, el, zh-Hans or pt-BR.' });

const keyRule = 'a key is written in quotes: "1", "12", "*" or "#"';

/** Keys that a caller presses: digits, `*` and `#`; an unquoted digit of YAML is let through. */
export const keySchema = z
  .union(
    [
      z.string().regex(keyPattern, keyRule),
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
