import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { extendUploadService, type StoredRow } from '../../../../../strapi-internals/upload-service';
import { currentActor } from '../audit/actor';
import { recordAudit } from '../audit/record';
import { FILE } from '../permissions/changed-relations';
import { endReview } from '../review/review-state';
import type { Transaction } from '../transaction';
import { chosenAgency } from './file-agency';
import { type Credit, readCredit } from './file-credit';
import { selectedFiles } from './selected-files';
import { assertFilesUnused, assertMayChangeFiles, usesOfFiles } from './uses';

type FileAction = 'replace-file' | 'edit-file' | 'delete-file';
type FileRow = { documentId: string; [column: string]: unknown };

/**
 * Guards what changes a stored file: its replacement, its deletion and the texts that readers see. Each is recorded in
 * the audit, in one transaction with the change. To be called in `register`.
 *
 * The bytes are at the provider and not in the transaction: should the database fail to commit, those of a deleted file
 * are gone without an audit row. upload-guard keeps the bytes of a replaced file until then.
 */
export function guardFiles(strapi: Core.Strapi): void {
  extendUploadService(strapi, (service) => ({
    async upload(input, options) {
      chosenAgency(strapi);
      const credits = [input.data.fileInfo ?? []].flat().map((info) => readCredit(strapi, info));
      const files = await service.upload(input, options);
      return Promise.all(files.map((file, place) => setCredit(strapi, file, credits[place])));
    },
    async replace(id, input, options) {
      const [credit] = [input.data.fileInfo ?? []].flat().map((info) => readCredit(strapi, info));
      return changeFile(strapi, 'replace-file', id, async () =>
        setCredit(strapi, await service.replace(id, input, options), credit),
      );
    },
    async updateFileInfo(id, info, options) {
      const credit = readCredit(strapi, info);
      return changeFile(strapi, 'edit-file', id, async () =>
        setCredit(strapi, await service.updateFileInfo(id, info, options), credit),
      );
    },
    remove: (file) => changeFile(strapi, 'delete-file', file.id, () => service.remove(file)),
  }));
}

/** Strapi's service takes only attributes of its own. */
async function setCredit(strapi: Core.Strapi, file: StoredRow, credit: Credit = {}): Promise<StoredRow> {
  if (Object.keys(credit).length > 0) await strapi.db.query(FILE).update({ where: { id: file.id }, data: credit });
  return { ...file, ...credit };
}

async function changeFile(
  strapi: Core.Strapi,
  action: FileAction,
  given: unknown,
  change: () => Promise<StoredRow>,
): Promise<StoredRow> {
  const id = fileId(given);
  return strapi.db.transaction(async ({ trx }) => {
    // A publication that links the file waits until this change is over, and the other way round.
    const before = await lockFile(trx, id);
    if (!before) throw new errors.NotFoundError();
    if (action === 'delete-file') await assertFilesUnused(strapi, trx, [id]);
    const note = await assertMayChangeFiles(strapi, trx, [id]);
    const result = await change();
    const after = (await lockFile(trx, id)) ?? undefined;
    // Nobody approved what a draft shows now.
    for (const { type, documentId, locale } of await usesOfFiles(strapi, trx, [id])) {
      await endReview(strapi, trx, { type, documentId, locales: [locale] }, ['approved']);
    }
    const { documentId } = before;
    await recordAudit(trx, { actor: currentActor(strapi), action, type: FILE, documentId, before, after, note });
    return result;
  });
}

/**
 * PostgreSQL reads more spellings of a number than JavaScript does, such as `1_2`: the guard would look at another file.
 *
 * @throws NotFoundError (404) for what is no number of a file
 */
function fileId(given: unknown): number {
  if (/^\d{1,9}$/.test(String(given))) return Number(given);
  throw new errors.NotFoundError();
}

/**
 * Records that files are moved to another folder. Strapi moves them by SQL of its own, outside its services, so that this
 * is committed before the move.
 *
 * @param body `fileIds`, `destinationFolderId`
 */
export async function recordMove(strapi: Core.Strapi, trx: Transaction, body: unknown): Promise<void> {
  const { destinationFolderId } = Object(body) as { destinationFolderId?: unknown };
  const ids = await selectedFiles(strapi, { fileIds: (Object(body) as { fileIds?: unknown }).fileIds });
  const note = await assertMayChangeFiles(strapi, trx, ids);
  for (const id of ids) {
    const before = await lockFile(trx, id);
    if (!before) continue;
    const after = { folder: destinationFolderId ?? null };
    const { documentId } = before;
    const entry = { action: 'move-file', type: FILE, documentId, before, after, note };
    await recordAudit(trx, { actor: currentActor(strapi), ...entry });
  }
}

async function lockFile(trx: Transaction, id: number): Promise<FileRow | null> {
  const { rows } = await trx.raw<{ rows: FileRow[] }>(
    `SELECT document_id AS "documentId", name, alternative_text AS "alternativeText", caption, credit, licence, mime, size::text AS size,
            width, height, url, agency, folder_path AS "folderPath"
       FROM files WHERE id = ? FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}
