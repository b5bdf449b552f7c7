import type { Calibration } from '../advice/calibration.ts';
import { fileKinds } from '../import/file-kinds.ts';
import { brokenFile } from './load-config.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';

/**
 * What `ivr calibrate` wrote. Throws an IvrError `config-broken` that tells everything that is wrong in
 * it, `usage` for a file of another kind.
 */
export async function loadCalibration(
  path: string,
  { cwd, stdin }: { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> },
): Promise<Calibration> {
  const { parseCalibration } = await import('../advice/parse-calibration.ts');
  const source = await readSource(path, cwd, stdin);
  const { calibration, findings } = parseCalibration(source);
  if (calibration === undefined)
    throw (await otherKind(source, fileKinds.calibration)) ?? brokenFile(findings, path);
  return calibration;
}
