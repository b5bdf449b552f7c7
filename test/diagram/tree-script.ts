import { scriptSchema } from '../../src/script/schema.ts';
import type { Script } from '../../src/script/script.ts';

/**
 * A menu of the usual make-up with about so many nodes: a tree of menus, announcements and tasks that
 * end in some shared queues, with repeats, ways back, jumps across and retries. The same every time.
 */
export function treeScript(size: number): Script {
  const nodes: Record<string, object> = {};
  const queues = Math.max(3, Math.min(24, Math.round(size / 40)));
  const queue = (index: number): string => `queue-${index % queues}`;
  let made = queues + 1;
  const waiting = ['main'];
  for (let at = 0; at < waiting.length; at += 1) {
    const id = waiting[at] ?? '';
    const name = (kind: string): string => {
      const child = `${kind}-${made}`;
      made += 1;
      waiting.push(child);
      return child;
    };
    const next = (kind: string): string => (made < size ? name(kind) : queue(at));
    if (id.startsWith('menu') || id === 'main') {
      const count = 3 + (at % 4);
      nodes[id] = {
        kind: 'menu',
        say: `This is menu ${at}.`,
        options: [
          ...Array.from({ length: count }, (_, index) => {
            const kind =
              (at + index) % 3 === 0 ? 'menu' : (at + index) % 3 === 1 ? 'task' : 'collect';
            const to = index === count - 1 ? queue(at) : next(kind);
            return {
              key: `${index + 1}`,
              say: `For topic ${at} ${index}, press ${index + 1}.`,
              to,
            };
          }),
          { key: '9', do: 'repeat' },
          { key: '*', to: 'main' },
        ],
        noInput: { to: id },
        noMatch: { to: queue(at + 1) },
      };
    } else if (id.startsWith('task')) {
      nodes[id] = {
        kind: 'task',
        task: 'look-up',
        selfService: true,
        success: at % 2 === 0 ? next('menu') : 'goodbye',
        failure: queue(at),
      };
    } else
      nodes[id] = {
        kind: 'collect',
        digits: { min: 4, max: 8 },
        to: next(at % 2 === 0 ? 'task' : 'menu'),
        noInput: { to: queue(at) },
      };
  }
  for (let index = 0; index < queues; index += 1) {
    nodes[queue(index)] = {
      kind: 'queue',
      queue: 'service',
      title: `Service team ${index + 1}`,
      overflow: { after: 90, to: 'goodbye' },
    };
  }
  nodes['goodbye'] = { kind: 'hangup' };
  const script = {
    ivr: 1,
    id: 'tree',
    title: `A menu of ${size} steps`,
    language: 'en',
    entries: [{ start: 'main' }],
    nodes,
  };
  return scriptSchema.parse(script);
}
