import { bodyService } from '../services/body';
import { undescribedErrors } from './describe-before-publish';

const figure = (attrs: object) => ({ type: 'figure', attrs: { file: 'abc123', caption: 'Cầu mới', ...attrs } });
const row = (attrs: object, locale = 'vi') => ({ locale, body: { type: 'doc', content: [figure(attrs)] } });
const messages = (...rows: Record<string, unknown>[]) =>
  undescribedErrors(bodyService, ['body', 'summary'], rows).map(({ path, message }) => [...path, message]);
const asked = 'chưa có mô tả cho người khiếm thị; hãy nhập mô tả hoặc chọn “Chỉ để trang trí”.';

it('names the field and the picture, as a panel that shows errors at fields expects it', () => {
  expect(messages(row({}))).toEqual([['body', `Trường “body”: Ảnh thứ 1 (“Cầu mới”) ${asked}`]]);
  expect(messages({ summary: row({}).body })).toEqual([['summary', expect.stringMatching(/^Trường “summary”: /)]]);
});

it('names the language where several are published', () => {
  expect(messages(row({ alt: 'Cầu' }), row({}, 'en'))).toEqual([
    ['body', `Trường “body” (en): Ảnh thứ 1 (“Cầu mới”) ${asked}`],
  ]);
});

it('takes a blank description of an old draft for none', () => {
  expect(messages(row({ alt: ' ' }))).toHaveLength(1);
});

it('lets described, decorative and lost pictures pass, and whatever is no body', () => {
  const bodies = [null, undefined, 3, { type: 'x' }].map((body) => ({ body }));
  expect(messages(row({ alt: 'Cầu' }), row({ decorative: true }), row({ file: null }), ...bodies)).toEqual([]);
});
