/** What a reader sees when an answer did not come. */
import { addressOf } from './page-address.js';
import { ContractError } from './contract.js';
import { h } from './element.js';
import { text } from './strings.js';

/** How the page speaks of an error. One of its own faults is told as the server's: the reader can do the same about it. */
export function outcomeOf(error) {
  if (error instanceof ContractError) return error.outcome;
  console.error(error);
  return 'failed';
}

/** A whole page's problem. Trying again is offered only where it can help. */
export function problemPage(outcome, retry, heading = 'h1') {
  const canRetry = outcome === 'failed' || outcome === 'unreachable';
  return h('section', { class: 'problem', role: 'alert' }, [
    h(heading, {}, text(`${outcome}Title`)),
    h('p', {}, text(`${outcome}Text`)),
    h('p', { class: 'problem-ways' }, [
      canRetry && h('button', { type: 'button', class: 'button', onclick: retry }, text('retry')),
      h('a', { href: addressOf('home') }, text('toHome')),
      h('a', { href: addressOf('article') }, text('toList')),
    ]),
  ]);
}

/** A part's problem, in one line. */
export function problemLine(words, retry) {
  return h('p', { class: 'problem-line', role: 'alert' }, [
    words,
    ' ',
    h('button', { type: 'button', class: 'button-quiet', onclick: retry }, text('retry')),
  ]);
}
