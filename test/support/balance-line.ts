import { flowOf } from './script-of.ts';

/** A greeting, a menu, a look-up of a balance and a queue for sales. */
export const balanceLine = flowOf(`
  welcome: {kind: announcement, say: Welcome., to: main-menu}
  main-menu:
    kind: menu
    say: Main menu.
    options:
      - {key: '1', say: 'For your balance, press 1.', to: look-up}
      - {key: '2', say: 'For sales, press 2.', to: sales}
  look-up: {kind: task, say: One moment., task: balance, success: goodbye, failure: sales}
  goodbye: {kind: hangup, say: Goodbye.}
  sales: {kind: queue, queue: sales}
`);
