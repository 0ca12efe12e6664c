/** The body of an article, from the contract's blocks to nodes. */
import { h } from './element.js';
import { picture } from './picture.js';
import { tableScroller } from './table-scroller.js';
import { text } from './strings.js';
import { webAddress } from './web-address.js';

const NAMES_ITSELF = /^\s*(ảnh|nguồn|minh họa|photo|source|image|illustration)\b/iu;
const SIZES = '(min-width: 48rem) 38rem, 100vw';

/** The one place where markup is parsed: a block's `html`, which the server has sanitised. */
function parseBlock(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  // On paper a link is only as good as its whole address (print.css).
  for (const link of template.content.querySelectorAll('a[href]')) {
    const whole = webAddress(link.getAttribute('href'));
    if (whole) link.dataset.address = whole;
  }
  return template.content;
}

/** `Ảnh: Minh Hằng`; a credit that says itself what it is stays as it was typed. */
function creditLine(credit) {
  const words = NAMES_ITSELF.test(credit) ? credit : text('photoCredit', { credit });
  return h('small', { class: 'credit' }, words);
}

function figure(image, isFirst) {
  const credit = image.credit && creditLine(image.credit);
  const licence = image.licence && h('small', { class: 'licence' }, `(${image.licence})`);
  const parts = [image.caption, credit, licence].filter(Boolean);
  const caption =
    parts.length > 0 && h('figcaption', {}, ...parts.flatMap((part, place) => (place === 0 ? [part] : [' ', part])));
  if (image.url) return h('figure', {}, picture(image, { sizes: SIZES, eager: isFirst }), caption);
  // An old page's picture that is lost: its caption was part of the page, and stays.
  return caption && h('figure', { class: 'without-file' }, caption);
}

/** The blocks in their order; a picture without file and caption has nothing to show and is left out. */
export function renderBlocks(blocks) {
  const firstPicture = blocks.find((block) => block.type === 'image' && block.image.url);
  return blocks
    .map((block) => {
      if (block.type === 'image') return figure(block.image, block === firstPicture);
      if (block.type === 'table') return tableScroller(parseBlock(block.html).querySelector('table'));
      return parseBlock(block.html);
    })
    .filter(Boolean);
}
