import asyncHooks from 'node:async_hooks';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Strapi from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { TestEnvironment } from 'jest-environment-node';

const { AsyncLocalStorage } = asyncHooks;

type Listener = (...args: unknown[]) => void;

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'dist');
const requireApp = createRequire(path.join(root, 'package.json'));

/**
 * Jest's environment for Node, with one addition: `loadApp` and `requireApp` load the app and Strapi outside Jest's
 * module registry, which loads every module again for every file. For Strapi that takes longer than its boot.
 *
 * Of the app only the packages in node_modules stay loaded. What a file must not share with another one is new for each:
 * the Strapi instance and its database (see `startNewsroom`), the app's modules, and the process's environment
 * variables and listeners.
 */
export default class NewsroomEnvironment extends TestEnvironment {
  private readonly variables = { ...process.env };
  private readonly listeners = new Map(process.eventNames().map((name) => [name, process.listeners(name as 'exit')]));
  private readonly loading: Promise<unknown>[] = [];
  private readonly storages: asyncHooks.AsyncLocalStorage<unknown>[] = [];

  override async setup(): Promise<void> {
    await super.setup();
    for (const file of Object.keys(requireApp.cache)) {
      if (file.startsWith(dist + path.sep)) delete requireApp.cache[file];
    }
    // strapi.destroy() removes every listener of the process, and one of them is Jest's channel to this worker.
    const { removeAllListeners } = process;
    process.removeAllListeners = (name) => (name === undefined ? process : removeAllListeners.call(process, name));
    this.followStorages();
    // Jest's own is a copy, which the app would not see.
    this.global.process.env = process.env;
    Object.assign(this.global, { requireApp, loadApp: (alter?: Alter) => this.loadApp(alter) });
  }

  override async teardown(): Promise<void> {
    // A file that failed may have left an app running, or half booted.
    await Promise.all(this.loading.splice(0));
    await running()?.destroy();
    for (const name of ['requireApp', 'loadApp']) Reflect.deleteProperty(this.global, name);
    this.global.process.env = { ...process.env };
    Reflect.deleteProperty(process, 'removeAllListeners');
    asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    for (const storage of this.storages.splice(0)) storage.disable();
    this.restoreListeners();
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
    await super.teardown();
  }

  private async loadApp(alter: Alter = () => {}): Promise<Core.Strapi> {
    hashCheaply(requireApp('bcryptjs'));
    const { createStrapi } = requireApp('@strapi/strapi') as typeof Strapi;
    const strapi = createStrapi({ appDir: root, distDir: dist });
    const { bootstrap } = strapi;
    strapi.bootstrap = () => {
      alter(strapi);
      return bootstrap.call(strapi);
    };
    const loaded = strapi.load();
    this.loading.push(loaded.catch(() => {}));
    await loaded;
    const { engine, actionProvider } = strapi.service('admin::permission');
    for (const { hooks } of [engine, actionProvider, strapi.service('admin::role')]) keepOnceEach(hooks);
    return strapi;
  }

  /** A storage that the app of an earlier file used costs every promise of the process something until it is disabled. */
  private followStorages(): void {
    const { storages } = this;
    asyncHooks.AsyncLocalStorage = class<Store> extends AsyncLocalStorage<Store> {
      constructor(...options: ConstructorParameters<typeof AsyncLocalStorage>) {
        super(...options);
        storages.push(this);
      }
    };
  }

  private restoreListeners(): void {
    for (const name of process.eventNames()) {
      const known = this.listeners.get(name) as Listener[] | undefined;
      for (const listener of process.listeners(name as 'exit') as Listener[]) {
        if (!known?.includes(listener)) process.removeListener(name, listener);
      }
    }
  }
}

/** Changes an app that is registered and has not met its database yet. */
type Alter = (strapi: Core.Strapi) => void;

type Hook = { getHandlers(): unknown[]; delete(handler: unknown): Hook; register(handler: unknown): Hook };

/** The hooks of Strapi's permissions are one set for the process, and every boot adds i18n's handlers to it once more. */
function keepOnceEach(hooks: Record<string, Hook>): void {
  for (const hook of Object.values(hooks)) {
    for (const handler of new Set(hook.getHandlers())) hook.delete(handler).register(handler);
  }
}

/** The lowest cost that bcrypt has: an account and its sign-in take a fifth of a second of this process's time at Strapi's. */
const LOWEST_COST = 4;

type Hash = (password: string, salt: number | string, ...rest: unknown[]) => unknown;

/** A salt that is a text comes from a hash to compare with. */
function hashCheaply(bcrypt: { hash: Hash; hashAtAnyCost?: Hash }): void {
  const hash = (bcrypt.hashAtAnyCost ??= bcrypt.hash);
  bcrypt.hash = (password, salt, ...rest) => hash(password, typeof salt === 'number' ? LOWEST_COST : salt, ...rest);
}

function running(): Core.Strapi | undefined {
  return (globalThis as { strapi?: Core.Strapi }).strapi;
}

declare global {
  /** `require` for modules of the built app, which share packages with the app that `loadApp` loads. */
  var requireApp: NodeJS.Require;
  /** Boots the built app in this process, by the settings of process.env. */
  var loadApp: (alter?: Alter) => Promise<Core.Strapi>;
}
