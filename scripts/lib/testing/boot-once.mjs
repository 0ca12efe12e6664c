// Boots the built app once on the database of DATABASE_URL, which creates its tables, and exits.
import '../process/node-version.mjs';
import { prepareDataDir } from '../newsroom/data-dir.mjs';
import { endStrapi, loadStrapi } from '../newsroom/run-strapi.mjs';

prepareDataDir(process.env.DATA_DIR);
await endStrapi(await loadStrapi());
process.exit();
