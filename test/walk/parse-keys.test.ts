import { describe, expect, test } from '@jest/globals';
import { IvrError } from '../../src/source/ivr-error.ts';
import { parseActions } from '../../src/walk/parse-actions.ts';
import { parseKeys } from '../../src/walk/parse-keys.ts';

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof IvrError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what a caller does, as it is written', () => {
  test('is keys and words with commas between', () => {
    expect(parseKeys(' 2, 1,#,silence,wrong,digits:8,say:my balance,hangup')).toEqual([
      { do: 'press', key: '2' },
      { do: 'press', key: '1' },
      { do: 'press', key: '#' },
      { do: 'silence' },
      { do: 'wrong' },
      { do: 'enter', digits: 8 },
      { do: 'speak', intent: 'my balance' },
      { do: 'hangup' },
    ]);
    expect(parseKeys('')).toEqual([]);
  });

  test.each([
    ['silense', '"silense" is not something that a caller does. Did you mean "silence"?'],
    ['1,,2', '"" is not something that a caller does.'],
    ['say:', '"say:" is not something that a caller does.'],
    ['digits:', '"digits:" is not something that a caller does. Did you mean "digits:8"?'],
    ['1 2', '"1 2" is not something'],
    ['\u001b[2J', '"·[2J" is not something'],
  ])('is refused with what was probably meant: %j', (text, message) => {
    expect(refusal(() => parseKeys(text))).toContain(`usage: ${message}`);
  });
});

describe('a list of exact actions', () => {
  test('is read as it is', () => {
    const actions = [
      { do: 'next' },
      { do: 'press', key: '2', after: 1.5 },
      { do: 'succeed', result: 'gold' },
      { do: 'exit', index: 1 },
      { do: 'full' },
      { do: 'next', share: 0.25 },
    ];
    expect(parseActions(JSON.stringify(actions))).toEqual(actions);
  });

  test.each([
    ['[', "The actions aren't JSON."],
    ['{}', "The actions aren't a list."],
    ['[{"do": "next"}, {"do": "press"}]', 'Action 2 of the list is unknown.'],
    ['[{"do": "press", "key": "x"}]', 'Action 1'],
    ['[{"do": "__proto__"}]', 'Action 1'],
    ['[{"do": "constructor"}]', 'Action 1'],
    ['[{"do": "enter", "digits": -1}]', 'Action 1'],
    ['[{"do": "enter", "digits": 3, "which": "123"}]', 'Action 1'],
    ['[{"do": "hangup", "after": "1"}]', 'Action 1'],
    ['[{"do": "next", "share": 1}]', 'Action 1'],
    ['["next"]', 'Action 1'],
    ['[null]', 'Action 1'],
  ])('is refused where it is none: %s', (text, message) => {
    expect(refusal(() => parseActions(text))).toContain(`usage: ${message}`);
  });
});
