import mark from '../plugins/portal-site/assets/icons/favicon.svg';
import { nameAcceptedFiles } from '../strapi-internals/panel/file-inputs';
import { closeMediaLibraryNotice, setDefaultLanguage } from '../strapi-internals/panel/preferences';
import { setPanelName } from '../strapi-internals/panel/window-title';
import { colours } from './colours';
import vi from './translations/vi.json';

setDefaultLanguage('vi');
// It advertises a beta of Strapi's; an editor cannot act on it.
closeMediaLibraryNotice();
// The types that upload-guard accepts, by its defaults.
nameAcceptedFiles([
  ...['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
  ...['.pdf', '.docx', '.xlsx', '.pptx', '.odt', '.ods'],
  ...['.mp3', '.mp4', '.m4v'],
]);
setPanelName('Tòa soạn cổng thông tin');

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
