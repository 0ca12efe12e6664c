import { readAddress } from './read-address';

const patterns = {
  article: '/tin-tuc/{slug}',
  category: '/chuyen-muc/{slug}.html',
  agency: '/co-quan/{slug}',
  official: '/can-bo/{slug}',
  language: '/{locale}',
};
const read = (text: string, locale = 'vi') => readAddress(text, locale, patterns);

describe('an address that somebody asks for', () => {
  it.each(['/tin-tuc/mot', 'https://portal.example/tin-tuc/mot/', 'portal.example/tin-tuc/mot?utm_source=a#b'])(
    'is known as the page of a thing: %s',
    (text) => {
      expect(read(text, 'en')).toMatchObject({ type: 'article', slug: 'mot', locale: 'vi' });
    },
  );

  it('is in the language that it begins with', () => {
    expect(read('/en/tin-tuc/one')).toMatchObject({ type: 'article', slug: 'one', locale: 'en' });
  });

  it('is in the language of the configured pattern, and of no other', () => {
    const elsewhere = { ...patterns, language: '/l.{locale}/x' };
    const place = { type: 'article', slug: 'one' };
    expect(readAddress('/l.en/x/tin-tuc/one', 'vi', elsewhere)).toMatchObject({ ...place, locale: 'en' });
    expect(readAddress('/tin-tuc/one', 'en', elsewhere)).toMatchObject({ ...place, locale: 'vi' });
    for (const text of ['/en/tin-tuc/one', '/lxen/x/tin-tuc/one']) {
      expect(readAddress(text, 'vi', elsewhere)).toMatchObject({ type: null, slug: null });
    }
  });

  it('keeps to the whole pattern, its end too, read as letters', () => {
    expect(read('/chuyen-muc/kinh-te.html')).toMatchObject({ type: 'category', slug: 'kinh-te' });
    for (const text of [
      '/chuyen-muc/kinh-te',
      '/chuyen-muc/kinh-te-html',
      '/tin-tuc/a/b',
      '/x/tin-tuc/a',
      '/tin-tuc/',
    ]) {
      expect(read(text)).toMatchObject({ type: null, slug: null });
    }
  });

  it('is a slug by itself in the language of the question', () => {
    expect(read(' mot ', 'en')).toEqual({
      type: null,
      slug: 'mot',
      locale: 'en',
      addresses: ['/en/tin-tuc/mot', '/en/chuyen-muc/mot.html', '/en/co-quan/mot', '/en/can-bo/mot'],
    });
    expect(read('ti%E1%BA%BFng')).toMatchObject({ slug: 'tiếng' });
  });

  it('is left as it is given where it is of the old portal, and without trackers beside', () => {
    const text = '/portal/a.aspx?x=b%20c&flag';
    expect(read(text)).toMatchObject({ slug: null, addresses: [text] });
    const followed = 'https://thanhhoa.gov.vn:8080/a.aspx?ID=7&fbclid=x';
    const bare = 'https://thanhhoa.gov.vn:8080/a.aspx?ID=7';
    expect(read(followed)).toMatchObject({ slug: null, addresses: [followed, bare] });
  });

  it('may have a host and a port, and no scheme', () => {
    expect(read('portal.example:8080/tin-tuc/mot')).toMatchObject({ type: 'article', slug: 'mot' });
  });

  it.each(['/tin-tuc/%00', '/tin-tuc/%E0%A4%A', `/tin-tuc/${'a'.repeat(300)}`, 'http://', 'javascript:alert(1)'])(
    'comes to nothing, and to no fault, where it is none: %s',
    (text) => {
      expect(['%E0%A4%A', null, 'javascript:alert(1)']).toContain(read(text).slug);
    },
  );
});
