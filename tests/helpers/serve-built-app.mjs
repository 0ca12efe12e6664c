// The built app as a process of its own, by the settings of the environment: without a panel, which takes a minute to build.
import { prepareDataDir } from '../../scripts/lib/newsroom/data-dir.mjs';
import { listen, loadStrapi } from '../../scripts/lib/newsroom/run-strapi.mjs';

prepareDataDir(process.env.DATA_DIR);
await listen(await loadStrapi());
console.log('đang phục vụ');
