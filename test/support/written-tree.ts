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
  'fees',
  'credit',
  'branches',
  'currency',
  'shares',
  'gifts',
  'taxes',
  'pins',
];

const filler = 'Please listen carefully as our menu options have changed.';

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
  /** Labels with words that can be spared, and a message that tells nothing before the first menu. */
  readonly wordy: boolean;
  /** The first category stands in another one, beside one more option. */
  readonly deep: boolean;
  /** Callers of an option of the first menu that leads where another does, too, of 100 times as many. */
  readonly dead: number | undefined;
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

function write(tree: Tree): WrittenTree {
  const { agent, layout, json, recorded, wordy, deep, dead } = tree;
  const many = dead === undefined ? 1 : 100;
  const leaves = tree.leaves.map((own) => own.map((times) => times * many));
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
  const [inner] = menus;
  const way = root.findIndex(({ to }) => to === inner?.name);
  if (deep && inner !== undefined) {
    const [name, beside] = [next(), next()];
    const [own, times] = [wanted[way] ?? 0, 40 * many];
    const options = [
      { key: '1', name: inner.name, to: inner.name },
      { key: '2', name: beside, to: `${beside}-end` },
    ];
    menus.push({ name, options });
    choices[name] = [own, times];
    root[way] = { key: String(way + 1), name, to: name };
    wanted[way] = own + times;
    ends.push(`${beside}-end`);
  }
  if (dead !== undefined) {
    const to = inner?.options[0]?.to ?? root[0]?.to ?? 'desk';
    root.push({ key: String(root.length + 1), name: next(), to });
    wanted.push(dead);
  }
  if (agent) {
    root.push({ key: '0', name: 'adviser', to: 'desk', role: 'agent' });
    wanted.push(20 * many);
  }
  choices['main'] = wanted;
  const spoken = ({ key, name }: Option) =>
    wordy
      ? `If you would like to hear about ${name}, please press ${key}.`
      : `For ${name}, press ${key}.`;
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
  const start = wordy ? 'hello' : 'main';
  const hello = `${layout.comments ? '  # said first\n' : ''}  hello: {kind: announcement, say: "${filler}", to: main}\n`;
  const text = `ivr: 1\nid: tree\nlanguage: en\nentries: [{start: ${start}}]\nnodes:\n${wordy ? hello : ''}${nodes.join(layout.blank ? '\n' : '')}${rest.join('')}`;
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
    const first = wordy ? [['hello', { kind: 'announcement', say: filler, to: 'main' }]] : [];
    const script = {
      ...{ ivr: 1, id: 'tree', language: 'en', entries: [{ start }] },
      nodes: Object.fromEntries([...first, ...menu, ...end]) as object,
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

/** Menu trees of two and three levels in many layouts, of YAML and JSON. */
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
    wordy: fc.boolean(),
    deep: fc.boolean(),
    dead: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined, freq: 2 }),
  })
  .map(write);
