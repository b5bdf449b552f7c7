import type { Way } from './block.ts';

/** The call of a subroutine that a step runs in. */
export interface Frame {
  readonly id: number;
  readonly kind: 'gosub' | 'macro';
  /** Where the call goes on when it returns. */
  readonly back: Way;
  /** `ARG1` and so on, as far as they are known. */
  readonly given: readonly (string | undefined)[];
  /** The step that it began with. */
  readonly began: number;
  readonly around: Frame | undefined;
  readonly depth: number;
}

/** Subroutines within each other deeper than this stay by themselves. */
const deepest = 6;

/** Makes frames, one for the same call of the same subroutine. */
export interface Frames {
  /** Nothing where a subroutine calls itself, or too many stand within each other. */
  readonly enter: (frame: Omit<Frame, 'id' | 'depth'>) => Frame | undefined;
}

export function createFrames(): Frames {
  const known = new Map<string, Frame>();
  return {
    enter(frame) {
      for (let here = frame.around; here !== undefined; here = here.around) {
        if (here.began === frame.began) return undefined;
      }
      const depth = (frame.around?.depth ?? 0) + 1;
      if (depth > deepest) return undefined;
      const given = frame.given.map((text) => (text === undefined ? '?' : `=${text}`));
      const key = [frame.around?.id ?? 0, frame.kind, frame.began, frame.back, ...given].join('\n');
      let made = known.get(key);
      if (made === undefined) {
        made = { ...frame, id: known.size + 1, depth };
        known.set(key, made);
      }
      return made;
    },
  };
}
