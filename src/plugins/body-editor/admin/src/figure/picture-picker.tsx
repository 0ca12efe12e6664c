import { useStrapiApp } from '@strapi/strapi/admin';
import { type ComponentType, createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { MEDIA_LIBRARY_COMPONENT, type MediaLibraryProps } from '../../../../../strapi-internals/panel/media-library';
import type { Asset } from './figure-attributes';
import { rememberPicture } from './use-picture';

type Picking = { multiple: boolean; onPicked: (assets: Asset[]) => void };
type Picker = { disabled: boolean; pick: (picking: Picking) => void };

const PickerContext = createContext<Picker>({ disabled: true, pick: () => undefined });

/** Opens the media library, for the toolbar and the figures of the editor. */
export const usePicturePicker = (): Picker => useContext(PickerContext);

/**
 * Provides the media library's dialog to its children. The dialog is rendered beside the editor and not within
 * it, since React bubbles a dialog's events to the component that rendered it.
 */
export function PicturePicker({ disabled, children }: { disabled: boolean; children: ReactNode }) {
  const Library = useStrapiApp('BodyEditor', ({ components }) => components[MEDIA_LIBRARY_COMPONENT]) as
    ComponentType<MediaLibraryProps<Asset>> | undefined;
  const [picking, setPicking] = useState<Picking | null>(null);
  const picker = useMemo(() => ({ disabled, pick: setPicking }), [disabled]);

  const take = (assets: Asset[]) => {
    const usable = assets.filter(({ documentId }) => documentId);
    usable.forEach(rememberPicture);
    setPicking(null);
    if (usable.length > 0) picking?.onPicked(usable);
  };

  return (
    <>
      <PickerContext.Provider value={picker}>{children}</PickerContext.Provider>
      {picking && Library ? (
        <Library
          allowedTypes={['images']}
          multiple={picking.multiple}
          onClose={() => setPicking(null)}
          onSelectAssets={take}
        />
      ) : null}
    </>
  );
}
