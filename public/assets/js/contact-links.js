/** Ways to reach a person or an agency, as pairs of `definitions`. */
import { h } from './element.js';
import { text } from './strings.js';

export const contactLinks = ({ phone, email }) => [
  phone && [text('phone'), h('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}` }, phone)],
  email && [text('email'), h('a', { href: `mailto:${email}` }, email)],
];
