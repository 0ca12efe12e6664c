import { bodyService } from '../services/body';
import { asReplacements, withRenderedBodies } from './body-on-write';

const field = { type: 'json', customField: 'plugin::body-editor.body' };
const attributes = {
  title: { type: 'string' },
  body: field,
  bodyBlocks: { type: 'json' },
  bodyHtml: { type: 'text' },
  bodyText: { type: 'text' },
  summary: field,
} as never;

const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'e\u0301' }] }] };
const stored = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '\u00e9' }] }] };
const written = (data: Record<string, unknown>) => withRenderedBodies(bodyService, attributes, data);

it('stores the normalised body and its renderings', () => {
  expect(written({ title: 'x', body })).toEqual({
    title: 'x',
    body: stored,
    bodyBlocks: [{ type: 'paragraph', text: 'é', html: '<p>é</p>' }],
    bodyHtml: '<p>é</p>',
    bodyText: 'é',
  });
});

it('takes JSON text for a body', () => {
  expect(written({ body: JSON.stringify(body) })).toEqual(written({ body }));
});

it('empties the renderings with the body', () => {
  expect(written({ body: null })).toEqual({ body: null, bodyBlocks: null, bodyHtml: null, bodyText: null });
});

it('never takes renderings from the caller, and leaves the stored ones alone without a body', () => {
  const own = { bodyBlocks: ['x'], bodyHtml: '<script>', bodyText: 'x' };
  expect(written({ body, ...own })).toEqual(written({ body }));
  expect(written({ title: 'x', ...own })).toEqual({ title: 'x' });
  expect(written({ body: undefined, ...own })).toEqual({ body: undefined });
});

it('checks a field that has no columns for renderings', () => {
  expect(written({ summary: body })).toEqual({ summary: stored });
});

it('does not change the data it is given', () => {
  const data = { body, bodyHtml: 'x' };
  written(data);
  expect(data).toEqual({ body, bodyHtml: 'x' });
});

it('refuses an invalid body, naming the field and the first problems', () => {
  const wrong = { type: 'doc', content: [{ type: 'x' }, { type: 'heading', attrs: { level: 1 } }, 1, 2] };
  const message =
    'Trường “summary”: khối 1: chỉ nhận đoạn văn, tiêu đề, danh sách, trích dẫn, bảng, hình ảnh, đường kẻ ngang; ' +
    'khối 2 › tiêu đề: chỉ nhận cấp 2, 3 hoặc 4; ' +
    'khối 3: chỉ nhận đoạn văn, tiêu đề, danh sách, trích dẫn, bảng, hình ảnh, đường kẻ ngang; và 1 lỗi khác.';
  expect(() => written({ summary: wrong })).toThrow(
    expect.objectContaining({
      name: 'ValidationError',
      message,
      details: expect.objectContaining({ errors: expect.any(Array) }),
    }),
  );
  for (const other of ['', '{', 3, true, []]) expect(() => written({ body: other })).toThrow('Trường “body”');
});

it('gives clone JSON text, which replaces a longer body instead of melting with it', () => {
  const data = written({ title: 'x', body });
  const replacing = asReplacements(data, attributes);
  expect(replacing).toEqual({ ...data, body: JSON.stringify(stored), bodyBlocks: JSON.stringify(data.bodyBlocks) });
  expect(asReplacements(written({ body: null }), attributes)).toEqual(written({ body: null }));
});
