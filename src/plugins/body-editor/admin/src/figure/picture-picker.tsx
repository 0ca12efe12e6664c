import { useStrapiApp } from '@strapi/strapi/admin';
import { type ComponentType, createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Asset } from './figure-attributes';
import { rememberPicture } from './use-picture';

type Picking = { multiple: boolean; onPicked: (assets: Asset[]) => void };
type Picker = { disabled: boolean; pick: (picking: Picking) => void };
type LibraryProps = {
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
};

const PickerContext = createContext<Picker>({ disabled: true, pick: () => undefined });

/** Opens the media library for whoever is within the editor: the toolbar and the figures. */
export const usePicturePicker = (): Picker => useContext(PickerContext);

/**
 * Holds the media library's dialog for everything within it. The dialog is rendered beside the editor and not within
 * it, since React sends a dialog's events up to whatever rendered it.
 */
export function PicturePicker({ disabled, children }: { disabled: boolean; children: ReactNode }) {
  const Library = useStrapiApp('BodyEditor', ({ components }) => components['media-library']) as
    ComponentType<LibraryProps> | undefined;
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
