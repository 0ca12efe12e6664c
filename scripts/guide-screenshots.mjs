// npm run guide:screenshots: the pictures of docs/editors.md and README.md, from those that the browser tests took last. With
// --check nothing is written; it fails when a guide shows a picture that no test takes, or one is kept that none shows.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { root } from './lib/paths.mjs';
import { UserError, printError } from './lib/process/user-error.mjs';

const taken = path.join(root, 'dist/screenshots');
const kept = path.join(root, 'docs/screenshots');
const guides = ['docs/editors.md', 'README.md'].map((file) => readFileSync(path.join(root, file), 'utf8'));
const shown = [...guides.join('\n').matchAll(/\]\((?:docs\/)?screenshots\/([\w-]+\.png)\)/g)].map(([, name]) => name);

try {
  const untaken = shown.filter((name) => !existsSync(path.join(taken, name)));
  if (untaken.length > 0) throw new UserError(`Bộ kiểm thử trình duyệt không chụp: ${untaken.join(', ')}.`);
  if (process.argv.includes('--check')) check();
  else await keep();
} catch (error) {
  printError(error);
  process.exitCode = 1;
}

function check() {
  const differing = [...new Set([...shown, ...readdirSync(kept)])].filter(
    (name) => !shown.includes(name) || !existsSync(path.join(kept, name)),
  );
  if (differing.length > 0) {
    throw new UserError(
      `docs/screenshots và docs/editors.md, README.md không khớp: ${differing.join(', ')}. Chạy npm run guide:screenshots.`,
    );
  }
}

async function keep() {
  mkdirSync(kept, { recursive: true });
  for (const name of shown) {
    await sharp(path.join(taken, name)).png({ palette: true, effort: 10 }).toFile(path.join(kept, name));
  }
}
