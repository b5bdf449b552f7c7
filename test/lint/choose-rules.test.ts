import { describe, expect, test } from '@jest/globals';
import { chooseRules } from '../../src/lint/choose-rules.ts';
import { defaultConfig, settingsFor } from '../../src/lint/config.ts';

describe('rules chosen for one run', () => {
  test('come on top of what is configured, even of overrides', () => {
    const config = {
      ...defaultConfig,
      overrides: [
        { files: ['old/**'], rules: new Map([['dead-end', { severity: 'off' as const }]]) },
      ],
    };
    const chosen = chooseRules(config, { rules: ['dead-end=info', 'duplicate-key=off'] });
    const settings = settingsFor(chosen, 'old/a.ivr.yaml');
    expect(settings.find(({ rule }) => rule.id === 'dead-end')?.severity).toBe('info');
    expect(settings.map(({ rule }) => rule.id)).not.toContain('duplicate-key');
  });

  test('add presets and never take any away', () => {
    expect(chooseRules(defaultConfig, { presets: ['law-spain'] }).presets).toEqual([
      'recommended',
      'law-spain',
    ]);
    expect(chooseRules(undefined, {}).presets).toEqual(['recommended']);
  });

  test('can be the only ones', () => {
    const chosen = chooseRules(undefined, { only: ['dead-end'], rules: ['dead-end=warning'] });
    expect(settingsFor(chosen, 'a')).toMatchObject([
      { rule: { id: 'dead-end' }, severity: 'warning' },
    ]);
  });

  test.each([
    [{ rules: ['deadend=off'] }, 'There is no rule "deadend". Did you mean "dead-end"?'],
    [{ rules: ['dead-end'] }, 'A rule can\'t be set by "dead-end".'],
    [{ rules: ['dead-end=erorr'] }, 'Did you mean "error"?'],
    [{ rules: ['=off'] }, 'There is no rule "".'],
    [{ only: ['deadend'] }, 'There is no rule "deadend".'],
  ])('are refused where they are none: %j', (request, message) => {
    expect(() => chooseRules(undefined, request)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: expect.stringContaining(message) as unknown,
      }),
    );
  });
});
