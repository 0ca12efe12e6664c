import defaultList from './default-list';
import locales from './locales';

export default {
  'default-list': defaultList,
  locales,
};
