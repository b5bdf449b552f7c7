import { canInterrupt } from '../../flow/can-interrupt.ts';
import { edgesFrom } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { retriesOf } from '../asking.ts';
import { xml, type XmlPiece } from '../xml-text.ts';
import { leadTo, milliseconds, soundOf, type Writing } from './context.ts';

/** A menu, whose entries lead to the extensions of other nodes. */
export function writeMenu(writing: Writing, id: NodeId, node: NodeOfKind<'menu'>): XmlPiece {
  const { script, flow, teller } = writing;
  const path = ['nodes', id];
  const silence = retriesOf(script, node, 'noInput');
  const wrong = retriesOf(script, node, 'noMatch');
  if (silence.say !== undefined)
    teller.leftOut(
      [...path, 'noInput', 'say'],
      'Callers who stay silent hear the menu again, without what is said here.',
      'Say it in the menu, or do without.',
    );
  if (!canInterrupt(script, node))
    teller.otherwise(
      path,
      "FreeSWITCH always lets callers press a key during the menu; the script doesn't.",
      'Allow it in the script, or leave it so.',
    );
  const entries = node.options.flatMap((option, index) => {
    const at = [...path, 'options', index];
    if (option.key === undefined) {
      const says = `Callers can't say "${option.intent ?? ''}": FreeSWITCH's menus know keys only.`;
      teller.leftOut(at, says, 'Give the option a key.');
      return [];
    }
    if (option.set !== undefined || option.language !== undefined)
      teller.leftOut(
        at,
        "What this choice sets isn't set: an entry leads on, and does nothing else.",
        'Set it in the extension that the entry leads to.',
      );
    const ways = edgesFrom(flow, id).filter((edge) => edge.option === index);
    if (option.do === 'back' && ways.length > 1)
      teller.otherwise(
        [...at, 'do'],
        `Callers who go back here always come to "${ways[0]?.to ?? ''}", whichever menu they came from.`,
        'Lead to a menu instead of going back.',
      );
    const entry =
      option.do === 'repeat'
        ? { action: 'menu-top', digits: option.key }
        : { action: 'menu-exec-app', digits: option.key, param: leadTo(writing, ways[0]?.to) };
    return [xml('entry', entry)];
  });
  const interDigit = node.interDigit ?? script.defaults?.interDigit;
  return xml(
    'menu',
    {
      name: id,
      'greet-long':
        soundOf(writing, [
          [node.say, [...path, 'say']],
          ...node.options.map(
            (option, index) => [option.say, [...path, 'options', index, 'say']] as const,
          ),
        ]) ?? 'silence_stream://250',
      'invalid-sound': soundOf(writing, [[wrong.say, [...path, 'noMatch', 'say']]]),
      timeout: milliseconds(silence.wait),
      'inter-digit-timeout': interDigit === undefined ? undefined : milliseconds(interDigit),
      'max-failures': wrong.attempts,
      'max-timeouts': silence.attempts,
      'digit-len': Math.max(1, ...node.options.flatMap(({ key }) => key?.length ?? [])),
      'exec-on-max-failures': leadTo(writing, wrong.to),
      'exec-on-max-timeouts': leadTo(writing, silence.to),
    },
    ...entries,
  );
}
