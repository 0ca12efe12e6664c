import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import { callerLanguage } from '../../../../strapi-internals/caller-language';
import { type StoredFile, uploadProvider, uploadProviderName } from '../../../../strapi-internals/upload-provider';

type Batch = {
  stored: StoredFile[];
  isOver: boolean;
  /** Of a replacement: the hash of the file that is replaced, and that of the new one. */
  renamed?: { from: string; to: string };
};

/** Strapi's, at the end of a hash. */
const RANDOM_SUFFIX = /_[0-9a-f]{10}$/;

/** Names of files that are being written begin with a dot, which no stored file's does. */
const asideHash = (hash: string | undefined): string => `.${hash}.${randomBytes(4).toString('hex')}`;

export type WholeStore = {
  /** Runs an upload: what it stored is removed when it throws. */
  upload<Result>(upload: () => Promise<Result>): Promise<Result>;
  /**
   * Runs the replacement of a file, whose bytes get a hash and an address of their own. Those of the replaced file stay:
   * the caller removes one or the other, once it is known whether the replacement holds.
   */
  replace<Result>(hash: string, replace: () => Promise<Result>): Promise<{ result: Result; stored: StoredFile[] }>;
  remove(files: readonly StoredFile[]): Promise<void>;
};

/**
 * Stores a file whole or not at all. On this server's disk it is written beside its place, flushed to the disk and
 * renamed, so that neither a kill nor a full disk leaves a part of it there. Files that a failed upload has stored before
 * it failed, its own and their smaller formats, are removed again, from any provider. To be called in `register`.
 *
 * @returns what runs uploads; they throw 507 when the disk is full
 */
export function storeWhole(strapi: Core.Strapi): WholeStore {
  const provider = uploadProvider(strapi);
  const folder = path.join(strapi.dirs.static.public, 'uploads');
  const batches = new AsyncLocalStorage<Batch>();
  const removeOne = provider.delete.bind(provider);

  /** Strapi gives the new bytes the hash of the replaced ones; formats have it in theirs. */
  const renameReplacement = (file: StoredFile) => {
    const { renamed } = batches.getStore() ?? {};
    if (renamed && !file.hash?.includes(renamed.to)) file.hash = file.hash?.replace(renamed.from, renamed.to);
  };

  const follow = async (file: StoredFile) => {
    const batch = batches.getStore();
    batch?.stored.push(file);
    // Strapi stores formats side by side and gives up at the first that fails.
    if (batch?.isOver) await removeOne(file);
  };

  for (const name of ['upload', 'uploadStream'] as const) {
    const store = provider[name]?.bind(provider);
    if (!store) continue;
    const storeAside = async (file: StoredFile) => {
      const aside = { ...file, hash: asideHash(file.hash) };
      const written = path.join(folder, `${aside.hash}${file.ext}`);
      try {
        await store(aside);
        await flush(written);
        await rename(written, path.join(folder, `${file.hash}${file.ext}`));
        await flush(folder);
      } catch (error) {
        await rm(written, { force: true });
        throw error;
      }
      file.url = `/uploads/${file.hash}${file.ext}`;
    };
    const storeOne = async (file: StoredFile, ...others: unknown[]) => {
      renameReplacement(file);
      if (uploadProviderName(strapi) === 'local') await storeAside(file);
      else await store(file, ...others);
      await follow(file);
    };
    provider[name] = storeOne;
    provider[name === 'upload' ? 'replace' : 'replaceStream'] = (file) => storeOne(file);
  }
  // Strapi removes the formats of the replaced file before it has changed the row.
  provider.delete = async (file) => (batches.getStore()?.renamed ? undefined : removeOne(file));

  async function remove(files: readonly StoredFile[]): Promise<void> {
    for (const one of await Promise.allSettled(files.map((file) => removeOne(file)))) {
      if (one.status === 'rejected') strapi.log.error(`upload-guard: could not remove a file: ${one.reason}`);
    }
  }

  async function run<Result>(batch: Batch, store: () => Promise<Result>): Promise<Result> {
    try {
      return await batches.run(batch, store);
    } catch (error) {
      batch.isOver = true;
      await remove(batch.stored);
      throw isFull(error) ? fullDisk(strapi) : error;
    }
  }

  return {
    remove,
    upload: (upload) => run({ stored: [], isOver: false }, upload),
    async replace(hash, replace) {
      const to = `${hash.replace(RANDOM_SUFFIX, '')}_${randomBytes(5).toString('hex')}`;
      const batch: Batch = { stored: [], isOver: false, renamed: { from: hash, to } };
      return { result: await run(batch, replace), stored: batch.stored };
    },
  };
}

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String((error as { code?: unknown }).code));

/** 507, in the caller's language. */
function fullDisk(strapi: Core.Strapi): Error {
  const message =
    callerLanguage(strapi) === 'vi'
      ? 'Máy chủ đã hết chỗ lưu tệp, nên chưa lưu tệp nào. Hãy báo người quản trị máy chủ.'
      : 'The server has no space left for files; nothing was stored. Please tell its administrator.';
  return createHttpError(507, message, { details: {} });
}

async function flush(name: string): Promise<void> {
  const file = await open(name, 'r');
  await file.sync().finally(() => file.close());
}
