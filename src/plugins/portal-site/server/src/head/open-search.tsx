import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Portal } from '../portal';

export const OPEN_SEARCH = 'application/opensearchdescription+xml';

/** Characters of a short name (OpenSearch 1.1, draft 6). */
const SHORT_NAME = 16;
const LONG_NAME = 48;

/** The words of a name that fit. */
function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const end = name.lastIndexOf(' ', most);
  return name.slice(0, end > 0 ? end : most);
}

/** The OpenSearch 1.1 description of the portal's search in its language. */
export function openSearchDescription({ site, locale, text, to, absolute }: Portal): string {
  const description = (
    <>
      {h('ShortName', null, shortened(site.place ?? site.name, SHORT_NAME))}
      {h('LongName', null, shortened(site.name, LONG_NAME))}
      {h('Description', null, text('searchHere'))}
      {h('Language', null, locale)}
      {h('InputEncoding', null, 'UTF-8')}
      {h('Url', { type: 'text/html', method: 'get', template: `${absolute(to('search'))}?q={searchTerms}` })}
    </>
  );
  const whole = h('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, description);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(whole)}\n`;
}
