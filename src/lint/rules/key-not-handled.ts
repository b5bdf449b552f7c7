import { nodeOf } from '../../flow/call-flow.ts';
import { offeredKeys } from '../../flow/offered-keys.ts';
import { reachedMenus } from '../../flow/reached-nodes.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { defineRule } from '../rule.ts';

/** An import may know a choice only by a condition; then any key can be meant by it. */
function knowsItsKeys({ options }: NodeOfKind<'menu'>): boolean {
  return (
    options.some((option) => option.key !== undefined) &&
    options.every(({ key, intent = '' }) => key !== undefined || !/[0-9*#<>=$]/.test(intent))
  );
}

/** A caller does as told, and the menu doesn't know the key. */
export const keyNotHandled = defineRule({
  id: 'key-not-handled',
  severity: 'error',
  summary: 'every key that a prompt offers is an option of the menu',
  source:
    'we found no other tool that checks this; the rule reads prompts with care and says nothing in doubt',
  messages: {
    notHandled: {
      says: 'Callers of "{menu}" are told to press {key}, and when they do, the menu doesn\'t know it.',
      help: 'Add an option for {key}, or remove it from the prompt.',
    },
    fallsThrough: {
      says: 'Callers of "{menu}" are told to press {key}, which no option has: they go to "{target}" only because every unknown key does.',
      help: 'Add an option for {key} that leads to "{target}".',
    },
  },
  check({ script, flow, report }) {
    for (const { id, node } of reachedMenus(flow)) {
      if (!knowsItsKeys(node)) continue;
      const handled = new Set(node.options.map((option) => option.key));
      const { attempts, to = script.defaults?.noMatch?.to } = node.noMatch ?? {};
      const kind = to === undefined ? undefined : nodeOf(flow, to)?.kind;
      const fallsThrough = attempts === 1 && (kind === 'queue' || kind === 'transfer');
      const told = new Set<string>();
      const unhandled = offeredKeys(flow, id).filter(({ named }) => {
        for (const key of named) if (!handled.has(key)) return true;
        return false;
      });
      for (const { piece, spoken } of unhandled.flatMap(({ pieces }) => pieces)) {
        if (!piece.leadsHere || !spoken.certain) continue;
        for (const { key } of spoken.keys) {
          const once = [key, ...piece.path].join('/');
          if (handled.has(key) || told.has(once)) continue;
          told.add(once);
          const data = { menu: id, key };
          if (fallsThrough && to !== undefined) {
            const more = { ...data, target: to };
            report({ message: 'fallsThrough', data: more, at: piece.path, severity: 'info' });
          } else report({ message: 'notHandled', data, at: piece.path });
        }
      }
    }
  },
});
