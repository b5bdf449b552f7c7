import type { Calibration } from '../advice/calibration.ts';
import { brokenFile } from './load-config.ts';
import { readSource } from './read-source.ts';

/** What `ivr calibrate` wrote. Throws an IvrError `config-broken` that tells everything that is wrong in it. */
export async function loadCalibration(
  path: string,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<Calibration> {
  const { parseCalibration } = await import('../advice/parse-calibration.ts');
  const { calibration, findings } = parseCalibration(await readSource(path, cwd, stdin));
  if (calibration === undefined) throw brokenFile(findings, path);
  return calibration;
}
