/** One official: posts past and present, contact, biography, articles. */
import { addressOf } from './page-address.js';
import { breadcrumbs } from './breadcrumbs.js';
import { civilPeriod, portalToday } from './civil-day.js';
import { contactLinks } from './contact-links.js';
import { definitions } from './definitions.js';
import { h } from './element.js';
import { latestArticles } from './latest-articles.js';
import { picture } from './picture.js';
import { readOfficial } from './contract.js';
import { showThing } from './show-page.js';
import { text } from './strings.js';
import { titledSection } from './titled-section.js';

function post({ title, agency, from, to, precision, decision }) {
  return h('li', {}, [
    h('strong', {}, title),
    agency && h('p', {}, h('a', { href: addressOf('agency', agency.slug) }, agency.name)),
    (from || to) && h('p', { class: 'quiet period' }, civilPeriod({ from, to, precision })),
    decision && h('p', { class: 'quiet' }, decision),
  ]);
}

function posts(id, appointments, nothing = null) {
  if (appointments.length === 0 && !nothing) return null;
  const rows = h('ul', { class: 'rows' }, appointments.map(post));
  return titledSection('part', id, text(id), appointments.length > 0 ? rows : h('p', { class: 'nothing' }, nothing));
}

function contact(official) {
  const list = definitions(contactLinks(official));
  return list && titledSection('part', 'contact', text('contact'), list);
}

function biographyOf({ biography }) {
  const paragraphs = biography?.split(/\n+/).map((words) => h('p', {}, words));
  return paragraphs && titledSection('part', 'biography', text('biography'), paragraphs);
}

showThing('official', readOfficial, (official) => {
  const { name, title, agency, portrait, appointments, slug, latest } = official;
  const isHeld = ({ to }) => to === null || to >= portalToday();
  return [
    breadcrumbs([{ name: text('officials'), address: addressOf('official') }]),
    h('header', { class: 'page-heading official-heading' }, [
      portrait?.url && h('div', { class: 'portrait' }, picture(portrait, { sizes: '12rem', eager: true })),
      h('div', {}, [
        h('h1', {}, name),
        title && h('p', { class: 'official-title' }, title),
        agency && h('p', {}, h('a', { href: addressOf('agency', agency.slug) }, agency.name)),
      ]),
    ]),
    posts('postsHeld', appointments.filter(isHeld), text('postsHeldNone')),
    posts(
      'postsPast',
      appointments.filter((one) => !isHeld(one)),
    ),
    contact(official),
    biographyOf(official),
    latestArticles(text('officialLatest'), latest, { official: slug }),
  ];
});
