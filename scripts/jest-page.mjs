// How Jest reads `main.ts?bundle`: as the text that the build makes of it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundlePage } from './bundle-page.mjs';

export default {
  process: (_source, path) => ({
    code: `export default ${JSON.stringify(bundlePage(path).text)};`,
  }),
  getCacheKey(_source, path) {
    const folder = dirname(path);
    const hash = createHash('sha256');
    for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
    return hash.digest('hex');
  },
};
