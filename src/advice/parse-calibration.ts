import * as z from 'zod';
import { findingsOfError } from '../script/findings-of-error.ts';
import { readTree } from '../script/parse-script.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { valueOf } from '../source/tree.ts';
import { calibratedFigures, type Calibration } from './calibration.ts';

const count = z.int().min(0);

const measured = (least: number, most: number) =>
  z
    .strictObject({
      value: z.number().min(least).max(most),
      low: z.number(),
      high: z.number(),
      count,
      of: z.enum(['presses', 'prompts']),
    })
    .refine(
      ({ value, low, high }) => low <= value && value <= high,
      'its value lies outside its interval',
    )
    .optional();

const calibrationSchema: z.ZodType<Calibration> = z.strictObject({
  calibration: z.literal(1),
  script: z.string().min(1),
  window: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).optional(),
  calls: count,
  figures: z.strictObject({
    press: measured(0, 60),
    fullListenShare: measured(0, 1),
    textTimeFactor: measured(0.25, 4),
  } satisfies Readonly<Record<(typeof calibratedFigures)[number], unknown>>),
  refused: z.array(z.strictObject({ figure: z.enum(calibratedFigures), why: z.string() })),
});

/** A calibration that was read, or what is wrong with it. */
export interface CalibrationReading {
  readonly calibration: Calibration | undefined;
  readonly findings: readonly Finding[];
}

/** Reads what `ivr calibrate` wrote. Everything that is wrong is a finding at its place. */
export function parseCalibration(source: Source): CalibrationReading {
  const { tree, findings } = readTree(source);
  if (tree === undefined || findings.length > 0) return { calibration: undefined, findings };
  const result = calibrationSchema.safeParse(valueOf(tree), { jitless: true });
  if (result.success) return { calibration: result.data, findings };
  return {
    calibration: undefined,
    findings: findingsOfError(source, tree, calibrationSchema, result.error),
  };
}
