/** An agency's level, codes and ways to reach it. */
import { civilPeriod } from './civil-day.js';
import { contactLinks } from './contact-links.js';
import { definitions } from './definitions.js';
import { h } from './element.js';
import { text } from './strings.js';
import { webAddress } from './web-address.js';

function codeWords({ code, from, to }) {
  return from || to ? `${code} (${civilPeriod({ from, to })})` : code;
}

function websiteLink(website) {
  const whole = webAddress(website);
  return whole ? h('a', { href: whole }, website) : website;
}

export const agencyFacts = (agency) =>
  definitions([
    [text('level'), text(`level-${agency.level}`)],
    agency.codes.length > 0 && [text('code'), agency.codes.map(codeWords).join(', ')],
    agency.address && [text('postalAddress'), agency.address],
    ...contactLinks(agency),
    agency.website && [text('website'), websiteLink(agency.website)],
  ]);
