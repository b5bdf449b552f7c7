import * as z from 'zod';
import { otherChecks } from './check-names.ts';
import { ruleLevels } from './config.ts';
import { globProblem } from './match-glob.ts';
import { presets } from './presets.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';

const level = z.enum(ruleLevels).meta({ id: 'level' });
const threshold = z.number().min(0).optional();
const choice = z
  .union([level, z.strictObject({ severity: level.optional() })])
  .meta({ id: 'choice' });

/** A level, or a level with thresholds: exactly those that the rule has. */
function choiceOf({ thresholds = {} }: Rule) {
  const names = Object.keys(thresholds);
  if (names.length === 0) return choice.optional();
  const fields = Object.fromEntries(names.map((name) => [name, threshold]));
  return z.union([level, z.strictObject({ severity: level.optional(), ...fields })]).optional();
}

const choices = z
  .strictObject({
    ...Object.fromEntries(rules.map((rule) => [rule.id, choiceOf(rule)])),
    ...Object.fromEntries(otherChecks.map((id) => [id, choice.optional()])),
  })
  .meta({ id: 'rules' });

const preset = z.enum(['none', ...presets]).meta({ id: 'preset' });

const pattern = z.string().superRefine((written, context) => {
  const problem = globProblem(written);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

/** A configuration file as it is written. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  preset: z.union([preset, z.array(preset)]).optional(),
  rules: choices.optional(),
  overrides: z
    .array(
      z.strictObject({
        files: z.union([pattern, z.array(pattern).min(1, 'it names no files')]),
        rules: choices,
      }),
    )
    .optional(),
});
export type WrittenConfig = z.output<typeof configSchema>;
export type WrittenChoices = z.output<typeof choices>;
