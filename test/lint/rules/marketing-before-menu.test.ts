import { marketingBeforeMenu } from '../../../src/lint/rules/marketing-before-menu.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(marketingBeforeMenu, {
  valid: [
    {
      title: 'advertising behind a choice, and announcements without the tag',
      nodes: `
  a: {kind: announcement, say: Hello., tags: [legal], to: m}
  m: {kind: menu, options: [{key: "1", to: o}, {key: "2", tags: [marketing], to: q}]}
  o: {kind: announcement, say: New rates!, tags: [marketing], to: q}
  q: {kind: queue, queue: desk, tags: [marketing]}`,
    },
  ],
  invalid: [
    {
      title: 'advertising before the first choice, in an announcement or in the menu itself',
      nodes: `
  a: {kind: announcement, say: New rates!, tags: [legal, marketing], to: m}
#                                                        ^^^^^^^^^ marketing-before-menu before
  m: {kind: menu, tags: [marketing], options: [{key: "1", to: q}]}
#                        ^^^^^^^^^ marketing-before-menu before
  q: {kind: queue, queue: desk}`,
    },
  ],
});
