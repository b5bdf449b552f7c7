import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../src/lint/rules/index.ts';
import { parseConfig } from '../../src/lint/parse-config.ts';
import { underlined } from '../support/underlined.ts';

const read = (text: string, path = 'ivr.config.yaml') => parseConfig({ path, text });

describe('reading a configuration', () => {
  test.each([
    [
      'a rule that does not exist',
      'rules:\n  deadend: off',
      'unknown-rule',
      'deadend',
      'Did you mean "dead-end"?',
    ],
    [
      'one in an override',
      "overrides:\n- files: '*'\n  rules: {deadend: off}",
      'unknown-rule',
      'deadend',
      '"dead-end"',
    ],
    ['a finding of reading', 'rules: {syntax: off}', 'unknown-rule', 'syntax', "can't be read"],
    ['an object’s own name', 'rules: {toString: off}', 'unknown-rule', 'toString', 'no rule'],
    [
      'a severity that is none',
      'rules: {dead-end: erorr}',
      'invalid-value',
      'erorr',
      'Did you mean "error"?',
    ],
    [
      'a severity that is none, in a map',
      'rules: {dead-end: {severity: warn}}',
      'invalid-value',
      'warn',
      '"warn"',
    ],
    [
      'a threshold that does not exist',
      'rules: {dead-end: {optoins: 3}}',
      'unknown-field',
      'optoins',
      'is unknown here',
    ],
    [
      'a preset that does not exist',
      'preset: [strickt]',
      'invalid-value',
      'strickt',
      'Did you mean "strict"?',
    ],
    [
      'a preset alone that does not exist',
      'preset: strickt',
      'invalid-value',
      'strickt',
      '"strict"',
    ],
    [
      'a pattern that means nothing',
      "overrides: [{files: '[ab]', rules: {}}]",
      'invalid-value',
      "'[ab]'",
      'pattern',
    ],
    [
      'an override for no file',
      'overrides: [{files: [], rules: {}}]',
      'invalid-value',
      '[]',
      'names no files',
    ],
    [
      'an override without files',
      'overrides: [{rules: {}}]',
      'missing-field',
      '{rules: {}}',
      '"files"',
    ],
    ['a field that does not exist', 'preste: strict', 'unknown-field', 'preste', '"preset"'],
    [
      'a rule set twice',
      'rules:\n  dead-end: off\n  dead-end: info',
      'duplicate-field',
      'dead-end',
      'twice',
    ],
    ['a list', '- strict', 'invalid-value', '- strict', 'The document must hold fields of its own'],
    ['no YAML', 'a: b: c', 'syntax', 'b: c', 'is read as a field'],
  ])('finds %s at its place', (_, text, ruleId, place, words) => {
    const { config, findings } = read(text);
    expect(config).toBeUndefined();
    expect(findings.map((finding) => finding.ruleId)).toEqual([ruleId]);
    const [finding] = findings;
    if (finding === undefined) return;
    expect(underlined(text, finding.at)).toBe(place);
    expect(`${finding.message} ${finding.help}`).toContain(words);
  });

  test('takes the thresholds that a rule has', () => {
    const rule = rules.find(({ thresholds }) => thresholds !== undefined);
    const [name] = Object.keys(rule?.thresholds ?? {});
    if (rule === undefined || name === undefined) return;
    const { config } = read(`rules: {${rule.id}: {severity: info, ${name}: 3}}`);
    expect(config?.rules.get(rule.id)).toEqual({ severity: 'info', thresholds: { [name]: 3 } });
    const wrong = read(`rules: {${rule.id}: {${name}: many}}`);
    expect(wrong.findings.map(({ ruleId }) => ruleId)).toEqual(['invalid-value']);
    expect(read(`rules: {${rule.id}: {${name}: -1}}`).config).toBeUndefined();
    const [misspelt] = read(`rules: {${rule.id}: {${name}x: 1}}`).findings;
    expect(misspelt?.message).toContain(`Did you mean "${name}"?`);
  });

  test('reads JSON with comments as well', () => {
    const text =
      '// ours\n{"$schema": "./config.schema.json", "preset": "strict", "rules": {"dead-end": "off"}}';
    const { config, findings } = read(`{\n${text.slice(9)}`, 'ivr.config.json');
    expect(findings).toEqual([]);
    expect(config?.rules.get('dead-end')).toEqual({ severity: 'off' });
  });

  test('never throws, whatever the file holds', () => {
    const word = fc.constantFrom(
      'preset',
      'rules',
      'overrides',
      'files',
      'dead-end',
      'off',
      'none',
      '*',
      '',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.integer(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('tree'), { maxLength: 3 }),
      map: fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { config, findings } = read(JSON.stringify(value), 'ivr.config.json');
        expect(config === undefined).toBe(findings.length > 0);
      }),
    );
  });
});
