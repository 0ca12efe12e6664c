import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { onFileChange } from '../../../../../panel';
import type { Asset } from './figure-attributes';

/**
 * A picture's address for showing it small, and the credit of its file; or that there is none; or that it cannot be known
 * (no right, no network).
 */
export type Picture =
  { state: 'loading' | 'gone' | 'unknown' } | { state: 'found'; url: string; credit: string | null };

const known = new Map<string, Promise<Picture>>();

const absolute = (url: string) =>
  url.startsWith('/') ? `${(window as { strapi?: { backendURL?: string } }).strapi?.backendURL ?? ''}${url}` : url;

function pictureOf({ formats, url, credit = null }: Asset): Picture {
  const small = formats?.small?.url ?? formats?.thumbnail?.url ?? url;
  return small ? { state: 'found', url: absolute(small), credit } : { state: 'unknown' };
}

/** Saves the request for a picture that the media library has just shown. */
export function rememberPicture(asset: Asset): void {
  if (asset.documentId) known.set(asset.documentId, Promise.resolve(pictureOf(asset)));
}

/** The picture of a media file by its document id, asked for once per page and after each change of its file. */
export function usePicture(file: string | null): Picture {
  const { get } = useFetchClient();
  const [picture, setPicture] = useState<Picture>({ state: 'loading' });
  const [changes, setChanges] = useState(0);

  useEffect(
    () =>
      onFileChange((documentId) => {
        known.delete(documentId);
        if (documentId === file) setChanges((count) => count + 1);
      }),
    [file],
  );

  useEffect(() => {
    if (file === null) return undefined;
    let current = true;
    const asked =
      known.get(file) ??
      get<{ results: Asset[] }>('/upload/files', {
        params: { filters: { documentId: { $eq: file } }, page: 1, pageSize: 1 },
      }).then(({ data }): Picture => (data.results[0] ? pictureOf(data.results[0]) : { state: 'gone' }));
    known.set(file, asked);
    asked
      .catch((): Picture => {
        known.delete(file);
        return { state: 'unknown' };
      })
      .then((found) => {
        if (current) setPicture(found);
      });
    return () => {
      current = false;
    };
  }, [file, get, changes]);

  return picture;
}
