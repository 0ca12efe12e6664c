import { h, type ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ArticleBody } from '../components/article-body';
import { WebLink } from '../components/web-link';
import { JsonLd } from '../head/json-ld';
import { PortalProvider, type Portal } from '../portal';
import { textIn } from '../words';

const portal = {
  locale: 'vi',
  text: textIn('vi'),
  absolute: (path: string) => `https://portal.example${path}`,
  asset: (name: string) => `/assets/${name}`,
} as unknown as Portal;

const render = (node: ComponentChild) => renderToString(h(PortalProvider, { value: portal, children: node }));

const CLOSING = '</script><script>alert(1)</script>';

describe('what an editor typed', () => {
  it('closes no element of structured data', () => {
    const html = render(h(JsonLd, { data: { headline: CLOSING } }));
    expect(html.match(/<\/?script/g)).toHaveLength(2);
    expect(JSON.parse(/>(.*)</.exec(html)![1]!)).toEqual({ headline: CLOSING });
  });

  it('is text in captions and credits', () => {
    const image = {
      ...{ url: null, width: null, height: null, mime: null, alt: null, decorative: false, focalPoint: null },
      ...{ caption: '<b>', credit: '"><img src=x>', licence: null, formats: [] },
    };
    const html = render(h(ArticleBody, { blocks: [{ type: 'image', image }] }));
    expect(html).toContain('<figcaption>&lt;b> <small class="credit">Ảnh: &quot;>&lt;img src=x></small></figcaption>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])('is no link to %s', (address) => {
    expect(render(h(WebLink, { address, children: 'x' }))).toBe('x');
  });

  it('links to the web, and to the portal where the address has no host', () => {
    expect(render(h(WebLink, { address: '/a', children: 'x' }))).toBe('<a href="https://portal.example/a">x</a>');
  });
});
