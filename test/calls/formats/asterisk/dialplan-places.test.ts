import { describe, expect, test } from '@jest/globals';
import { placesOf } from '../../../../src/calls/formats/asterisk/dialplan-places.ts';
import { noNames } from '../../../../src/calls/formats/node-names.ts';

const places = (...blocks: readonly (readonly [string, string])[]) =>
  placesOf({ ...noNames, blocks });

describe('the places of nodes in a dialplan', () => {
  test.each<[what: string, context: string, extension: string, nodes: readonly string[]]>([
    ['an extension', 'main', '1', ['sales']],
    ['all nodes of an extension, in order', 'main', 's', ['welcome', 'menu']],
    ['the most exact pattern', 'main', '345', ['office']],
    ['any pattern', 'main', '999', ['anybody']],
    ['an extension of an included context', 'main', '0', ['reception']],
    ['no beginning of another context', 'empty', 's', []],
    ['nothing in a context that is not there', 'other', '0', []],
    ['a menu in the tables of FreePBX', 'ivr-7', 's', ['hours']],
  ])('are found for %s', (_, context, extension, nodes) => {
    const { nodesAt } = places(
      ['main,s,1', 'welcome'],
      ['main,s,2', 'menu'],
      ['main,s,3', 'menu'],
      ['main,1,1', 'sales'],
      ['main,_X.,1', 'anybody'],
      ['main,_3XX,1', 'office'],
      ['anywhere,0,1', 'reception'],
      ['empty,1,1', 'nothing'],
      ['ivr_details 7', 'hours'],
      ['no place', 'elsewhere'],
    );
    expect(nodesAt(context, extension)).toEqual(nodes);
  });

  test('know every context where the script comes from no dialplan', () => {
    expect(places().hasContext('main')).toBe(true);
    expect(places(['main,s,1', 'menu']).hasContext('macro-dial')).toBe(false);
  });
});
