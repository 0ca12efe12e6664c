// The same content through Strapi's own REST: the newsroom's tables and indexes, Strapi's core controller over them.
import { createRequire } from 'node:module';
import { prepareDataFolder } from '../../scripts/data-folder.mjs';
import { dist, root } from '../../scripts/environment.mjs';

const { createStrapi, factories } = createRequire(import.meta.url)('@strapi/strapi');

prepareDataFolder(process.env.DATA_DIR);
const uid = 'plugin::newsroom.article';
const strapi = createStrapi({ appDir: root, distDir: dist });
strapi.get('apis').add('vanilla', {
  controllers: { article: factories.createCoreController(uid) },
  routes: {
    article: {
      type: 'content-api',
      routes: [
        { method: 'GET', path: '/vanilla-articles', handler: 'api::vanilla.article.find', config: { auth: false } },
      ],
    },
  },
});
// The core controller asks the service of its own type, which a plugin does not make.
strapi.get('services').set(uid, factories.createCoreService(uid));
await strapi.load();
strapi.server.mount();
strapi.server.httpServer.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('đang phục vụ'));
