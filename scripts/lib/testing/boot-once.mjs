// Boots the built app on the database of DATABASE_URL, so that it has its tables, and ends.
import '../process/node-version.mjs';
import { prepareDataDir } from '../newsroom/data-dir.mjs';
import { endStrapi, loadStrapi } from '../newsroom/run-strapi.mjs';

prepareDataDir(process.env.DATA_DIR);
await endStrapi(await loadStrapi());
process.exit();
