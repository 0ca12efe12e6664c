// Boots the built app on the database of DATABASE_URL, so that it has its tables, and ends.
import './node-version.mjs';
import { prepareDataFolder } from './data-folder.mjs';
import { endStrapi, loadStrapi } from './run-strapi.mjs';

prepareDataFolder(process.env.DATA_DIR);
await endStrapi(await loadStrapi());
process.exit();
