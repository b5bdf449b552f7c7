import { describe, expect, test } from '@jest/globals';
import { findTable } from '../../../src/calls/formats/find-table.ts';
import { isNative } from '../../../src/calls/formats/is-native.ts';
import { logFormats } from '../../../src/calls/formats/log-formats.ts';
import { textHead } from '../../../src/calls/formats/log-head.ts';
import { namedLayout, recogniseLayout } from '../../../src/calls/formats/log-layout.ts';

describe('the layout of a log', () => {
  test.each([
    ['call,at,event,node,value\n', true],
    ['"At","Event","Call","x"\n', true],
    ['call;at;event\n', true],
    ['\n\ncall\tat\tevent\n', true],
    ['{"call":"1","at":"x","event":"start"}\n', true],
    ['{"call":"1","at":"x"}\n', false],
    ['{"call":"1"', false],
    ['null\n', false],
    ['ContactId,Timestamp\n', false],
    ['', false],
  ])('%j is native: %s', (text, native) => {
    expect(isNative(text)).toBe(native);
  });

  test.each([
    ['commas', 'Call,Time\n', ',', 1],
    ['semicolons below a title', 'Report of March;;\n\n"Call ID";time\n', ';', 3],
    ['bars, other capitals and signs', 'call_id|TIME|x\n', '|', 1],
  ])('a table is found by its columns: %s', (_, text, separator, line) => {
    const columns =
      text.includes('ID') || text.includes('_id') ? ['call id', 'Time'] : ['call', 'time'];
    expect(findTable(text.split('\n'), columns)).toMatchObject({ separator, line });
  });

  test('nothing is found in what is no known log', () => {
    for (const text of ['', 'hello\nworld', 'a,b,c\n1,2,3', '{"a":1}', '[1,2]', '\u0000\u0001'])
      expect(recogniseLayout(textHead(text), logFormats)).toBeUndefined();
  });

  test('a format is found by its name, and a wrong name by the nearest', () => {
    const layout = namedLayout('x.log', textHead(''), 'twilio-studio', logFormats);
    expect(layout).toMatchObject({ kind: 'json', format: { name: 'twilio-studio' } });
    expect(() => namedLayout('x.log', textHead(''), 'twilio-studo', logFormats)).toThrow(
      'There is no log format "twilio-studo". Did you mean "twilio-studio"?',
    );
  });

  test('a table that lacks what its format needs is told', () => {
    const isTable = (name: string) =>
      logFormats.filter((one) => one.name === name).every(({ records }) => records === 'table');
    const name = logFormats.find((format) => isTable(format.name))?.name ?? '';
    expect(() => namedLayout('x.csv', textHead('a,b\n1,2\n'), name, logFormats)).toThrow(
      `x.csv is not a log of the format "${name}".`,
    );
  });
});
