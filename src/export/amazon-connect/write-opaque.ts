import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { conditionOf } from './branch-cases.ts';
import type { Writing } from './writing.ts';

/** A block that came from Amazon Connect goes back as it was; another vendor's can't. */
export function writeOpaque(w: Writing, id: NodeId, node: NodeOfKind<'opaque'>): void {
  const { vendor, type, raw, exits } = node;
  const by = (trigger: string) => exits.filter((exit) => exit.trigger === trigger);
  if (vendor !== 'amazon-connect') {
    const message = `"${id}" is a block of ${vendor} (${type}), which Amazon Connect doesn't have: calls are cut off there.`;
    w.tell('not-exported', id, [], message, 'Replace it with nodes that do the same.');
    w.add({ key: id, type: 'DisconnectParticipant', parameters: {} });
    return;
  }
  const cases = by('case').filter(({ when }) => when !== 'NoMatchingCondition');
  const errors = exits.filter((exit) => exit.trigger !== 'next' && !cases.includes(exit));
  const parameters =
    typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ? (raw as Readonly<Record<string, unknown>>)
      : {};
  w.add({
    key: id,
    type,
    parameters,
    next: by('next').length === 0 ? undefined : w.to(by('next')[0]?.to),
    conditions: cases.map(({ when = '', to }) => conditionOf(when, w.to(to))),
    errors: errors.map(({ when = 'NoMatchingError', to }) => [when, w.to(to)] as const),
  });
}
