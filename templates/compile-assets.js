// Makes the style sheets and scripts of pages small: templates/assets → dist/tool/assets, or the folder that is named.
// Called by `npm run build`.
import { transform } from 'esbuild';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const FROM = 'templates/assets';
const TO = process.argv[2] ?? 'dist/tool/assets';

rmSync(TO, { recursive: true, force: true });
cpSync(FROM, TO, { recursive: true });
for (const entry of readdirSync(TO, { recursive: true, withFileTypes: true })) {
  const loader = extname(entry.name).slice(1);
  if (!entry.isFile() || (loader !== 'css' && loader !== 'js')) continue;
  const path = join(entry.parentPath, entry.name);
  const { code, warnings } = await transform(readFileSync(path, 'utf8'), {
    loader,
    minify: true,
    target: 'esnext',
    // Rules within rules are for those who write: written out, older browsers and checkers read them too.
    supported: { nesting: false },
  });
  for (const { text } of warnings) console.warn(`${path}: ${text}`);
  writeFileSync(path, code);
}
