import { panelTranslations } from './panel-translations';

const plugin = {
  id: 'newsroom',
  contentTypes: { 'latest-news-list': 'Latest news list' },
  translations: {
    en: { 'latest-news-list.size': 'How many' },
    vi: {
      'plugin.name': 'Tòa soạn',
      'plugin.description': 'Bài viết.',
      'latest-news-list': 'Danh sách tin mới',
      'latest-news-list.size': 'Số bài',
      'latest-news-list.size.hint': 'Thường là 8.',
      'checks.too-many': 'Nhiều quá.',
    },
  },
};

describe('panelTranslations', () => {
  it('files labels, type names and plugin names where the panel looks for them, and hints and checks among the plugin’s own', async () => {
    expect(await panelTranslations(plugin)({ locales: ['vi'] })).toEqual([
      {
        locale: 'vi',
        data: {
          'global.plugins.newsroom': 'Tòa soạn',
          'global.plugins.newsroom.description': 'Bài viết.',
          'Latest news list': 'Danh sách tin mới',
          'content-manager.content-types.plugin::newsroom.latest-news-list.size': 'Số bài',
          'newsroom.latest-news-list.size.hint': 'Thường là 8.',
          'newsroom.checks.too-many': 'Nhiều quá.',
        },
      },
    ]);
  });

  it('has nothing to say in a language without strings', async () => {
    expect(await panelTranslations(plugin)({ locales: ['fr'] })).toEqual([{ locale: 'fr', data: {} }]);
  });
});
