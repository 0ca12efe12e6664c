/** “Chép liên kết”: browsers let pages write the clipboard only over TLS, and on the machine itself. */

const button = document.querySelector('[data-copy]');
const said = button.nextElementSibling;

if (navigator.clipboard) {
  button.parentElement.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
    said.textContent = button.dataset.copied;
  });
}
