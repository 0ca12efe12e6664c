import { fillTemplate } from './fill-template';

test('fills parts within parts as HTML, and words as text', () => {
  const parts = { body: '<p>{{said}}</p>' };
  expect(fillTemplate('<main>{{body}}</main>', parts, { said: 'A & <B>' })).toBe(
    '<main><p>A &amp; &lt;B&gt;</p></main>',
  );
});

test('refuses a page with a hole', () => {
  expect(() => fillTemplate('<p>{{nowhere}}</p>', {}, {})).toThrow('nowhere');
});
