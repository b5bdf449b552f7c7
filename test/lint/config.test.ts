import { describe, expect, test } from '@jest/globals';
import { defaultConfig, levelsFor, settingsFor, type LintConfig } from '../../src/lint/config.ts';
import { parseConfig } from '../../src/lint/parse-config.ts';
import { presetsOf } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { recommendedRules } from '../../src/lint/run-rules.ts';

function configOf(text: string): LintConfig {
  const { config, findings } = parseConfig({ path: 'ivr.config.yaml', text });
  expect(findings).toEqual([]);
  return config ?? defaultConfig;
}

const idsOf = (config: LintConfig, path = 'a.ivr.yaml') =>
  settingsFor(config, path).map(({ rule }) => rule.id);

const severityOf = (config: LintConfig, id: string, path = 'a.ivr.yaml') =>
  settingsFor(config, path).find(({ rule }) => rule.id === id)?.severity;

describe('a configuration', () => {
  test('without a word leaves the recommended rules on', () => {
    expect(idsOf(configOf('# nothing yet\n'))).toEqual(recommendedRules.map(({ rule }) => rule.id));
  });

  test('adds the rules of a preset to the recommended ones', () => {
    const expected = rules
      .filter((rule) => presetsOf(rule).some((one) => one === 'recommended' || one === 'strict'))
      .map(({ id }) => id);
    expect(idsOf(configOf('preset: strict'))).toEqual(expected);
    expect(idsOf(configOf('preset: [strict, recommended, strict]'))).toEqual(expected);
  });

  test('starts from nothing where it says so', () => {
    expect(idsOf(configOf('preset: none'))).toEqual([]);
    expect(idsOf(configOf('preset: none\nrules: {dead-end: error}'))).toEqual(['dead-end']);
    expect(configOf('preset: [none, law-spain]').presets).toEqual(['law-spain']);
  });

  test('turns a rule off, on, or to another severity', () => {
    const config = configOf('rules: {dead-end: off, duplicate-key: info}');
    expect(idsOf(config)).not.toContain('dead-end');
    expect(severityOf(config, 'duplicate-key')).toBe('info');
    expect(severityOf(config, 'missing-target')).toBeUndefined();
  });

  test('sets files apart, the last override that fits wins', () => {
    const config = configOf(`rules: {dead-end: warning}
overrides:
  - files: old/**
    rules: {dead-end: off, duplicate-key: {severity: warning}}
  - files: [keep.ivr.yaml, old/keep/*.yaml]
    rules: {dead-end: error}
`);
    expect(severityOf(config, 'dead-end', 'new/a.ivr.yaml')).toBe('warning');
    expect(idsOf(config, 'old/a.ivr.yaml')).not.toContain('dead-end');
    expect(severityOf(config, 'dead-end', 'old/keep.ivr.yaml')).toBe('error');
    expect(severityOf(config, 'duplicate-key', 'old/keep.ivr.yaml')).toBe('warning');
    expect(severityOf(config, 'duplicate-key', 'new/a.ivr.yaml')).toBeUndefined();
  });

  test('keeps what one place says of thresholds where another says the severity', () => {
    const layers: LintConfig = {
      presets: ['recommended'],
      rules: new Map([['dead-end', { thresholds: { a: 1, b: 2 } }]]),
      overrides: [
        {
          files: ['**'],
          rules: new Map([['dead-end', { severity: 'info', thresholds: { b: 3 } }]]),
        },
      ],
    };
    const setting = settingsFor(layers, 'a.ivr.yaml').find(({ rule }) => rule.id === 'dead-end');
    expect(setting).toMatchObject({ severity: 'info', thresholds: { a: 1, b: 3 } });
  });

  test('a threshold alone turns no rule on', () => {
    const strict = rules.find((rule) => !presetsOf(rule).includes('recommended'));
    if (strict === undefined) return;
    const rulesMap = new Map([[strict.id, { thresholds: { any: 1 } }]]);
    expect(idsOf({ ...defaultConfig, rules: rulesMap })).not.toContain(strict.id);
  });

  test('with "only" runs these, of any preset, but none that is turned off by name', () => {
    const only = rules.map(({ id }) => id).filter((id) => id !== 'missing-target');
    const config = { ...configOf('preset: none\nrules: {dead-end: off}'), only };
    expect(idsOf(config)).toEqual(only.filter((id) => id !== 'dead-end'));
  });

  test('sets checks beside the rules, and leaves those that nobody names', () => {
    const config = configOf(`rules: {unknown-zone: off, unused-suppression: {severity: error}}
overrides: [{files: '*.old.yaml', rules: {unknown-zone: warning}}]`);
    expect(levelsFor(config, 'a.yaml')('unknown-zone')).toBe('off');
    expect(levelsFor(config, 'a.old.yaml')('unknown-zone')).toBe('warning');
    expect(levelsFor(config, 'a.yaml')('unused-suppression')).toBe('error');
    expect(levelsFor(config, 'a.yaml')('empty-hours')).toBeUndefined();
    expect(levelsFor({ ...config, only: ['dead-end'] }, 'a.yaml')('empty-hours')).toBe('off');
  });

  test('is looked up for 2,000 files in no time', () => {
    const config = configOf(`overrides:
${Array.from({ length: 20 }, (_, index) => `  - {files: 'menus/**/*-${index}.yaml', rules: {dead-end: off}}`).join('\n')}`);
    for (let file = 0; file < 2000; file += 1) settingsFor(config, `menus/a/b/line-${file}.yaml`);
  });
});
