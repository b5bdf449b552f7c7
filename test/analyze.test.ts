import { describe, expect, test } from '@jest/globals';
import { analyze } from '../src/analyze.ts';
import { buildCallFlow } from '../src/flow/build-call-flow.ts';
import { defineRule } from '../src/lint/rule.ts';
import { nodeId } from '../src/script/names.ts';
import { condensedFor } from './support/condensed-for.ts';
import { documentOf } from './support/script-of.ts';

const document = documentOf(`
  main:
    kind: menu
    options:
      - { key: '1', say: 'For opening hours and the way to us, press 1.', to: hours }
      - { key: '2', say: 'For cards, press 2.', to: desk }
  hours: { kind: announcement, say: We are open all day., to: bye }
  bye: { kind: hangup }
  desk: { kind: queue, queue: desk }
`);

/** Nearly all callers want a card. */
const rows = Array.from({ length: 200 }, (_, index) => {
  const at = (second: number) =>
    new Date(Date.UTC(2026, 1, 9, 9, index, second)).toISOString().replace('.000', '');
  const call = `c${index}`;
  const [key, node] = index % 20 === 0 ? ['1', 'hours'] : ['2', 'desk'];
  return [
    `${call},${at(0)},start,,`,
    `${call},${at(0)},enter,main,`,
    `${call},${at(9)},input,main,${key}`,
    `${call},${at(9)},enter,${node},`,
    `${call},${at(19)},hangup,${node},`,
  ].join('\n');
});
const log = await condensedFor(buildCallFlow(document.script), [
  `call,at,event,node,value\n${rows.join('\n')}\n`,
]);

/** A house rule: callers of "main" hear of one thing first. */
const firstIs = (node: string) =>
  defineRule({
    id: `${node}-first`,
    severity: 'error',
    summary: `callers hear of ${node} first`,
    source: 'house rule',
    messages: { later: { says: 'Something else comes first.', help: 'Put it behind.' } },
    check({ script, report }) {
      const main = script.nodes[nodeId('main')];
      if (main?.kind === 'menu' && main.options[0]?.to !== node)
        report({ message: 'later', at: ['nodes', 'main'] });
    },
  });
const hoursFirst = firstIs('hours');

const adviceUnder = async (rules?: readonly { readonly rule: typeof hoursFirst }[]) =>
  (await analyze(document, { rules, condense: () => Promise.resolve(log) })).calls?.advice;

describe('the whole way through a menu and its calls', () => {
  test('suggests what shortens calls', async () => {
    const advice = await adviceUnder();
    expect(advice?.suggestions.map(({ kind }) => kind)).toContain('reorder');
  });

  test('suggests nothing that the rules in force would find fault with', async () => {
    const advice = await adviceUnder([{ rule: hoursFirst }]);
    expect(advice?.suggestions.map(({ kind }) => kind)).not.toContain('reorder');
  });

  test('lints by the rules in force, unless that was done', async () => {
    const rules = [{ rule: hoursFirst }, { rule: firstIs('desk') }];
    const { findings } = await analyze(document, { rules });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['desk-first']);
    expect((await analyze(document, { rules, findings: [] })).findings).toEqual([]);
  });
});
