import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder of the built app. */
export const dist = path.join(root, 'dist');

/**
 * The working directory of the caller: npm changes to the repository and leaves the original in INIT_CWD. Scripts
 * change to the repository too, because Strapi and Vite read the working directory.
 */
export const callerDirectory = (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();
