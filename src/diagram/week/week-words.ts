/** A menu offers what takes no calls: callers are led on from there, or lost. */
export type OfferedSign = 'led-on' | 'lost';
