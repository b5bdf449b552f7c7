import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.mjs';

const folder = join(root, 'bench');

/**
 * The path of a file of what is compared with, installed into bench/node_modules if it isn't yet; nothing
 * where it can't be.
 */
export function installPeer(file) {
  const path = join(folder, 'node_modules', file);
  if (existsSync(path)) return path;
  console.log('\nInstalling what is compared with, once …');
  const args = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return existsSync(path) ? path : undefined;
}
