import { IvrError } from '../../source/ivr-error.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import { columnKey } from '../formats/find-table.ts';
import type { MappedNode, MappedText } from '../mapping/mapping.ts';
import type { Alias, Aliases } from './field-sql.ts';
import { sqlName, sqlText } from './sql-text.ts';
import type { DeclaredColumn } from './table-columns.ts';
import { bareType } from './table-columns.ts';

/** A column that a mapping names, as the table has it. */
export interface NamedColumn {
  readonly name: string;
  /** Without `Nullable` and `LowCardinality`. */
  readonly type: string;
  readonly isNullable: boolean;
}

type Cuts = Readonly<Partial<Record<'after' | 'before' | 'split', string | undefined>>> & {
  readonly part?: number | undefined;
};

/** What a mapping says of texts, as expressions over the columns of a table. */
export interface MappedTexts {
  readonly columnOf: (name: string) => NamedColumn;
  /** The text below a column, without blanks around it. */
  readonly column: (name: string) => string;
  readonly cutOut: (text: string, cuts: Cuts) => string;
  readonly textOf: (source: MappedText | MappedNode | undefined) => string;
  /** A name for an expression, so that it is not written twice. */
  readonly named: (expression: string) => string;
  /** What these names stand for; each may use those before it. */
  readonly aliases: () => Aliases;
}

const plainTypes = /^(?:String|UUID|Enum(?:8|16)?\(.*\)|U?Int(?:8|16|32|64))$/s;
const paddedType = /^FixedString\(\d+\)$/;

/** What is mapped one to one; anything else is `others`. */
export function transformed(
  text: string,
  entries: Iterable<readonly [from: string, to: string]>,
  others: string,
): string {
  const all = [...entries];
  if (all.length === 0) return others;
  const list = (place: 0 | 1): string => all.map((entry) => sqlText(entry[place])).join(', ');
  return `transform(${text}, [${list(0)}], [${list(1)}], ${others})`;
}

/**
 * Reads texts of a table by the words of a mapping. Names of columns are compared as those of files are.
 * Throws an IvrError `log-layout` for a column that there isn't, or that holds no text.
 */
export function mappedTexts(
  table: string,
  declared: readonly DeclaredColumn[],
  prefix: string,
): MappedTexts {
  const aliases: Alias[] = [];
  const columns = new Map<string, string>();
  const named = (expression: string): string => {
    const alias = `${prefix}m${aliases.length}`;
    aliases.push([alias, expression]);
    return alias;
  };

  const columnOf = (name: string): NamedColumn => {
    const found =
      declared.find((one) => one.name === name) ??
      declared.find((one) => columnKey(one.name) === columnKey(name));
    if (found !== undefined) return { name: found.name, ...bareType(found.type) };
    const others = declared.slice(0, 50).map((one) => one.name);
    throw new IvrError(
      'log-layout',
      `The table ${table} has no column "${name}", which the mapping reads.${didYouMean(name, others)}`,
      { help: `It has: ${others.slice(0, 20).join(', ')}.` },
    );
  };

  const trimmed = (text: string): string =>
    `if(match(${text}, '^\\\\s|\\\\s$'), replaceRegexpAll(${text}, '^\\\\s+|\\\\s+$', ''), ${text})`;

  const column = (name: string): string => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const { name: own, type, isNullable } = columnOf(name);
    if (!plainTypes.test(type) && !paddedType.test(type))
      throw new IvrError(
        'log-layout',
        `The column "${own}" of ${table} holds no text that a mapping reads: it is ${type}.`,
        { help: 'Make a view that writes it as text, and name that.' },
      );
    const plain = paddedType.test(type)
      ? `toStringCutToZero(${sqlName(own)})`
      : `toString(${sqlName(own)})`;
    const alias = named(trimmed(named(isNullable ? `ifNull(${plain}, '')` : plain)));
    columns.set(name, alias);
    return alias;
  };

  const cutOut = (text: string, { after, before, split, part = 1 }: Cuts): string => {
    let rest = text;
    if (after !== undefined) {
      const at = named(`position(${rest}, ${sqlText(after)})`);
      const length = new TextEncoder().encode(after).length;
      rest = named(`if(${at} = 0, '', substring(${rest}, ${at} + ${length}))`);
    }
    if (before !== undefined) {
      const at = named(`position(${rest}, ${sqlText(before)})`);
      rest = named(`if(${at} = 0, ${rest}, substring(${rest}, 1, ${at} - 1))`);
    }
    if (split !== undefined)
      rest = named(`arrayElement(splitByString(${sqlText(split)}, ${rest}), ${part})`);
    return rest === text ? text : named(trimmed(rest));
  };

  const textOf: MappedTexts['textOf'] = (source) => {
    if (source === undefined) return `''`;
    if (typeof source === 'string') return column(source);
    if ('text' in source) return sqlText(source.text);
    const names = Object.entries('names' in source ? (source.names ?? {}) : {});
    const text =
      'columns' in source
        ? named(trimmed(named(joined(source.columns.map(column), source.between ?? ' '))))
        : cutOut(column(source.column), source);
    return names.length === 0 ? text : named(transformed(text, names, text));
  };

  return { columnOf, column, cutOut, textOf, named, aliases: () => aliases };
}

function joined(texts: readonly string[], between: string): string {
  const [only, ...others] = texts;
  if (only === undefined) return `''`;
  if (others.length === 0) return only;
  return `concat(${texts.join(`, ${sqlText(between)}, `)})`;
}
