import type { CapturedPage } from '../pages/captured-page';
import { distinctPages } from './distinct-pages';

const capture = (file: string, more: Partial<CapturedPage> = {}) => ({
  file,
  page: { form: 'text', title: 'Bài', day: '2021-03-01', address: null, ...more } as CapturedPage,
});
const files = (...captures: ReturnType<typeof capture>[]) => distinctPages(captures).pages.map(({ file }) => file);

describe('several captures of one page', () => {
  it('come down to the HTML one, whichever comes first', () => {
    const html = capture('a.html', { form: 'html', address: '/a' });
    expect(distinctPages([capture('b.txt'), html])).toEqual({
      pages: [html],
      repeated: [{ file: 'b.txt', of: 'a.html' }],
    });
    expect(distinctPages([html, capture('b.txt')]).pages).toEqual([html]);
  });

  it('come down to the later of two alike', () => {
    expect(files(capture('1.txt'), capture('2.txt', { title: 'BÀI.' }))).toEqual(['2.txt']);
  });

  it('are compared by address, ignoring case', () => {
    const html = (file: string, address: string) => capture(file, { form: 'html', address, title: file });
    expect(files(html('1.html', '/Pages/A.aspx'), html('2.html', '/pages/a.aspx'))).toEqual(['2.html']);
  });

  it('are not pages of one title at different addresses or on different days', () => {
    expect(files(capture('1', { address: '/1' }), capture('2', { address: '/2' }))).toEqual(['1', '2']);
    expect(files(capture('1'), capture('2', { day: '2021-03-02' }))).toEqual(['1', '2']);
  });
});
