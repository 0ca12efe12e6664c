import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import { callerLanguage } from '../../../../strapi-internals/caller-language';
import { type StoredFile, uploadProvider, uploadProviderName } from '../../../../strapi-internals/upload-provider';

type Batch = { stored: StoredFile[]; isOver: boolean };

/** Names of files that are being written begin with a dot, which no stored file's does. */
const asideHash = (hash: string | undefined): string => `.${hash}.${randomBytes(4).toString('hex')}`;

/**
 * Stores a file whole or not at all. On this server's disk it is written beside its place, flushed to the disk and
 * renamed, so that neither a kill nor a full disk leaves a part of it there. Files that a failed upload has stored before
 * it failed, its own and their smaller formats, are removed again, from any provider. To be called in `register`.
 *
 * @returns runs an upload: what it stored is removed when it throws
 * @throws 507 when the disk is full
 */
export function storeWhole(strapi: Core.Strapi): <Result>(upload: () => Promise<Result>) => Promise<Result> {
  const provider = uploadProvider(strapi);
  const folder = path.join(strapi.dirs.static.public, 'uploads');
  const batches = new AsyncLocalStorage<Batch>();

  const follow = async (file: StoredFile) => {
    const batch = batches.getStore();
    batch?.stored.push(file);
    // Strapi stores formats side by side and gives up at the first that fails.
    if (batch?.isOver) await provider.delete(file);
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
    provider[name] = async (file, ...others) => {
      if (uploadProviderName(strapi) === 'local') await storeAside(file);
      else await store(file, ...others);
      await follow(file);
    };
    const replace = name === 'upload' ? 'replace' : 'replaceStream';
    if (uploadProviderName(strapi) !== 'local' || !provider[replace]) continue;
    provider[replace] = async (file, replaced) => {
      await storeAside(file);
      const { hash, ext } = replaced as StoredFile;
      if (hash !== file.hash || ext !== file.ext) await rm(path.join(folder, `${hash}${ext}`), { force: true });
    };
  }

  return async (upload) => {
    const batch: Batch = { stored: [], isOver: false };
    try {
      return await batches.run(batch, upload);
    } catch (error) {
      batch.isOver = true;
      const removed = await Promise.allSettled(batch.stored.map((file) => provider.delete(file)));
      for (const one of removed) {
        if (one.status === 'rejected') strapi.log.error(`upload-guard: could not remove a file: ${one.reason}`);
      }
      throw isFull(error) ? fullDisk(strapi) : error;
    }
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
