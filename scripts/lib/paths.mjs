import { createRequire } from 'node:module';
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

/**
 * A compiled module of src; to be called once the server is built.
 * @param {string} file relative to src, without its ending
 */
export const requireBuilt = (file) => createRequire(import.meta.url)(path.join(dist, 'src', `${file}.js`));
