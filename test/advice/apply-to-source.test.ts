import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applySuggestions } from '../../src/advice/apply-suggestion.ts';
import { applyToSource } from '../../src/advice/apply-to-source.ts';
import { findSuggestions as suggest } from '../../src/advice/find-suggestions.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import { replayOf } from '../support/replay-of.ts';
import { writtenScripts } from '../support/written-scripts.ts';

/** The text of a script with all suggestions followed that these choices lead to. */
function advised(text: string, choices: readonly number[], path = 'a.ivr.yaml') {
  const { document, findings } = parseScript({ path, text });
  if (document === undefined) throw new Error(findings[0]?.message);
  const flow = buildCallFlow(document.script);
  const calls = choices.reduce((sum, times) => sum + times, 0);
  const { suggestions, notes } = suggest(flow, replayOf(flow, calls, { main: { choices } }));
  const result = applyToSource({ path, text }, suggestions);
  return { script: document.script, suggestions, notes, text: result.text };
}

const commentsOf = (text: string): readonly string[] =>
  (text.match(/# (?:note \d+|top)/g) ?? []).toSorted();

const head = 'ivr: 1\nid: line\nlanguage: en\nentries: [{start: main}]\nnodes:\n';

describe('writing suggestions into the text of a script', () => {
  test('moves options with their comments, renames keys and rewrites prompts', () => {
    const text = `${head}  # The first menu
  main:
    kind: menu
    say: Main menu.
    options:
      # few want this
      - key: "1"   # a key
        say: >-
          For opening hours,
          press 1.
        to: end
      - {key: '2', say: "For cards, press 2.", to: end}  # most want this

      # always last
      - {key: "0", say: "For an adviser, press 0.", role: agent, to: end}
  end: {kind: hangup}  # goodbye
`;
    expect(advised(text, [100, 900, 50]).text).toBe(`${head}  # The first menu
  main:
    kind: menu
    say: Main menu.
    options:
      - {key: '1', say: "For cards, press 1.", to: end}  # most want this
      # few want this
      - key: "2"   # a key
        say: >-
          For opening hours,
          press 2.
        to: end

      # always last
      - {key: "0", say: "For an adviser, press 0.", role: agent, to: end}
  end: {kind: hangup}  # goodbye
`);
  });

  test('puts the sentences of a prompt that says all options in order', () => {
    const text = `${head}  main:
    kind: menu
    say: "Main menu. For opening hours and more, press 1. For cards, press 2. Thank you"
    options: [{key: "1", to: end}, {key: "2", to: end}] # both
  end: {kind: hangup}
`;
    const result = advised(text, [100, 900]);
    expect(result.text).toContain(
      'say: "Main menu. For cards, press 1. For opening hours and more, press 2. Thank you"',
    );
  });

  test('renames keys in an announcement that leads straight to the menu, and when asking again', () => {
    const text = `${head}  welcome: {kind: announcement, say: "If you know it, press 2 for cards.", to: main}
  main:
    kind: menu
    noMatch: {say: {en: "Please press 1 or 2.", es: "Oprima 1 o 2."}}
    options:
      - {key: "1", say: "For opening hours, press 1.", to: end}
      - {key: "2", say: "For cards, press 2.", to: end}
  end: {kind: hangup}
`;
    const result = advised(text, [100, 900]).text;
    expect(result).toContain('"If you know it, press 1 for cards."');
    expect(result).toContain('{en: "Please press 2 or 1.", es: "Oprima 2 o 1."}');
  });

  test('works in JSON', () => {
    const text = JSON.stringify({
      ivr: 1,
      id: 'line',
      language: 'en',
      entries: [{ start: 'main' }],
      nodes: {
        main: {
          kind: 'menu',
          options: [
            { key: '1', say: { en: 'For opening hours, press 1.' }, to: 'end' },
            { key: '2', say: 'For "cards", press 2.', to: 'end' },
          ],
        },
        end: { kind: 'hangup' },
      },
    });
    for (const written of [text, JSON.stringify(JSON.parse(text), null, 2)]) {
      const result = advised(written, [10, 90], 'a.json').text;
      expect(JSON.parse(result)).toMatchObject({
        nodes: { main: { options: [{ key: '1', say: 'For "cards", press 1.' }, { key: '2' }] } },
      });
    }
  });

  test('throws, with a way out, where a text is shared by an alias', () => {
    const text = `${head}  main:
    kind: menu
    options: &options
      - {key: "1", say: "For opening hours, press 1.", to: end}
      - {key: "2", say: "For cards, press 2.", to: end}
  other: {kind: menu, options: *options}
  end: {kind: hangup}
`;
    let thrown: unknown;
    try {
      advised(text, [10, 90]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(IvrError);
    expect(thrown).toMatchObject({ code: 'cannot-edit' });
    expect((thrown as IvrError).help).toMatch(/by hand/);
  });

  test('throws where the script has changed since', () => {
    const text = `${head}  main:
    kind: menu
    options:
      - {key: "1", say: "For opening hours, press 1.", to: end}
      - {key: "2", say: "For cards, press 2.", to: end}
  end: {kind: hangup}
`;
    const { suggestions, text: result } = advised(text, [10, 90]);
    const again = () => applyToSource({ path: 'a.yaml', text: result }, suggestions);
    expect(again).toThrow(/another version|doesn't fit/);
  });

  test('says the same as the changed script and keeps every comment, however it is written', () => {
    fc.assert(
      fc.property(
        writtenScripts,
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 6 }),
        ({ text, options }, weights) => {
          const result = advised(text, weights.slice(0, options));
          const wanted = applySuggestions(result.script, result.suggestions);
          const { document } = parseScript({ path: 'a.yaml', text: result.text });
          expect(document?.script).toEqual(wanted);
          expect(commentsOf(result.text)).toEqual(commentsOf(text));
          expect(result.text.includes('\r\n')).toBe(text.includes('\r\n'));
          expect(result.text.split('\n')).toHaveLength(text.split('\n').length);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('moves options in nearly every way of writing, so that the above tests something', () => {
    const samples = fc.sample(writtenScripts, { numRuns: 100, seed: 7 });
    const moved = samples.filter(({ text, options }) => {
      const rising = Array.from({ length: options }, (_, index) => 1 + index * 500);
      return advised(text, rising).suggestions.length === 1;
    });
    expect(moved.length).toBeGreaterThan(95);
  });
});
