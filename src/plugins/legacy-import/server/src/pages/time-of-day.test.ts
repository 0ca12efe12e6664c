import type { CapturedPage, ListLine } from './captured-page';
import { ownLine } from './own-line';
import { betterTime, publishedOn } from './time-of-day';

const line = (title: string, on: string, address: string | null = null): ListLine => ({
  title,
  on: new Date(on),
  address,
});
const page = (title: string, day: string, more: Partial<CapturedPage> = {}): CapturedPage => ({
  form: 'text',
  title,
  day,
  ownTime: null,
  address: null,
  author: null,
  body: { type: 'doc', content: [] },
  list: [],
  pictures: [],
  guesses: [],
  ...more,
});

const LONG =
  'Ký kết Biên bản ghi nhớ về đầu tư Dự án Trung tâm Logistics Bắc Trung bộ và Hạ tầng Khu công nghiệp phía Tây.';
const SHORTENED = 'Ký kết Biên bản ghi nhớ về đầu tư Dự án Trung tâm Logistics Bắc Trung bộ và Hạ tầng Khu công...';

describe('a page’s own line', () => {
  const known = { title: LONG, day: '2021-02-19', address: null };

  it('is found by the title as the portal shortens it, on the page’s day', () => {
    const own = line(SHORTENED, '2021-02-19T08:09:00Z');
    expect(ownLine([line(SHORTENED, '2021-02-20T08:09:00Z'), own], known)).toBe(own);
  });

  it('is on the page’s day at +07:00, not in UTC', () => {
    expect(ownLine([line(LONG, '2021-02-18T17:05:00Z')], known)).not.toBeNull();
    expect(ownLine([line(LONG, '2021-02-19T17:05:00Z')], known)).toBeNull();
  });

  it('is found without regard to case, dashes, spacing and normal form', () => {
    const listed = line('  ký kết biên bản – ghi nhớ  '.normalize('NFD'), '2021-02-19T01:00:00Z');
    expect(ownLine([listed], { ...known, title: 'Ký kết Biên bản-ghi nhớ.' })).toBe(listed);
  });

  it('is not one that only begins alike', () => {
    expect(ownLine([line('Ký kết...', '2021-02-19T01:00:00Z')], known)).toBeNull();
    expect(ownLine([line(`${SHORTENED.slice(0, -3)} nghệ cao...`, '2021-02-19T01:00:00Z')], known)).toBeNull();
  });

  it('is chosen by address where two pages have one title', () => {
    const first = line('Thông báo', '2021-02-19T01:00:00Z', '/portal/Pages/A.aspx');
    const second = line('Thông báo', '2021-02-19T02:00:00Z', '/portal/Pages/B.aspx');
    expect(ownLine([first, second], { title: 'Thông báo', day: '2021-02-19', address: '/PORTAL/pages/b.aspx' })).toBe(
      second,
    );
    expect(ownLine([first], { title: 'Thông báo', day: '2021-02-19', address: '/portal/pages/b.aspx' })).toBeNull();
  });
});

describe('the instant of a page', () => {
  const others = [line('Một bài khác.', '2021-02-19T03:00:00Z')];

  it('comes from its own list, else from another page’s, else it is midnight at +07:00', () => {
    const ownTime = new Date('2021-02-19T02:00:00Z');
    expect(publishedOn(page('Một bài khác', '2021-02-19', { ownTime }), others)).toEqual({
      instant: ownTime,
      source: 'own-list',
    });
    expect(publishedOn(page('Một bài khác', '2021-02-19'), others)).toEqual({
      instant: others[0]?.on,
      source: 'other-list',
    });
    expect(publishedOn(page('Bài thứ ba', '2021-02-19'), others)).toEqual({
      instant: new Date('2021-02-18T17:00:00Z'),
      source: 'none',
    });
  });

  it('is not lost to a later run that knows less', () => {
    const found = { instant: new Date(1), source: 'other-list' } as const;
    const unknown = { instant: new Date(2), source: 'none' } as const;
    const own = { instant: new Date(3), source: 'own-list' } as const;
    expect(betterTime(found, unknown)).toBe(found);
    expect(betterTime(found, own)).toBe(own);
  });
});
