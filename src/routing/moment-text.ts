const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

/** A moment on the clock of a zone, for people: `Saturday 3 January 2026 09:00`. */
export function momentText(epochMs: number, offsetMs: number): string {
  const wall = new Date(epochMs + offsetMs);
  const clock = wall.toISOString().slice(11, 16);
  const date = `${wall.getUTCDate()} ${months[wall.getUTCMonth()] ?? ''} ${wall.getUTCFullYear()}`;
  return `${weekdays[wall.getUTCDay()] ?? ''} ${date} ${clock}`;
}
