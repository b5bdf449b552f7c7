import { marksOf } from '../draft.ts';
import { numberBelow, textBelow } from '../tree-values.ts';
import type { Mapper } from './flow-context.ts';
import { readSay } from './read-say.ts';
import { linkOf } from './widget.ts';

/** How often a message is said, and that tones are played: what scripts have no field for. */
function noteOn(loop: number | undefined, tones: string | undefined): string | undefined {
  if (tones !== undefined) return `Plays ${tones.length} key tones to the caller.`;
  if (loop === undefined || loop === 1) return undefined;
  return loop === 0
    ? 'The message plays again and again, until the caller hangs up.'
    : `The message plays ${loop} times.`;
}

/** `say-play`: callers hear it to its end. */
export const mapSay: Mapper = (widget, context) => {
  const next = linkOf(widget, 'audioComplete');
  const { say, at } = readSay(widget);
  const tones = say === undefined ? textBelow(widget.properties, 'digits') : undefined;
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'announcement',
        note: noteOn(numberBelow(widget.properties, 'loop'), tones),
        say,
        bargeIn: false,
        to: context.to(next),
      },
      marks: marksOf([
        [['say'], at],
        [['to'], next.at],
      ]),
    },
  ];
};
