import type { Extent } from '../../source/tree.ts';
import { below, itemsOf } from '../tree-values.ts';
import { canBeTold, whensOf } from './condition-words.ts';
import type { FlowContext } from './flow-context.ts';
import { transitionOf, type Widget } from './widget.ts';
import type { VoicePart } from './voice-part.ts';

interface Note {
  readonly message: string;
  readonly at: Extent;
}

function strayBlanks(widget: Widget): readonly Note[] {
  return widget.transitions.flatMap(({ conditions }) =>
    conditions
      .filter(({ type, value }) => type !== 'regex' && value !== value.trim())
      .map(({ value, at }) => ({
        message: `The value "${value}" of "${widget.name}" has blanks around it; it is read without them.`,
        at,
      })),
  );
}

function unheardSpeech(widget: Widget, context: FlowContext): readonly Note[] {
  if (widget.type !== 'gather-input-on-call') return [];
  if (context.questionOf(widget).menu === undefined) return [];
  const speech = transitionOf(widget, 'speech');
  if (speech !== undefined && speech.link.target !== '') return [];
  const message = `Callers who speak at "${widget.name}" are cut off: its "speech" leads nowhere. The script takes speech for no match.`;
  return [{ message, at: speech?.at ?? widget.at }];
}

/** Conditions of splits that no call can decide by a value. */
function untold(widgets: readonly Widget[], context: FlowContext): readonly Note[] {
  const parts = new Set(widgets.flatMap((widget) => context.partsOf(widget)));
  return widgets
    .filter((widget) => widget.type === 'split-based-on' && !parts.has(widget))
    .flatMap(({ name, transitions }) =>
      transitions
        .flatMap(({ conditions }) => conditions)
        .filter((condition) => !canBeTold(condition))
        .map((condition) => ({
          message: `Whether "${whensOf(condition).join(' or ')}" is true at "${name}" is known only in Studio. A call takes this case if its value is given in these words.`,
          at: condition.at,
        })),
    );
}

/** What the author should know of a flow, and what of it the script can't say. */
export function notesOn(part: VoicePart, context: FlowContext): readonly Note[] {
  const items = itemsOf(below(part.flow.definition, 'states'));
  const firsts = new Set<string>();
  const seconds = [...part.widgets, ...part.outside].filter(({ name }) => {
    const isSecond = name !== '' && firsts.has(name);
    firsts.add(name);
    return isSecond;
  });
  return [
    ...items.flatMap((item, index) =>
      item.kind === 'map'
        ? []
        : [{ message: `Item ${index + 1} of "states" is no widget.`, at: item }],
    ),
    ...seconds.map(({ name, at }) => ({
      message: `A second widget is called "${name}"; every way to that name leads to the first.`,
      at,
    })),
    ...part.widgets.flatMap(strayBlanks),
    ...untold(part.widgets, context),
    ...part.widgets.flatMap((widget) => unheardSpeech(widget, context)),
    ...part.outside.map(({ name, type, at }) => ({
      message: `"${name}" (${type}) is left out: no call comes to it, only messages do, or it runs when the call is over.`,
      at,
    })),
  ];
}
