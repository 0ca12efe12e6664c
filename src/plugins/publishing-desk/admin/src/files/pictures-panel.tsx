import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useForm } from '@strapi/strapi/admin';
import { useLabels } from '../shared/use-labels';
import { formPictures } from './form-pictures';
import { PicturesList } from './pictures-list';
import { isWatched } from '../watched-types';

/** Who made the pictures of the form, and under which licence they are shown; nothing without pictures. */
export const PicturesPanel: PanelComponent = ({ model }) => {
  const { say } = useLabels();
  const values = useForm('PicturesPanel', (form) => form.values) as Record<string, unknown>;
  const ids = isWatched(model) ? formPictures(values) : [];
  if (ids.length === 0) return null;
  return { title: say('pictures.title'), content: <PicturesList ids={ids} /> };
};
