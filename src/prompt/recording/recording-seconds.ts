import { mp3Seconds } from './mp3-seconds.ts';
import { wavSeconds } from './wav-seconds.ts';

/** No prompt takes a day: a header that says more is wrong. */
const mostSeconds = 86_400;

/** How long a recording plays, in seconds to the millisecond, by its bytes; nothing for what is neither WAV nor MP3. */
export function recordingSeconds(bytes: Uint8Array): number | undefined {
  const seconds = wavSeconds(bytes) ?? mp3Seconds(bytes);
  if (seconds === undefined || !(seconds > 0 && seconds <= mostSeconds)) return undefined;
  return Math.max(0.001, Math.round(seconds * 1000) / 1000);
}
