import { describe, expect, test } from '@jest/globals';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { findSuggestions } from '../../src/advice/find-suggestions.ts';
import type { SuggestOptions } from '../../src/advice/suggest-options.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { replayOf } from '../support/replay-of.ts';

const path = 'line.ivr.yaml';

function suggested(text: string, only: SuggestOptions['only']) {
  const { document, findings } = parseScript({ path, text });
  if (document === undefined) throw new Error(findings[0]?.message);
  const flow = buildCallFlow(document.script);
  const replay = replayOf(flow, 1000, {
    hello: { taken: { next: 1000 } },
    only: { choices: [900], taken: { noInput: 100 }, noInputs: 100 },
    main: { choices: [600, 400] },
  });
  const { suggestions } = findSuggestions(flow, replay, { only });
  return { suggestions, text: applyToSource({ path, text }, suggestions).text };
}

const line = `ivr: 1
id: line
language: en
entries: [{start: hello}] # one number
nodes:
  # what everybody hears
  hello: {kind: announcement, say: "Please listen carefully as our menu options have changed.", to: only}
  only:
    kind: menu
    options:
      - {key: "1", say: "To go on in English, press 1.", to: main}
    noInput: {to: main}
  main:
    kind: menu
    options:
      - {key: "1", say: "If you would like to hear your balance, please press 1.", to: end} # most
      - key: "2"
        say: >-
          If you would like to speak to somebody about cards,
          please press 2.
        to: end
  end: {kind: hangup}
`;

describe('words that callers need not hear', () => {
  test('a message that tells nothing is left out, and everybody led past it', () => {
    const { suggestions, text } = suggested(line, ['drop-filler']);
    expect(suggestions).toMatchObject([
      {
        kind: 'drop-filler',
        title: 'Leave out words that say nothing at "hello"',
        change: {
          summary: 'without “Please listen carefully as our menu options have changed.”',
          byHand: [],
        },
      },
    ]);
    expect(suggestions[0]?.saving.seconds).toBeGreaterThan(3);
    expect(text).toBe(
      line
        .replace('start: hello', 'start: only')
        .replace(/ {2}# what everybody hears\n.*hello: .*\n/, ''),
    );
  });

  test('a menu that leaves nothing to choose is left out', () => {
    const { suggestions, text } = suggested(line, ['skip-level']);
    expect(suggestions).toMatchObject([{ kind: 'skip-level', node: 'only', calls: 1000 }]);
    expect(text).toContain('have changed.", to: main}');
    expect(text).not.toContain('English');
  });

  test('labels are said in fewer words, in the layout in which they are written', () => {
    const { suggestions, text } = suggested(line, ['shorten']);
    expect(suggestions).toMatchObject([
      {
        kind: 'shorten',
        node: 'main',
        change: {
          summary:
            '“If you would like to hear your balance, please press 1.” → “To hear your balance, press 1.”, and 1 more',
          byHand: [{ why: 'other-words' }, { why: 'other-words' }],
        },
      },
    ]);
    expect(text).toContain('say: "To hear your balance, press 1.", to: end} # most\n');
    expect(text).toContain(
      '        say: >-\n          To speak to somebody about cards, press 2.\n',
    );
  });

  test('nothing that law or safety asks for is cut', () => {
    const kept = line
      .replaceAll('kind: ', 'tags: [legal], kind: ')
      .replaceAll('kind: menu', 'kind: menu');
    const legal = kept.replace(/tags: \[legal\], kind: menu/g, 'tags: [legal]\n    kind: menu');
    const { suggestions } = suggested(legal, ['drop-filler', 'skip-level', 'shorten']);
    expect(suggestions).toEqual([]);
  });
});
