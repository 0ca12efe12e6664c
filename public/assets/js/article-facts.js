/** What stands under the text: who wrote it, whom and what it names, files, other languages. */
import { addressOf } from './page-address.js';
import { definitions } from './definitions.js';
import { h } from './element.js';
import { locale, text } from './strings.js';
import { titledSection } from './titled-section.js';
import { webAddress } from './web-address.js';

/** A link when the address is of the web, else only its words. Paper shows the address (print.css). */
function webLink(address, words) {
  const whole = webAddress(address);
  return whole ? h('a', { href: whole, 'data-address': whole }, words) : words;
}

function byline({ author, source, agency }) {
  return definitions([
    author && [text('author'), author],
    source && [text('source'), source.url ? webLink(source.url, source.name ?? source.url) : source.name],
    agency && [text('owner'), pageLink('agency', agency)],
  ]);
}

const pageLink = (type, { slug, name }) => h('a', { href: addressOf(type, slug) }, name);

const now = (words) => h('span', { class: 'now' }, ' (', words, ')');

function changeOfTitle({ title, titleNow }) {
  if (!title || title === titleNow) return null;
  return now(titleNow ? text('titleNow', { title: titleNow }) : text('titleEnded'));
}

function officialsNamed(officials) {
  const rows = officials.map((official) =>
    h('li', {}, pageLink('official', official), official.title && ` – ${official.title}`, changeOfTitle(official)),
  );
  return titledSection(
    'facts',
    'officials',
    text('officialsNamed'),
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
  const rows = agencies.map((agency) => h('li', {}, pageLink('agency', agency), changeOfAgency(agency)));
  return titledSection('facts', 'agencies', text('agenciesNamed'), h('ul', {}, rows));
}

function attachedFiles(attachments) {
  const rows = attachments.map((file) => h('li', {}, webLink(file.url, file.name)));
  return titledSection('facts', 'attachments', text('attachments'), h('ul', {}, rows));
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
