import type { LabelledPlugin } from '../../../../panel';
import en from './translations/en.json';
import vi from './translations/vi.json';

export const labels: LabelledPlugin = {
  id: 'directory',
  contentTypes: {
    agency: 'Agency',
    'agency-period': 'Agency period',
    position: 'Position',
    official: 'Official',
    appointment: 'Appointment',
    succession: 'Succession',
  },
  translations: { en, vi },
};
