/** What a reader must know before the text: that the article was withdrawn, or corrected. */
import { h } from './element.js';
import { portalTime } from './portal-time.js';
import { text } from './strings.js';

function withdrawalNotice({ on, reason }) {
  return h('section', { class: 'notice notice-withdrawal', 'aria-labelledby': 'withdrawal' }, [
    h('h2', { id: 'withdrawal' }, text('withdrawnTitle')),
    h('p', {}, reason && `${reason} `, text('withdrawnOn', { when: portalTime(on) })),
  ]);
}

function correctionNotices(corrections) {
  return h('section', { class: 'notice', 'aria-labelledby': 'corrections' }, [
    h('h2', { id: 'corrections' }, text('correctionsTitle')),
    h(
      'ul',
      {},
      corrections.map(({ on, note }) => h('li', {}, h('time', { datetime: on }, portalTime(on)), ': ', note)),
    ),
  ]);
}

export function articleNotices({ withdrawal, corrections }) {
  return [withdrawal && withdrawalNotice(withdrawal), corrections.length > 0 && correctionNotices(corrections)];
}
