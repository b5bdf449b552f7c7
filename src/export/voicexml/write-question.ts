import { canInterrupt } from '../../flow/can-interrupt.ts';
import { edgesFrom } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { retriesOf } from '../asking.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { lead, literal, promptOf, saidParts, seconds, variable, type Writing } from './context.ts';

/** What is done about silence or wrong keys: asking again, and the way behind the last time. */
function handlers(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'menu' | 'collect'>,
  trigger: 'noInput' | 'noMatch',
): readonly XmlPiece[] {
  const name = trigger === 'noInput' ? 'noinput' : 'nomatch';
  const { attempts, say, to } = retriesOf(writing.script, node, trigger);
  const spoken = promptOf(saidParts(writing, say, ['nodes', id, trigger, 'say']));
  const again = xml(name, {}, spoken, xml('reprompt'));
  const last = xml(name, { count: attempts }, lead(writing, to));
  return attempts === 1 ? [last] : [again, last];
}

/** Where an option leads; going back leads to one menu, since a document keeps no way back. */
function optionWay(writing: Writing, id: NodeId, option: MenuOption, index: number): XmlPiece {
  if (option.do === 'repeat') return xml('goto', { next: `#${id}` });
  const ways = edgesFrom(writing.flow, id).filter((edge) => edge.option === index);
  if (option.do === 'back' && ways.length > 1)
    writing.teller.otherwise(
      ['nodes', id, 'options', index, 'do'],
      `Callers who go back here always come to "${ways[0]?.to ?? ''}", whichever menu they came from.`,
      'Lead to a menu instead of going back.',
    );
  return lead(writing, ways[0]?.to);
}

function questionPrompt(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'menu' | 'collect'>,
): XmlPiece | undefined {
  const options = node.kind === 'menu' ? node.options : [];
  const parts = [
    ...saidParts(writing, node.say, ['nodes', id, 'say']),
    ...options.flatMap((option, index) =>
      saidParts(writing, option.say, ['nodes', id, 'options', index, 'say']),
    ),
  ];
  return promptOf(parts, {
    bargein: canInterrupt(writing.script, node) ? undefined : 'false',
    timeout: seconds(retriesOf(writing.script, node, 'noInput').wait),
  });
}

const interDigit = (value: number | undefined): XmlPiece | undefined =>
  value === undefined
    ? undefined
    : xml('property', { name: 'interdigittimeout', value: seconds(value) });

/** A menu of keys: a field whose value is what was chosen, with the way of each. */
export function writeMenu(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'menu'>,
): readonly XmlPiece[] {
  const field = 'chosen';
  const seen = new Set<string>();
  const options = node.options.flatMap((option, index) => {
    const value = option.key ?? option.intent ?? '';
    if (seen.has(value)) return [];
    seen.add(value);
    if (option.language !== undefined)
      writing.teller.otherwise(
        ['nodes', id, 'options', index, 'language'],
        `Callers who choose ${option.language} here still hear ${writing.script.language}.`,
        'Lead to a document in that language.',
      );
    const assigned = Object.entries(option.set ?? {}).map(([name, to]) =>
      xml('assign', { name: variable(writing, name), expr: literal(to) }),
    );
    return [{ option, value, then: [...assigned, optionWay(writing, id, option, index)] }];
  });
  const cond = (value: string) => `${field} == ${literal(value)}`;
  const ifs = options.map(({ value, then }) => xml('if', { cond: cond(value) }, ...then));
  const words = ({ title, intent, key }: MenuOption) => title ?? intent ?? key ?? '';
  const choices = options.map(({ option, value }) =>
    option.key === undefined
      ? xml('option', { value }, option.intent ?? value)
      : xml('option', { dtmf: option.key.replace(/(?<=.)(?=.)/g, ' '), value }, words(option)),
  );
  return [
    interDigit(node.interDigit ?? writing.script.defaults?.interDigit),
    xml(
      'field',
      { name: field },
      questionPrompt(writing, id, node),
      ...choices,
      ...handlers(writing, id, node, 'noInput'),
      ...handlers(writing, id, node, 'noMatch'),
      ifs.length === 0 ? undefined : xml('filled', {}, ...ifs),
    ),
  ].filter((piece) => piece !== undefined);
}

/** Digits that callers enter, by the built-in grammar for them. */
export function writeCollect(
  writing: Writing,
  id: NodeId,
  node: NodeOfKind<'collect'>,
): readonly XmlPiece[] {
  const { min, max, end, interDigit: own } = node.digits ?? {};
  const bounds = [
    ...(min === undefined ? [] : [`minlength=${min}`]),
    ...(max === undefined ? [] : [`maxlength=${max}`]),
  ].join(';');
  if (node.sensitive === true)
    writing.teller.leftOut(
      ['nodes', id, 'sensitive'],
      "The document can't say that what callers enter here must not be stored.",
      'Turn logging off for this dialog where the platform has a setting for it.',
    );
  return [
    interDigit(own ?? writing.script.defaults?.interDigit),
    end === undefined ? undefined : xml('property', { name: 'termchar', value: end }),
    xml(
      'field',
      { name: 'entered', type: bounds === '' ? 'digits' : `digits?${bounds}` },
      questionPrompt(writing, id, node),
      ...handlers(writing, id, node, 'noInput'),
      ...handlers(writing, id, node, 'noMatch'),
      xml('filled', {}, lead(writing, node.to)),
    ),
  ].filter((piece) => piece !== undefined);
}
