// The same content through Strapi's own REST: the newsroom's tables and indexes, Strapi's core controllers over them.
import { createRequire } from 'node:module';
import { prepareDataDir } from '../../../scripts/lib/newsroom/data-dir.mjs';
import { dist, root } from '../../../scripts/lib/paths.mjs';

const { createStrapi, factories } = createRequire(import.meta.url)('@strapi/strapi');

prepareDataDir(process.env.DATA_DIR);
// Every request may read everything: without any strategy, Strapi leaves out every relation.
const open = { strategies: [{ name: 'open', authenticate: () => ({ authenticated: true }), verify() {} }] };
const types = {
  article: 'plugin::newsroom.article',
  appointment: 'plugin::directory.appointment',
  succession: 'plugin::directory.succession',
};
const strapi = createStrapi({ appDir: root, distDir: dist });
strapi.get('apis').add('vanilla', {
  controllers: Object.fromEntries(
    Object.entries(types).map(([name, uid]) => [name, factories.createCoreController(uid)]),
  ),
  routes: Object.fromEntries(
    Object.keys(types).map((name) => [
      name,
      {
        type: 'content-api',
        routes: [
          { method: 'GET', path: `/vanilla-${name}s`, handler: `api::vanilla.${name}.find`, config: { auth: open } },
        ],
      },
    ]),
  ),
});
// As a new Strapi app comes; the newsroom's own configuration has Strapi count nothing.
strapi.config.set('api.rest.withCount', true);
// The core controllers ask the services of their own types, which a plugin does not make.
for (const uid of Object.values(types)) strapi.get('services').set(uid, factories.createCoreService(uid));
await strapi.load();
strapi.server.mount();
strapi.server.httpServer.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('đang phục vụ'));
