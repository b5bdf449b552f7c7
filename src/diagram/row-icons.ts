export interface IconPath {
  readonly d: string;
  /** Outlines are drawn with a round pen; others are filled. */
  readonly outline?: true;
}

/** Signs in front of a row or behind it, in a box of 12 by 10. */
export const rowIcons = {
  arrow: [{ d: 'M1.5 5H10M6.8 1.8 10 5 6.8 8.2', outline: true }],
  sun: [
    { d: 'M6 2.9A2.1 2.1 0 1 1 6 7.1 2.1 2.1 0 1 1 6 2.9Z' },
    {
      d: 'M6 .4V1.2M6 8.8V9.6M1.4 5H2.2M9.8 5H10.6M2.8 1.8 3.3 2.3M8.7 7.7 9.2 8.2M2.8 8.2 3.3 7.7M8.7 2.3 9.2 1.8',
      outline: true,
    },
  ],
  moon: [{ d: 'M5 .8A4.3 4.3 0 1 0 10 6.6 3.9 3.9 0 0 1 5 .8Z' }],
  star: [{ d: 'M6 .3 7.4 3.3 10.7 3.7 8.3 6 8.9 9.3 6 7.7 3.1 9.3 3.7 6 1.3 3.7 4.6 3.3Z' }],
  bell: [
    { d: 'M2.2 7.6C3.4 6.6 2.9 1.6 6 1.6S8.6 6.6 9.8 7.6Z' },
    { d: 'M6 .6V1.6M5.1 9.2H6.9', outline: true },
  ],
  diamond: [{ d: 'M6 .9 10.1 5 6 9.1 1.9 5Z', outline: true }],
  speech: [{ d: 'M1.5 1.2H10.5V6.8H6.2L3.6 9.2V6.8H1.5Z', outline: true }],
  check: [{ d: 'M1.8 5.4 4.7 8.3 10.2 1.8', outline: true }],
  barred: [{ d: 'M6 .9A4.1 4.1 0 1 1 6 9.1 4.1 4.1 0 1 1 6 .9ZM3.1 7.9 8.9 2.1', outline: true }],
  hourglass: [
    { d: 'M2.6 .7H9.4M2.6 9.3H9.4', outline: true },
    {
      d: 'M3.2 .9H8.8C8.8 3 7.6 4.2 6.6 5 7.6 5.8 8.8 7 8.8 9.1H3.2C3.2 7 4.4 5.8 5.4 5 4.4 4.2 3.2 3 3.2 .9Z',
    },
  ],
  cross: [{ d: 'M2.6 1.6 9.4 8.4M9.4 1.6 2.6 8.4', outline: true }],
  spill: [{ d: 'M1.3 4.4V8.8H7.4V4.4M4.3 6.4V1.9H10.4M8.2 .3 10.6 1.9 8.2 3.5', outline: true }],
  alarm: [
    { d: 'M6 .9 10.9 9.1H1.1Z', outline: true },
    { d: 'M5.4 3.7H6.6L6.4 6.3H5.6ZM5.4 7H6.6V8.1H5.4Z' },
  ],
  repeat: [{ d: 'M9.7 5A3.7 3.7 0 1 1 8.1 1.9M8.5 .1 8.6 2.3 6.4 2.5', outline: true }],
  back: [{ d: 'M4.6 1 1.6 3.7 4.6 6.4M1.8 3.7H7.7A2.6 2.6 0 0 1 7.7 9H4.4', outline: true }],
  down: [{ d: 'M2.6 3.2 6 7 9.4 3.2', outline: true }],
} as const satisfies Record<string, readonly IconPath[]>;

export type RowIcon = keyof typeof rowIcons;
