import type { IconPath } from './row-icons.ts';
import type { Tone } from './theme.ts';
import type { CardKind } from './words.ts';

const handset =
  'M3.3 1.3 5.2 1.7 5.9 4.6 4.5 5.8C5.3 7.5 6.5 8.7 8.2 9.5L9.4 8.1 12.3 8.8 12.7 10.7C12.4 12 11.4 12.8 10.1 12.7 5.6 12.2 1.8 8.4 1.3 3.9 1.2 2.6 2 1.6 3.3 1.3Z';

/** The sign of every kind of card, in a box of 14 by 14, with its colour. */
export const kindIcons: Readonly<
  Record<CardKind, { readonly tone: Tone; readonly paths: readonly IconPath[] }>
> = {
  start: { tone: 'ink', paths: [{ d: handset }] },
  announcement: {
    tone: 'says',
    paths: [
      { d: 'M1 4.9H3.7L7.3 2V12L3.7 9.1H1Z' },
      { d: 'M9.3 4.9A3 3 0 0 1 9.3 9.1M11.2 3A5.7 5.7 0 0 1 11.2 11', outline: true },
    ],
  },
  menu: {
    tone: 'asks',
    paths: [
      {
        d: [1, 5.5, 10].flatMap((y) => [1, 5.5, 10].map((x) => `M${x} ${y}h3v3h-3Z`)).join(''),
      },
    ],
  },
  collect: {
    tone: 'asks',
    paths: [{ d: 'M1 3.5H13V10.5H1Z', outline: true }, { d: 'M3 6h2v2H3ZM6 6h2v2H6ZM9 6h2v2H9Z' }],
  },
  branch: {
    tone: 'decides',
    paths: [{ d: 'M7 13V8.2L2.8 4M7 8.2 11.2 4M2.4 7V3.6H5.8M8.2 3.6H11.6V7', outline: true }],
  },
  task: {
    tone: 'says',
    paths: [
      { d: 'M2.6 1.2H9L11.4 3.6V12.8H2.6ZM4.8 5.6H9.2M4.8 8H9.2M4.8 10.4H7.6', outline: true },
    ],
  },
  queue: {
    tone: 'people',
    paths: [
      {
        d: 'M4.4 2.2A2.1 2.1 0 1 1 4.4 6.4 2.1 2.1 0 1 1 4.4 2.2ZM.6 12C.6 9 2 7.4 4.4 7.4S8.2 9 8.2 12Z',
      },
      {
        d: 'M10.2 2.8A1.8 1.8 0 1 1 10.2 6.4 1.8 1.8 0 1 1 10.2 2.8ZM9.4 12C9.4 10 9 8.6 8.3 7.7 8.8 7.5 9.4 7.4 10.2 7.4 12.3 7.4 13.4 9 13.4 12Z',
      },
    ],
  },
  transfer: { tone: 'people', paths: [{ d: 'M1 5.4H7.4V2L13 7 7.4 12V8.6H1Z' }] },
  voicemail: {
    tone: 'message',
    paths: [
      {
        d: 'M3.6 4.2A2.7 2.7 0 1 1 3.6 9.6 2.7 2.7 0 1 1 3.6 4.2ZM10.4 4.2A2.7 2.7 0 1 1 10.4 9.6 2.7 2.7 0 1 1 10.4 4.2ZM3.6 9.6H10.4',
        outline: true,
      },
    ],
  },
  callback: {
    tone: 'message',
    paths: [{ d: handset }, { d: 'M13 1.2 8.6 5.4M8.4 2.2V5.6H11.8', outline: true }],
  },
  subflow: {
    tone: 'decides',
    paths: [{ d: 'M1.2 1.2H7V5.4H1.2ZM7 8.6H12.8V12.8H7ZM4 5.4V10.7H7', outline: true }],
  },
  hangup: {
    tone: 'paper',
    paths: [
      {
        d: 'M.6 8.3C2.8 4.7 11.2 4.7 13.4 8.3L12 10.2 9.5 9.3V7.7C7.9 7.2 6.1 7.2 4.5 7.7V9.3L2 10.2Z',
      },
    ],
  },
  opaque: {
    tone: 'muted',
    paths: [
      { d: 'M2 2H12V12H2Z', outline: true },
      { d: 'M5.3 5.6C5.3 3.6 8.7 3.6 8.7 5.5 8.7 6.8 7 6.8 7 8.2M7 9.9V10.1', outline: true },
    ],
  },
};

/** A clock, for decisions by opening hours. */
export const clockIcon: readonly IconPath[] = [
  { d: 'M7 1.2A5.8 5.8 0 1 1 7 12.8 5.8 5.8 0 1 1 7 1.2ZM7 3.9V7.2L9.3 8.7', outline: true },
];
