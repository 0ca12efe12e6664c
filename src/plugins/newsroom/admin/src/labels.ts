import type { LabelledPlugin } from '../../../../panel';
import en from './translations/en.json';
import vi from './translations/vi.json';

export const labels: LabelledPlugin = {
  id: 'newsroom',
  contentTypes: {
    article: 'Article',
    category: 'Category',
    'latest-news-list': 'Latest news list',
    pin: 'Pinned article',
    redirect: 'Redirect',
  },
  translations: { en, vi },
};
