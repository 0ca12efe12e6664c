/** What stands under the text: who wrote it, whom and what it names, files, other languages. */
import { h } from './element.js';
import { locale, text } from './strings.js';
import { webAddress } from './web-address.js';

function section(id, heading, ...children) {
  return h('section', { class: 'facts', 'aria-labelledby': id }, h('h2', { id }, heading), ...children);
}

/** A link when the address is of the web, else only its words. Paper shows the address (print.css). */
function webLink(address, words) {
  const whole = webAddress(address);
  return whole ? h('a', { href: whole, 'data-address': whole }, words) : words;
}

function byline({ author, source, agency }) {
  const lines = [
    author && [text('author'), author],
    source && [text('source'), source.url ? webLink(source.url, source.name ?? source.url) : source.name],
    agency && [text('owner'), h('a', { href: `/tin-tuc?agency=${encodeURIComponent(agency.slug)}` }, agency.name)],
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return h(
    'dl',
    { class: 'byline' },
    lines.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

const now = (words) => h('span', { class: 'now' }, ' (', words, ')');

function changeOfTitle({ title, titleNow }) {
  if (!title || title === titleNow) return null;
  return now(titleNow ? text('titleNow', { title: titleNow }) : text('titleEnded'));
}

function officialsNamed(officials) {
  const rows = officials.map((official) =>
    h('li', {}, h('strong', {}, official.name), official.title && ` – ${official.title}`, changeOfTitle(official)),
  );
  return section(
    'officials',
    text('officials'),
    h('ul', {}, rows),
    h('p', { class: 'facts-note' }, text('officialsNote')),
  );
}

function changeOfAgency({ name, nameNow, status, successors }) {
  if (status === 'dissolved') {
    const names = successors.map((successor) => successor.name).join(', ');
    return now(names ? text('succeededBy', { names }) : text('agencyEnded'));
  }
  return nameNow && nameNow !== name && now(text('nameNow', { name: nameNow }));
}

function agenciesNamed(agencies) {
  const rows = agencies.map((agency) => h('li', {}, agency.name, changeOfAgency(agency)));
  return section('agencies', text('agencies'), h('ul', {}, rows));
}

function attachedFiles(attachments) {
  const rows = attachments.map((file) => h('li', {}, webLink(file.url, file.name)));
  return section('attachments', text('attachments'), h('ul', {}, rows));
}

function otherLanguages(availableLocales) {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const rows = availableLocales.map((other) =>
    h('li', {}, h('a', { href: other.url, hreflang: other.locale }, names.of(other.locale))),
  );
  return h('nav', { class: 'facts other-languages', 'aria-labelledby': 'languages' }, [
    h('h2', { id: 'languages' }, text('otherLanguages')),
    h('ul', {}, rows),
  ]);
}

/** Only what the article has. */
export function articleFacts(article) {
  const { officials, agencies, attachments } = article;
  const others = article.availableLocales.filter((other) => other.locale !== article.locale);
  return h('footer', { class: 'article-facts' }, [
    byline(article),
    officials.length > 0 && officialsNamed(officials),
    agencies.length > 0 && agenciesNamed(agencies),
    attachments.length > 0 && attachedFiles(attachments),
    others.length > 0 && otherLanguages(others),
    h('p', { class: 'print-address' }, text('address'), article.url),
  ]);
}
