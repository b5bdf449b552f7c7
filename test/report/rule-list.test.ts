import { describe, expect, test } from '@jest/globals';
import { ruleInfos, type RuleInfo } from '../../src/lint/rule-info.ts';
import { explainRule } from '../../src/report/explain-rule.ts';
import { presetWords, rulesToText } from '../../src/report/rules-text.ts';
import { rulesToJson } from '../../src/report/rules-json.ts';

const info: RuleInfo = {
  id: 'long-wait',
  of: 'rule',
  severity: 'warning',
  summary: 'nobody waits long',
  source: 'a standard, §1',
  presets: ['recommended', 'strict'],
  messages: [{ says: 'Callers wait.', help: 'Be quick.' }],
  thresholds: [{ name: 'wait', value: 5, unit: 'seconds', source: 'a book' }],
};

describe('the list of rules', () => {
  test('is a table with a sum', () => {
    const fixed = { ...info, id: 'syntax', of: 'reading', severity: 'error', presets: [] } as const;
    expect(rulesToText([info, fixed])).toBe(
      `long-wait  warning  recommended  nobody waits long
syntax     error    always on    nobody waits long

1 rule, 1 other check. More about one: ivr explain <rule>
`,
    );
  });

  test('says when a rule is on', () => {
    expect(presetWords({ ...info, presets: ['strict'] })).toBe('strict');
    expect(presetWords({ ...info, presets: ['law-spain', 'law-italy'] })).toBe(
      'law-spain, law-italy',
    );
    expect(presetWords({ ...info, of: 'directory', presets: [] })).toBe('on');
  });

  test('is the same facts as JSON', () => {
    expect(JSON.parse(rulesToJson([info]))).toEqual({ schemaVersion: 1, rules: [info] });
  });
});

describe('the explanation of a rule', () => {
  test('says what it asks for, what it says and where that comes from', () => {
    const lines = explainRule('duplicate-key').split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'duplicate-key  error  recommended',
      'Every key of a menu leads to one option.',
      '',
      'What it says',
    ]);
    expect(lines).toContain(
      '    help: Give this option a key of its own, and say it in the prompt.',
    );
    expect(lines.at(-3)).toBe('Source');
    expect(lines.at(-2)).toMatch(/^ {2}[A-Z].*\.$/);
  });

  test('tells each threshold with its unit and its source', () => {
    for (const { id, thresholds } of ruleInfos) {
      const text = explainRule(id);
      for (const { name, value, unit, source } of thresholds) {
        expect(text).toContain(`  ${name}  ${value} ${unit}\n    `);
        expect(text.toLowerCase()).toContain(source.toLowerCase());
      }
    }
  });

  test('exists for every id that a finding can have', () => {
    for (const { id } of ruleInfos) expect(explainRule(id).split(/\s/)[0]).toBe(id);
  });

  test('helps on where there is no such rule', () => {
    expect(() => explainRule('duplicate-kay')).toThrow(
      'There is no rule "duplicate-kay". Did you mean "duplicate-key"?',
    );
    expect(() => explainRule('__proto__')).toThrow('There is no rule');
    expect(() => explainRule('\u001b[2J')).toThrow('There is no rule "·[2J".');
  });
});
