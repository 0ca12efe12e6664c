import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import type { Asset } from '../figure/figure-attributes';
import { rememberPicture } from '../figure/use-picture';
import { useLabels } from '../use-labels';

const REASONS: Record<number, string> = { 401: 'signedOut', 403: 'forbidden', 413: 'tooBig' };

const reasonOf = (error: unknown): string => {
  const { status, response } = Object(error) as { status?: number; response?: { status?: number } };
  return REASONS[status ?? response?.status ?? 0] ?? 'other';
};

/** The uploads of an editor to the media library, with the permissions of the signed-in user. */
export function usePictureDesk(editor: Editor): void {
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const t = useLabels();

  useEffect(() => {
    const warn = (message: string) => toggleNotification({ type: 'warning', message, timeout: 10_000 });
    editor.storage.pictures.desk = {
      async upload(file) {
        const form = new FormData();
        form.append('files', file);
        form.append(
          'fileInfo',
          JSON.stringify({ name: file.name, alternativeText: null, caption: null, folder: null }),
        );
        const { data } = await post<Asset[]>('/upload', form);
        if (!data[0]?.documentId) throw new Error('The media library gave no document id.');
        rememberPicture(data[0]);
        return data[0];
      },
      uploading: ({ name }) => t('pictures.uploading', { name }),
      failed: ({ name }, error) =>
        toggleNotification({
          type: 'danger',
          message: `${t('pictures.failed', { name })} ${t(`pictures.failed.${reasonOf(error)}`)}`,
          timeout: 20_000,
        }),
      placeGone: ({ name }) => warn(t('pictures.placeGone', { name })),
      leftOut: (count) => warn(t('pictures.leftOut', { count })),
      onlyPictures: () => warn(t('pictures.onlyPictures')),
    };
  });
}
