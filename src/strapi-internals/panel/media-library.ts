/** The name of the media library's dialog among the components that plugins register with the panel. */
export const MEDIA_LIBRARY_COMPONENT = 'media-library';

/** What the dialog takes. `Asset` is a file of the media library, as far as it is used. */
export type MediaLibraryProps<Asset> = {
  allowedTypes: ('files' | 'images' | 'videos' | 'audios')[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (assets: Asset[]) => void;
};
