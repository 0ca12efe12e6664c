/** The print button. Pictures further down load lazily, so printing waits for them, but not for ever. */
import { h } from './element.js';
import { text } from './strings.js';

const PATIENCE_MS = 4_000;

export function printButton(article) {
  const print = async () => {
    const pictures = [...article.querySelectorAll('img')].map((img) => {
      img.loading = 'eager';
      return img.decode();
    });
    const patience = new Promise((done) => setTimeout(done, PATIENCE_MS));
    await Promise.race([Promise.allSettled(pictures), patience]);
    window.print();
  };
  return h('button', { type: 'button', class: 'print-button', onclick: print }, text('print'));
}
