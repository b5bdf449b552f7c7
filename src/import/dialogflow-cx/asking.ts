import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Place } from '../../source/source.ts';
import type { Said } from '../said.ts';
import type { PlacedPath } from '../script-writer.ts';
import { partBelow, placeOf, type Part } from './part.ts';
import { readFulfillment } from './read-fulfillment.ts';
import { readSettings } from './read-settings.ts';
import { readRetry } from './retries.ts';
import type { Here } from './ways.ts';

/** Words that are said right in front of a question. */
export interface Lead {
  readonly say: Said;
  readonly at: Place;
}

/** What every question to callers has in common. */
export interface Asking {
  readonly say: Said | undefined;
  readonly noInput: NonNullable<NodeOfKind<'menu'>['noInput']>;
  readonly noMatch: NonNullable<NodeOfKind<'menu'>['noMatch']>;
  readonly interDigit: number | undefined;
  readonly digits: NonNullable<NodeOfKind<'collect'>['digits']> | undefined;
  readonly placed: readonly PlacedPath[];
}

/** Two prompts as one; nothing where a recording is among them. */
function joined(one: Said, other: Said): Said | undefined {
  if (typeof one.text !== 'string' || typeof other.text !== 'string') return undefined;
  const text = `${one.text} ${other.text}`;
  const unknown = [one, other].flatMap((said) => ('unknown' in said ? [said.unknown] : []));
  return unknown.length === 0 ? { text } : { unknown: unknown.join(' '), text };
}

/** The first words of a parameter; what else its question does is told. */
function initialPrompt(parameter: Part, { reader: { writer } }: Here): Lead | undefined {
  const fulfillment = partBelow(parameter, 'fillBehavior', 'initialPromptFulfillment');
  const steps = readFulfillment(fulfillment, writer.tell);
  const said = steps.find((step) => step.does === 'say');
  if (steps.some((step) => step !== said))
    writer.tell('This question does more than ask; the script only asks.', placeOf(parameter));
  return said?.does === 'say' ? { say: said.say, at: said.at } : undefined;
}

/** Reads what a page or a parameter asks, how long it waits, and what becomes of those who miss it. */
export function readAsking(
  here: Here,
  self: NodeId,
  parameter: Part | undefined,
  lead: Lead | undefined,
): Asking {
  const { page, reader } = here;
  const levels = [parameter, page.part, reader.flow.part, reader.agent.settings];
  const { wait, interDigit, max, end } = readSettings(levels);
  const silence = readRetry('sys.no-input', here, self, parameter);
  const wrong = readRetry('sys.no-match', here, self, parameter);
  const own = parameter === undefined ? undefined : initialPrompt(parameter, here);
  const both = lead !== undefined && own !== undefined ? joined(lead.say, own.say) : undefined;
  if (lead !== undefined && own !== undefined && both === undefined)
    reader.writer.tell('Callers hear these words, too, after those of the page.', own.at);
  const digits = { max, end, interDigit };
  return {
    say: both ?? lead?.say ?? own?.say,
    noInput: { wait, ...silence.retry },
    noMatch: wrong.retry,
    interDigit,
    digits: Object.values(digits).some((value) => value !== undefined) ? digits : undefined,
    placed: [
      [['noInput'], silence.at],
      [['noMatch'], wrong.at],
      [['say'], lead?.at ?? own?.at],
    ],
  };
}
