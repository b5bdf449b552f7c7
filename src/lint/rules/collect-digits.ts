import { firstStops } from '../../flow/first-stops.ts';
import { nodeOf } from '../../flow/call-flow.ts';
import { defineRule } from '../rule.ts';

/** What callers are asked to enter can't be entered as it is asked. */
export const collectDigits = defineRule({
  id: 'collect-digits',
  severity: 'error',
  summary: 'callers can enter what they are asked for, and know when it is accepted',
  source:
    'the keys that end an entry: AS/NZS 4263 section 2.5 (by its contents) and the platforms, where # is the default',
  messages: {
    least: {
      says: 'No caller can enter what "{node}" asks for: it wants at least {min} digits and takes {max} at most.',
      help: 'Let min be at most max.',
    },
    endInside: {
      says: 'Callers whose number holds {end} are cut short at "{node}", because that key ends the entry.',
      help: 'Let "#" end the entry.',
    },
    noEnd: {
      says: 'Callers have no way to say that they are done at "{node}": after the last digit they wait in silence.',
      help: 'Say how many digits there are at most, or let "#" end the entry and say so.',
    },
    leftOver: {
      says: 'Callers who press {end} after all {max} digits of "{node}" may choose {end} at "{menu}" without wanting to: the entry was over before.',
      help: "Don't ask for {end} where the number of digits is fixed, or give that option another key.",
    },
  },
  check({ flow, report }) {
    for (const { id, node, path } of flow.nodes) {
      if (node.kind !== 'collect' || node.digits === undefined) continue;
      const { min, max, end } = node.digits;
      const at = [...path, 'digits'];
      if (min !== undefined && max !== undefined && min > max) {
        report({ message: 'least', data: { node: id, min, max }, at: [...at, 'min'] });
      }
      if (end !== undefined && /\d/.test(end)) {
        report({ message: 'endInside', data: { node: id, end }, at: [...at, 'end'] });
      }
      if (max === undefined && end === undefined) {
        report({ message: 'noEnd', data: { node: id }, at, aim: 'key', severity: 'warning' });
      }
      const next = node.to === undefined ? undefined : nodeOf(flow, node.to);
      if (end === undefined || max === undefined || min !== max || next === undefined) continue;
      for (const stop of firstStops(flow, next.id).stops) {
        if (stop.node.kind !== 'menu') continue;
        const option = stop.node.options.findIndex(({ key }) => key === end);
        if (option < 0) continue;
        const data = { node: id, end, max, menu: stop.id };
        const related = [
          { message: 'the option with it', at: [...stop.path, 'options', option, 'key'] },
        ];
        report({ message: 'leftOver', data, at: [...at, 'end'], related, severity: 'info' });
        break;
      }
    }
  },
});
