import { isValidElement } from 'react';
import { fieldHints } from './field-hints';
import { filterLabels } from './filter-labels';

const plugin = {
  id: 'newsroom',
  contentTypes: { article: 'Article' },
  translations: {
    en: { article: 'Article', 'article.title.hint': 'As readers see it.', 'article.slug.hint': 'Short.' },
  },
};
const layoutOf = (displayName: string, fields: { name: string; hint: string }[]) => ({
  settings: { displayName },
  metadatas: Object.fromEntries(['id', ...fields.map(({ name }) => name)].map((name) => [name, {}])),
  layout: [[fields]],
});
const article = layoutOf('Article', [
  { name: 'title', hint: '' },
  { name: 'slug', hint: 'Ban biên tập: chỉ chữ thường.' },
]);
const openPage = (pathname: string) => Object.assign(globalThis, { location: { pathname } });

describe('fieldHints', () => {
  beforeEach(() => openPage('/admin/content-manager/collection-types/plugin::newsroom.article/create'));

  it('puts a translated hint under a field without a description, and keeps an administrator’s own', () => {
    const { layout } = fieldHints(plugin)({ layout: article });
    const [title, slug] = layout.layout[0]![0]!;
    expect(isValidElement(title!.hint) && title!.hint.props).toEqual({ id: 'newsroom.article.title.hint' });
    expect(slug!.hint).toBe('Ban biên tập: chỉ chữ thường.');
  });

  it('gives the same element each time, so that fields are not drawn again', () => {
    const hook = fieldHints(plugin);
    const titleHint = () => hook({ layout: article }).layout.layout[0]![0]![0]!.hint;
    expect(titleHint()).toBe(titleHint());
  });

  it('leaves another plugin’s type of the same name alone', () => {
    const args = { layout: layoutOf('Article', [{ name: 'title', hint: '' }]) };
    expect(fieldHints(plugin)(args)).toBe(args);
  });

  it('stays out of "Configure the view", which would save hints as descriptions', () => {
    openPage('/admin/content-manager/collection-types/plugin::newsroom.article/configurations/edit');
    const args = { layout: article };
    expect(fieldHints(plugin)(args)).toBe(args);
  });
});

describe('filterLabels', () => {
  it('names the filters of the plugin’s fields by their labels, and no others', () => {
    const status = { id: 'content-manager.containers.list.filters.status' };
    const displayedFilters = [
      { name: 'title', label: 'title' },
      { name: 'createdAt', label: 'createdAt' },
      { name: '__status', label: status },
    ];
    expect(filterLabels(plugin)({ layout: article, displayedFilters }).displayedFilters).toEqual([
      {
        name: 'title',
        label: { id: 'content-manager.content-types.plugin::newsroom.article.title', defaultMessage: 'title' },
      },
      { name: 'createdAt', label: 'createdAt' },
      { name: '__status', label: status },
    ]);
  });
});
