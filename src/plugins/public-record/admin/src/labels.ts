import type { LabelledPlugin } from '../../../../panel';
import en from './translations/en.json';
import vi from './translations/vi.json';

export const labels: LabelledPlugin = {
  id: 'public-record',
  contentTypes: {
    directive: 'Directive',
    programme: 'Programme',
    'procedure-report': 'Procedure report',
    'exchange-report': 'Exchange report',
  },
  translations: { en, vi },
};
