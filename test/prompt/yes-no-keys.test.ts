import { describe, expect, test } from '@jest/globals';
import { yesNoKeys } from '../../src/prompt/yes-no-keys.ts';

describe('the keys for yes and no', () => {
  test.each([
    ['en', 'For yes, press 1. For no, press 2.'],
    ['en', 'Press 1 for Yes and 2 for No.'],
    ['en-GB', 'Say yes or press 1, say no or press 2.'],
    ['es', 'Para sí, pulse 1. Para no, pulse 2.'],
    ['pt-BR', 'Para sim, aperte 1. Para não, aperte 2.'],
    ['fr', 'Pour oui, appuyez sur le 1, pour non, sur le 2.'],
    ['de', 'Für ja drücken Sie die 1, für nein die 2.'],
    ['it', 'Per sì, premere 1. Per no, premere 2.'],
    ['nl', 'Voor ja, toets 1. Voor nee, toets 2.'],
    ['el', 'Για ναι πατήστε 1, για όχι πατήστε 2.'],
    ['zh', '是，请按1；否，请按2。'],
    ['ja', 'はいの場合は1を、いいえの場合は2を押してください。'],
  ])('are read in %s: %s', (language, text) => {
    expect(yesNoKeys(text, language)).toEqual({ yes: '1', no: '2' });
  });

  test('are read whichever comes first', () => {
    expect(yesNoKeys('Press 1 for no, or 2 for yes.', 'en')).toEqual({ yes: '2', no: '1' });
  });

  test.each([
    ['en', 'If there is no answer, press 1. For cards, press 2.'],
    ['en', 'Yes, we are open. Press 1 for no reason, and 2 for more.'],
    ['en', 'For yes press 1, for no press 2, for help press 0.'],
    ['es', 'Si llama por primera vez, pulse 1. Si no, pulse 2.'],
    ['zh', '您是新客户请按1，否则请按2。'],
    ['xx', 'For yes, press 1. For no, press 2.'],
  ])('are not seen in %s: %s', (language, text) => {
    expect(yesNoKeys(text, language)).toBeUndefined();
  });
});
