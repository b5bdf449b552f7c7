import { describe, expect, test } from '@jest/globals';
import {
  findTableColumns,
  parseColumnNames,
  type ColumnNames,
} from '../../../src/calls/clickhouse/table-columns.ts';

const usual = { call: 'String', at: 'DateTime', event: 'String', node: 'String', value: 'String' };

const found = (types: Readonly<Record<string, string>>, names: ColumnNames = {}) =>
  findTableColumns(
    'calls',
    Object.entries(types).map(([name, type]) => ({ name, type })),
    names,
  );

describe('the columns of a table', () => {
  test('those of a log are found by their names', () => {
    expect(found({ ...usual, other: 'Float64' }).of).toMatchObject({
      call: { sql: '`call`', kind: 'text', isNullable: false },
      at: { sql: '`at`', kind: 'seconds' },
    });
  });

  test.each([
    ['String', 'text'],
    ['LowCardinality(String)', 'text'],
    ["Enum8('a' = 1, 'b)' = 2)", 'text'],
    ['UUID', 'text'],
    ['FixedString(16)', 'padded'],
    ['LowCardinality(Nullable(FixedString(16)))', 'padded'],
    ['UInt64', 'integer'],
    ['Nullable(Int32)', 'integer'],
  ])('%s is %s', (type, kind) => {
    expect(found({ ...usual, value: type }).of.value.kind).toBe(kind);
  });

  test.each(["DateTime64(3, 'UTC')", 'DateTime64(6)', "Nullable(DateTime64(9, 'Europe/Berlin'))"])(
    '%s is a moment with fractions',
    (type) => {
      expect(found({ ...usual, at: type }).of.at.kind).toBe('fractions');
    },
  );

  test.each(['Date', 'Float64', 'Array(String)', 'Decimal(18, 3)', 'IPv4'])(
    '%s is no moment',
    (type) => {
      expect(() => found({ ...usual, at: type })).toThrow('can\'t be "at"');
    },
  );

  test('a number is a moment only when its unit is said, or in the name', () => {
    expect(() => found({ ...usual, at: 'Int64' })).toThrow('may be seconds or milliseconds');
    expect(found({ ...usual, at: 'Int64' }, { unit: 's' }).unit).toBe('s');
    const { call, event, node, value } = usual;
    expect(found({ call, event, node, value, at_ms: 'Int64' })).toMatchObject({
      unit: 'ms',
      of: { at: { sql: '`at_ms`' } },
    });
  });

  test('a column that is missing is told with those that there are', () => {
    const { at, event, node, value } = usual;
    const error = { code: 'log-layout', message: expect.stringContaining('Did you mean "calls"?') };
    expect(() => found({ at, event, node, value, calls: 'String' })).toThrow(
      expect.objectContaining(error),
    );
  });

  test('a column of another kind is not the place of a row, unless the user says so', () => {
    expect(found({ ...usual, row: 'String', log: 'String' }).of.row).toBeUndefined();
    expect(() => found({ ...usual, row: 'String' }, { row: 'row' })).toThrow('can\'t be "row"');
    expect(() => found({ ...usual, seq: 'Float64' })).toThrow('can\'t be "seq"');
  });

  test('statements use names that no column has', () => {
    expect(found(usual).prefix).toBe('ivr_');
    expect(found({ ...usual, ivr_call: 'String', ivr__x: 'String' }).prefix).toBe('ivr___');
  });
});

describe('--columns', () => {
  test('it names columns, and the unit of a number', () => {
    expect(parseColumnNames('call=contact_id, at=ts:ms,row=nr')).toEqual({
      ...{ call: 'contact_id', at: 'ts', row: 'nr', unit: 'ms' },
    });
  });

  test.each(['call', 'call=', 'what=x', 'call=a,call=b', '', '__proto__=x'])(
    '%j is refused',
    (text) => {
      expect(() => parseColumnNames(text)).toThrow('--columns says which column holds what');
    },
  );
});
