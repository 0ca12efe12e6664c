import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { aroundBootstrap, aroundSchemaSync, withLockTimeout } from '../strapi-internals/boot';
import { databaseConnection, databaseSchema } from '../strapi-internals/database';
import { takeBootLock } from './boot-lock';
import { validateRules, type DataRule } from './data-rules';
import { retryWhileLocked } from './retry-while-locked';
import { sessionOptions } from './session';
import { applyAfterSync, applyBeforeSync, LOCK_TIMEOUT, type PluginSchema } from './versioned-schema';

/** In Strapi's container, since every packed plugin has a copy of this file. */
const REGISTERED = 'portal-newsroom.schemas';

/**
 * Keeps a plugin's own part of the database: its steps before and after Strapi's schema sync, its functions and its
 * triggers. To be called in `register`. Nodes that boot together take turns from before the sync, which takes no lock of
 * its own (strapi/strapi#27567), until the last bootstrap; whichever plugin comes first sees to that for all.
 *
 * @param describe is called once the content types are known
 */
export function registerSchema(strapi: Core.Strapi, describe: () => PluginSchema): void {
  const container = strapi as unknown as Container;
  if (!container.has(REGISTERED)) {
    container.add(REGISTERED, { schemas: [] });
    keepSchemas(strapi, container.get(REGISTERED).schemas);
  }
  container.get(REGISTERED).schemas.push(describe);
}

/** The rules of the content of every plugin that registered its schema. */
export const registeredRules = (strapi: Core.Strapi): DataRule[] =>
  (strapi as unknown as Container).get(REGISTERED).schemas.flatMap((describe) => describe().rules ?? []);

type Container = {
  has(name: string): boolean;
  add(name: string, value: object): void;
  get(name: string): { schemas: (() => PluginSchema)[] };
};

function keepSchemas(strapi: Core.Strapi, schemas: readonly (() => PluginSchema)[]): void {
  aroundBootstrap(strapi, async (bootstrap) => {
    const connection = databaseConnection(strapi);
    const options = [connection.options, sessionOptions(databaseSchema(strapi))].filter(Boolean).join(' ');
    const client = new Client({ ...connection, options });
    // The query at hand reports a connection that ends; between queries the next one does.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await takeBootLock(client, () => strapi.log.warn('Đang chờ một tiến trình khác khởi động xong.'));
      aroundSchemaSync(strapi, (sync) => syncBetweenSteps(strapi, client, schemas, sync));
      return await bootstrap();
    } finally {
      await client.end();
    }
  });
}

async function syncBetweenSteps(
  strapi: Core.Strapi,
  client: Client,
  schemas: readonly (() => PluginSchema)[],
  sync: () => Promise<string>,
): Promise<string> {
  const whenFree = <Result>(work: () => Promise<Result>) =>
    retryWhileLocked(work, () => strapi.log.warn('Đang chờ khóa của một giao dịch đang chạy để đổi cơ sở dữ liệu.'));
  const described = schemas.map((describe) => describe());
  const all = [...described.filter((one) => !one.isOnOthers), ...described.filter((one) => one.isOnOthers)];
  for (const schema of all) await whenFree(() => applyBeforeSync(client, schema));
  const status = await whenFree(() => withLockTimeout(strapi, LOCK_TIMEOUT, sync));
  for (const schema of all) await whenFree(() => applyAfterSync(client, schema));
  const broken = await validateRules(
    client,
    all.flatMap(({ rules = [] }) => rules),
  );
  if (broken.length > 0) strapi.log.warn(`Có nội dung không thể đúng, theo ràng buộc ${broken.join(', ')}.`);
  return status;
}
