import fc from 'fast-check';

/**
 * Scripts with one menu, written in the many ways in which people write YAML: options in blocks and
 * in brackets, every style of text, comments wherever one can stand, LF and CRLF. Every comment has
 * a number of its own, so that none can be lost unseen.
 */
export interface WrittenScript {
  readonly text: string;
  readonly options: number;
}

interface Writing {
  readonly order: readonly ('flow' | 'block' | 'dash-alone')[];
  readonly style: readonly (
    'plain' | 'single' | 'double' | 'literal' | 'clip' | 'folded' | 'languages'
  )[];
  readonly keyStyle: readonly ('"' | "'" | '')[];
  readonly comments: readonly boolean[];
  readonly blank: readonly boolean[];
  readonly indented: boolean;
  readonly layout: 'items' | 'one-line' | 'bracket-lines';
  readonly crlf: boolean;
  readonly finalBreak: boolean;
}

const most = 6;
const each = <Value>(value: fc.Arbitrary<Value>, length = most) =>
  fc.array(value, { minLength: length, maxLength: length });

const labels = ['balance', 'cards', 'loans', "a caller's limit", 'travel: abroad', 'faults'];

function write(writing: Writing, count: number): string {
  let comments = 0;
  const comment = (index: number, before = ' ') => {
    comments += 1;
    return writing.comments[index % writing.comments.length] === true
      ? `${before}# note ${comments} [a, {b}] - "c: d"`
      : '';
  };
  const words = (index: number) => `For ${labels[index] ?? ''}, press ${index + 1}.`;
  const quoted = (index: number, style: string | undefined): string => {
    const text = words(index);
    if (style === 'double' || text.includes(': ')) return JSON.stringify(text);
    return style === 'single' || text.includes(',') ? `'${text.replaceAll("'", "''")}'` : text;
  };
  const key = (index: number) => {
    const quote = writing.keyStyle[index] ?? '"';
    return `${quote}${index + 1}${quote}`;
  };
  const flow = (index: number) =>
    `{key: ${key(index)}, say: ${quoted(index, writing.style[index])}, to: end}`;
  const dash = writing.indented ? '      ' : '    ';
  const inner = `${dash}  `;
  const block = (index: number, lead: string): string => {
    const style = writing.style[index];
    const say =
      style === 'literal' || style === 'clip'
        ? `say: |${style === 'clip' ? '' : '-'}${comment(index + 1)}\n${inner}  ${words(index)}`
        : style === 'folded'
          ? `say: >-\n${inner}  ${words(index).split(', ').join(`,\n${inner}  `)}`
          : style === 'languages'
            ? `say: {en: ${quoted(index, 'double')}, es: "Para ${index + 1} cosas, oprima ${index + 1}."}${comment(index)}`
            : `say: ${quoted(index, style)}${comment(index + 2)}`;
    const fields = [`key: ${key(index)}${comment(index)}`, `to: end${comment(index + 3)}`, say];
    const inside = comment(index + 4, inner);
    return lead + fields.join(`\n${inner}`) + (inside === '' ? '' : `\n${inside}`);
  };
  const item = (index: number): string => {
    const above = comment(index + 5, dash);
    const head = `${writing.blank[index] === true ? '\n' : ''}${above === '' ? '' : `${above}\n`}${dash}`;
    switch (writing.order[index]) {
      case 'block':
        return head + block(index, '- ');
      case 'dash-alone':
        return head + block(index, `-${comment(index)}\n${inner}`);
      default:
        return `${head}- ${flow(index)}${comment(index)}`;
    }
  };
  const indexes = Array.from({ length: count }, (_, index) => index);
  const list =
    writing.layout === 'items'
      ? `options:${comment(0)}\n${indexes.map(item).join('\n')}`
      : writing.layout === 'one-line'
        ? `options: [${indexes.map(flow).join(', ')}]${comment(1)}`
        : `options: [${comment(2)}\n${indexes
            .map((index) => {
              const above = comment(index, '      ');
              const comma = index < count - 1 ? ',' : '';
              return `${above === '' ? '' : `${above}\n`}      ${flow(index)}${comma}${comment(index + 1)}`;
            })
            .join('\n')}\n    ]`;
  const head = `# top\nivr: 1\nid: written\nlanguage: en${comment(3)}\nentries: [{start: main}]\nnodes:\n`;
  // A block's last line without a line end would read otherwise anywhere else.
  const tail = writing.finalBreak || writing.style.includes('clip') ? '\n' : '';
  const text = `${head}  end: {kind: hangup}${comment(4)}\n  main:\n    kind: menu\n    ${list}${tail}`;
  return writing.crlf ? text.replaceAll('\n', '\r\n') : text;
}

export const writtenScripts: fc.Arbitrary<WrittenScript> = fc
  .record({
    count: fc.integer({ min: 2, max: most }),
    order: each(fc.constantFrom('flow', 'block', 'dash-alone')),
    style: each(
      fc.constantFrom('plain', 'single', 'double', 'literal', 'clip', 'folded', 'languages'),
    ),
    keyStyle: each(fc.constantFrom('"', "'", '')),
    comments: each(fc.boolean(), 7),
    blank: each(fc.boolean()),
    indented: fc.boolean(),
    layout: fc.constantFrom('items', 'items', 'items', 'one-line', 'bracket-lines'),
    crlf: fc.boolean(),
    finalBreak: fc.boolean(),
  })
  .map(({ count, ...writing }) => ({ text: write(writing as Writing, count), options: count }));
