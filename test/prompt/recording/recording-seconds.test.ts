import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mp3Seconds } from '../../../src/prompt/recording/mp3-seconds.ts';
import { recordingSeconds } from '../../../src/prompt/recording/recording-seconds.ts';
import { wavSeconds } from '../../../src/prompt/recording/wav-seconds.ts';
import '../../support/fixed-seed.ts';
import {
  chunk,
  formatChunk,
  frame,
  id3,
  lowFrame,
  mp3,
  silence,
  times,
  vbriFrame,
  wav,
  xingFrame,
} from '../../support/recordings.ts';

describe('the length of a WAV file', () => {
  test.each([
    ['PCM at 8 kHz', wav(formatChunk({}), chunk('data', silence(16_000))), 1],
    [
      'stereo at 44.1 kHz',
      wav(formatChunk({ channels: 2, rate: 44_100 }), chunk('data', silence(176_400))),
      1,
    ],
    [
      'mu-law of a telephone',
      wav(formatChunk({ tag: 7, bits: 8 }), chunk('data', silence(12_000))),
      1.5,
    ],
    [
      'the extensible format',
      wav(formatChunk({ isExtensible: true }), chunk('data', silence(8_000))),
      0.5,
    ],
    [
      'chunks before the sound, one of odd length',
      wav(
        chunk('LIST', silence(7)),
        formatChunk({}),
        chunk('fact', silence(4)),
        chunk('data', silence(16_000)),
      ),
      1,
    ],
    ['a size that a pipe left at 0', wav(formatChunk({}), chunk('data', silence(16_000), 0)), 1],
    [
      'a size that is larger than the file',
      wav(formatChunk({}), chunk('data', silence(16_000), 0xffffffff)),
      1,
    ],
    [
      'a rate of bytes that is stated wrongly',
      wav(formatChunk({ stated: 1 }), chunk('data', silence(16_000))),
      1,
    ],
    [
      'GSM 6.10, by its rate of bytes',
      wav(formatChunk({ tag: 0x31, bits: 0, stated: 1625 }), chunk('data', silence(3250))),
      2,
    ],
    [
      'GSM 6.10, by the samples that it tells',
      wav(
        formatChunk({ tag: 0x31, bits: 0, stated: 1600 }),
        chunk('fact', [0x80, 0x3e, 0, 0]),
        chunk('data', silence(3250)),
      ),
      2,
    ],
    [
      'sound and something behind it',
      wav(formatChunk({}), chunk('data', silence(16_000)), chunk('LIST', silence(99))),
      1,
    ],
  ])('is told for %s', (_, bytes, seconds) => {
    expect(wavSeconds(bytes)).toBeCloseTo(seconds, 9);
  });

  test.each([
    ['no format', wav(chunk('data', silence(100)))],
    ['no sound', wav(formatChunk({}), chunk('data', []))],
    ['no rate', wav(formatChunk({ rate: 0 }), chunk('data', silence(100)))],
    ['a broken end', wav(formatChunk({})).subarray(0, 30)],
    ['another kind', new TextEncoder().encode('RIFFxxxxAVI ')],
    ['no bytes', new Uint8Array()],
  ])('is not told where there is %s', (_, bytes) => {
    expect(wavSeconds(bytes)).toBeUndefined();
  });
});

describe('the length of an MP3 file', () => {
  const one = 1152 / 44_100;
  test.each([
    ['frames of one bit rate', mp3(times(100, frame())), 100 * one],
    ['frames of varying bit rates', mp3(times(50, frame(128)), times(50, frame(64))), 100 * one],
    ['the count of an encoder', mp3(xingFrame(200), times(200, frame(64))), 200 * one],
    [
      'the count of one that keeps its rate',
      mp3(xingFrame(200, 'Info'), times(200, frame())),
      200 * one,
    ],
    ['the count of another encoder', mp3(vbriFrame(150), times(150, frame(64))), 150 * one],
    [
      'tags before it, with bits that look like a frame',
      mp3(id3(300), times(10, frame())),
      10 * one,
    ],
    ['two tags before it', mp3(id3(10), id3(200), times(10, frame())), 10 * one],
    ['a tag behind it', mp3(times(10, frame()), [0x54, 0x41, 0x47], silence(125)), 10 * one],
    ['damage in its midst', mp3(times(10, frame()), silence(333), times(10, frame())), 20 * one],
    ['a telephone', mp3(times(50, lowFrame)), (50 * 576) / 16_000],
  ])('is told for %s', (_, bytes, seconds) => {
    expect(mp3Seconds(bytes)).toBeCloseTo(seconds, 6);
  });

  test('is not believed where the encoder counts more frames than the file can hold', () => {
    const bytes = mp3(xingFrame(0xffffffff), times(99, frame()));
    expect(mp3Seconds(bytes)).toBeCloseTo(100 * one, 6);
  });

  test('is not told where there are no frames', () => {
    for (const bytes of [
      mp3(silence(500)),
      mp3(id3(100)),
      mp3([...id3(0).slice(0, 6), 127, 127, 127, 127], silence(40)),
      mp3([0xff, 0xfb]),
    ])
      expect(mp3Seconds(bytes)).toBeUndefined();
  });
});

test('whatever bytes a file holds, its length is a time or nothing', () => {
  const parts = fc.constantFrom(
    frame(),
    lowFrame,
    id3(20),
    [0xff, 0xfb],
    [...wav(formatChunk({}))],
    chunk('data', silence(9), 0xfffffff0),
    xingFrame(7),
  );
  const bytes = fc
    .array(
      fc.oneof(
        parts,
        fc.uint8Array({ maxLength: 60 }).map((some) => [...some]),
      ),
      { maxLength: 8 },
    )
    .map((all) => mp3(...all));
  fc.assert(
    fc.property(bytes, (some) => {
      const seconds = recordingSeconds(some);
      expect(seconds === undefined || (seconds > 0 && seconds <= 86_400)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
