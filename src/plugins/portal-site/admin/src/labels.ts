import type { LabelledPlugin } from '../../../../panel';
import en from './translations/en.json';
import vi from './translations/vi.json';

export const labels: LabelledPlugin = {
  id: 'portal-site',
  contentTypes: { 'site-settings': 'Site settings' },
  translations: { en, vi },
};
