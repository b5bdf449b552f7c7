/**
 * Colours by what they are for: light, dark. Ink on card, bar and background keeps 4.5:1 in both
 * themes, wires and outlines 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it. Red is for trouble only.
 */
export const theme = {
  page: ['#ffffff', '#10151b'],
  card: ['#ffffff', '#1a222b'],
  line: ['#3d4955', '#8795a3'],
  ink: ['#17212b', '#e8edf2'],
  muted: ['#55616d', '#a3b0bd'],
  rule: ['#e3e8ed', '#2b3743'],
  bar: ['#dbe7f4', '#25405f'],
  /** On ink: letters in discs, the words on a hang-up. */
  paper: ['#ffffff', '#1a222b'],
  trouble: ['#b3151b', '#ff8f8a'],
  onTrouble: ['#ffffff', '#1a222b'],
  warning: ['#f2b705', '#ffd54a'],
  onWarning: ['#17212b', '#17212b'],
  note: ['#0b57a4', '#7cb7f5'],
  onNote: ['#ffffff', '#10151b'],
  asks: ['#0b57a4', '#7cb7f5'],
  decides: ['#6b3fa0', '#c3a3f0'],
  says: ['#4a5764', '#b4c0cc'],
  people: ['#17693b', '#7fd6a4'],
  message: ['#8a4b08', '#f0b36b'],
  wire: ['#4a5764', '#a3b0bd'],
  heat0: ['#85909b', '#6b7886'],
  heat1: ['#5b83b0', '#5b87bd'],
  heat2: ['#3a6cb0', '#6ea6e6'],
  heat3: ['#1d4a91', '#a3cbfb'],
  heat4: ['#0b2a60', '#d3e5ff'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Tone = keyof typeof theme;

export const fontFamily =
  "Arial,'Helvetica Neue',Helvetica,'Liberation Sans',Arimo,'Noto Sans','Hiragino Sans','Yu Gothic','Noto Sans CJK JP','Microsoft YaHei','Malgun Gothic',sans-serif";

const tones = Object.entries(theme) as [Tone, readonly [string, string]][];

/** What the system's own colours stand for when the reader has chosen them. */
const forced: Readonly<Partial<Record<Tone, string>>> = {
  page: 'Canvas',
  card: 'Canvas',
  paper: 'Canvas',
  onTrouble: 'Canvas',
  onNote: 'Canvas',
  onWarning: 'Canvas',
  bar: 'Canvas',
  rule: 'GrayText',
};

/**
 * The only style sheet of a drawing: what changes in the dark and with forced colours. Light colours
 * stand on the elements themselves, so paper and programs that read no CSS get them.
 */
export function styleSheet(id: string): string {
  const dark = tones.flatMap(([tone, [light, dark]]) =>
    light === dark ? [] : [`#${id} .f-${tone}{fill:${dark}}`, `#${id} .s-${tone}{stroke:${dark}}`],
  );
  const system = tones.flatMap(([tone]) => {
    const colour = forced[tone] ?? 'CanvasText';
    return [`#${id} .f-${tone}{fill:${colour}}`, `#${id} .s-${tone}{stroke:${colour}}`];
  });
  return `@media screen and (prefers-color-scheme:dark){${dark.join('')}}@media (forced-colors:active){#${id}{forced-color-adjust:none}${system.join('')}}`;
}
