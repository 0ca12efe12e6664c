/** The print button. Pictures further down load lazily, so printing waits for them, but not for ever. */

const PATIENCE_MS = 4_000;
const button = document.querySelector('[data-print]');

button.addEventListener('click', async () => {
  const pictures = [...document.querySelectorAll('.article img')].map((picture) => {
    picture.loading = 'eager';
    return picture.decode();
  });
  const patience = new Promise((done) => setTimeout(done, PATIENCE_MS));
  await Promise.race([Promise.allSettled(pictures), patience]);
  window.print();
});
button.hidden = false;
