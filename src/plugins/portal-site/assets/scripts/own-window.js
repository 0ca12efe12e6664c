/** Out of the panel's frame, where the address can be copied. */

const link = document.querySelector('[data-own-window]');
if (window.top !== window) {
  link.href = location.href;
  link.hidden = false;
}
