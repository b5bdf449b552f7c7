/** Keys, in the order in which menus offer them. */
const keys = ['1', '2', '3', '4', '5', '6'];

/**
 * A menu of the usual make-up with about so many nodes, as the text of a menu file: menus, questions and
 * look-ups that end in some shared queues, with repeats, ways back, jumps across, retries and cases for
 * silence. The same size gives the same text.
 */
export function treeText(size) {
  const nodes = {};
  const queues = Math.max(3, Math.min(24, Math.round(size / 40)));
  const queue = (index) => `queue-${index % queues}`;
  let made = queues + 2;
  const waiting = ['main'];
  for (let at = 0; at < waiting.length; at += 1) {
    const id = waiting[at];
    const next = (kind) => {
      if (made >= size) return queue(at);
      const child = `${kind}-${made}`;
      made += 1;
      waiting.push(child);
      return child;
    };
    if (id === 'main' || id.startsWith('menu')) {
      const count = 3 + (at % 4);
      const options = keys.slice(0, count).map((key, index) => {
        const kind = ['menu', 'look-up', 'ask'][(at + index) % 3];
        const to = index === count - 1 ? queue(at) : next(kind);
        return { key, say: `For topic ${at} ${index}, press ${key}.`, to };
      });
      const extras = [
        { key: '9', do: 'repeat' },
        { key: '*', to: 'main' },
      ];
      nodes[id] = {
        kind: 'menu',
        say: `This is menu ${at}.`,
        options: [...options, ...extras],
        noInput: { to: id },
        noMatch: { to: queue(at + 1) },
      };
    } else if (id.startsWith('look-up')) {
      const success = at % 2 === 0 ? next('menu') : 'goodbye';
      nodes[id] = { kind: 'task', task: 'look-up', selfService: true, success, failure: queue(at) };
    } else {
      nodes[id] = {
        kind: 'collect',
        say: 'Please enter your number.',
        digits: { min: 4, max: 8 },
        to: next(at % 2 === 0 ? 'look-up' : 'menu'),
        noInput: { to: queue(at) },
      };
    }
  }
  for (let index = 0; index < queues; index += 1) {
    const overflow = { after: '90s', to: 'goodbye' };
    nodes[queue(index)] = { kind: 'queue', queue: 'service', title: `Team ${index + 1}`, overflow };
  }
  nodes.goodbye = { kind: 'hangup' };
  const title = `A menu of ${size} steps`;
  return JSON.stringify({
    ivr: 1,
    ...{ id: 'tree', title, language: 'en' },
    entries: [{ start: 'main' }],
    nodes,
  });
}
