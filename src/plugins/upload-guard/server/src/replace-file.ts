import type { Core } from '@strapi/strapi';
import { followMovedFiles } from '../../../../file-uses';
import { type StoredFile, uploadProviderName } from '../../../../strapi-internals/upload-provider';
import { type Addresses, recordFormerAddresses, type Transaction } from './former-addresses';
import type { WholeStore } from './store-whole';

type FileRow = Addresses & { hash: string; provider: string; formats: Record<string, StoredFile> | null };

/**
 * Replaces the bytes of a file under new addresses, so that the old ones may be kept for ever by whoever has them. In the
 * same transaction, what names the file by an address follows. The old bytes are removed once that is committed, the new
 * ones if it is not.
 *
 * @param replace Strapi's replacement
 */
export async function replaceFile<Result>(
  strapi: Core.Strapi,
  store: WholeStore,
  id: number,
  replace: () => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async ({ trx, onCommit, onRollback }) => {
    const before = await readFile(trx, id, 'FOR UPDATE');
    if (!before) return replace();
    const { result, stored } = await store.replace(before.hash, replace);
    onRollback(() => void store.remove(stored));
    if (before.provider === uploadProviderName(strapi)) {
      const old = [before, ...Object.values(before.formats ?? {})];
      onCommit(() => void store.remove(old));
    }
    const after = (await readFile(trx, id))!;
    await followMovedFiles(strapi, trx, await recordFormerAddresses(trx, id, before, after));
    return result;
  });
}

async function readFile(trx: Transaction, id: number, lock = ''): Promise<FileRow | undefined> {
  // As one value, since Strapi's connections leave JSON columns as text.
  const { rows } = await trx.raw<{ rows: { file: string }[] }>(
    `SELECT json_build_object('url', url, 'hash', hash, 'ext', ext, 'mime', mime, 'provider', provider,
              'provider_metadata', provider_metadata, 'formats', formats)::text AS file
       FROM files WHERE id = ? ${lock}`,
    [id],
  );
  return rows[0] && (JSON.parse(rows[0].file) as FileRow);
}
