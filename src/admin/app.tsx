import mark from '../../public/assets/favicon.svg';
import { colours } from './colours';
import { nameThePanel } from './name-the-panel';
import vi from './translations/vi.json';

const languageKey = 'strapi-admin-language';
// Whoever has not chosen a language yet meets the panel in Vietnamese, from the login page on.
if (!localStorage.getItem(languageKey)) localStorage.setItem(languageKey, 'vi');
// Strapi's own news about its media library is none of an editor's business; the key is that of MediaLibraryBanner.
localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');
nameThePanel('Tòa soạn cổng thông tin');

export default {
  config: {
    locales: ['vi'],
    translations: { vi },
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark },
    theme: colours,
    tutorials: false,
    notifications: { releases: false },
  },
};
