import type { LabelledPlugin } from '../../../../panel';
import en from './translations/en.json';
import vi from './translations/vi.json';

export const labels: LabelledPlugin = {
  id: 'portal-search',
  contentTypes: { abbreviation: 'Abbreviation' },
  translations: { en, vi },
};
