import fc from 'fast-check';

/** A menu tree written as people write it, with callers for each of its options. */
export interface WrittenTree {
  readonly text: string;
  readonly path: string;
  /** Choices by menu and option. */
  readonly choices: Readonly<Record<string, readonly number[]>>;
}

const words = [
  'balance',
  'cards',
  'loans',
  'payments',
  'limits',
  'travel',
  'statements',
  'offers',
  'claims',
  'transfers',
  'savings',
  'insurance',
  'mortgages',
  'pensions',
  'cheques',
  'deposits',
];

interface Layout {
  readonly options: 'flow-items' | 'block-items' | 'one-line' | 'bracket-lines';
  readonly comments: boolean;
  readonly blank: boolean;
  readonly crlf: boolean;
}

interface Tree {
  /** For each option of the first menu, the callers of each leaf behind it; one leaf is an option itself. */
  readonly leaves: readonly (readonly number[])[];
  readonly agent: boolean;
  readonly layout: Layout;
  readonly json: boolean;
  readonly recorded: boolean;
}

interface Option {
  readonly key: string;
  readonly name: string;
  readonly to: string;
  readonly role?: 'agent';
}

function optionLines(
  options: readonly Option[],
  layout: Layout,
  say: (of: Option) => string,
): string {
  const short = ({ key, name, to, role }: Option) =>
    `{key: "${key}", title: ${name}, say: ${say({ key, name, to })}, to: ${to}${role === undefined ? '' : `, role: ${role}`}}`;
  const note = (option: Option) => (layout.comments ? `      # about ${option.name}\n` : '');
  switch (layout.options) {
    case 'one-line':
      return `    options: [${options.map(short).join(', ')}]\n`;
    case 'bracket-lines':
      return `    options: [\n${options
        .map((option, index) => {
          const comma = index < options.length - 1 ? ',' : '';
          const behind = layout.comments ? ` # ${option.key}` : '';
          return `${note(option)}      ${short(option)}${comma}${behind}\n`;
        })
        .join('')}    ]\n`;
    case 'flow-items':
      return `    options:\n${options.map((option) => `${note(option)}      - ${short(option)}\n`).join('')}`;
    case 'block-items':
      return `    options:\n${options
        .map(
          (option) =>
            `${note(option)}      - key: '${option.key}'\n        title: ${option.name}\n        say: ${say(option)}${layout.comments ? ' # said' : ''}\n        to: ${option.to}\n${option.role === undefined ? '' : `        role: ${option.role}\n`}`,
        )
        .join('')}`;
  }
}

function write({ leaves, agent, layout, json, recorded }: Tree): WrittenTree {
  const names = words.values();
  const next = () => names.next().value ?? 'more';
  const choices: Record<string, readonly number[]> = {};
  const root: Option[] = [];
  const menus: { name: string; options: Option[] }[] = [];
  const ends: string[] = [];
  const wanted: number[] = [];
  leaves.forEach((own, index) => {
    const name = next();
    const key = String(index + 1);
    wanted.push(own.reduce((sum, times) => sum + times, 0));
    if (own.length === 1) {
      root.push({ key, name, to: `${name}-end` });
      ends.push(`${name}-end`);
      return;
    }
    root.push({ key, name, to: name });
    const options = own.map((_, position) => {
      const leaf = next();
      ends.push(`${leaf}-end`);
      return { key: String(position + 1), name: leaf, to: `${leaf}-end` };
    });
    menus.push({ name, options });
    choices[name] = own;
  });
  if (agent) {
    root.push({ key: '0', name: 'adviser', to: 'desk', role: 'agent' });
    wanted.push(20);
  }
  choices['main'] = wanted;
  const spoken = ({ key, name }: Option) => `For ${name}, press ${key}.`;
  const say = (option: Option) =>
    recorded
      ? `{recording: ${option.name}.wav, length: ${option.name.length / 2}s, text: "${spoken(option)}"}`
      : JSON.stringify(spoken(option));
  const all = [{ name: 'main', options: root }, ...menus];
  const nodes = all.map(
    ({ name, options }) =>
      `${layout.comments ? `  # the menu ${name}\n` : ''}  ${name}:\n    kind: menu\n${optionLines(options, layout, say)}`,
  );
  const rest = [...ends, ...(agent ? ['desk'] : [])].map((name) => `  ${name}: {kind: hangup}\n`);
  const text = `ivr: 1\nid: tree\nlanguage: en\nentries: [{start: main}]\nnodes:\n${nodes.join(layout.blank ? '\n' : '')}${rest.join('')}`;
  if (json) {
    const optionOf = (option: Option) => ({
      ...option,
      name: undefined,
      title: option.name,
      say: recorded
        ? { recording: `${option.name}.wav`, length: option.name.length / 2, text: spoken(option) }
        : spoken(option),
    });
    const menu = all.map(({ name, options }) => [
      name,
      { kind: 'menu', options: options.map(optionOf) },
    ]);
    const end = [...ends, ...(agent ? ['desk'] : [])].map((name) => [name, { kind: 'hangup' }]);
    const script = {
      ...{ ivr: 1, id: 'tree', language: 'en', entries: [{ start: 'main' }] },
      nodes: Object.fromEntries([...menu, ...end]) as object,
    };
    const space = layout.options === 'one-line' ? undefined : 2;
    return { path: 'tree.json', text: JSON.stringify(script, null, space), choices };
  }
  return {
    path: 'tree.ivr.yaml',
    text: layout.crlf ? text.replaceAll('\n', '\r\n') : text,
    choices,
  };
}

/** Menu trees of two levels in many layouts, of YAML and JSON. */
export const writtenTrees: fc.Arbitrary<WrittenTree> = fc
  .record({
    leaves: fc.array(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    }),
    agent: fc.boolean(),
    layout: fc.record({
      options: fc.constantFrom<Layout['options']>(
        'flow-items',
        'block-items',
        'one-line',
        'bracket-lines',
      ),
      comments: fc.boolean(),
      blank: fc.boolean(),
      crlf: fc.boolean(),
    }),
    json: fc.boolean(),
    recorded: fc.boolean(),
  })
  .map(write);
