/** The whole of an address (`/a` becomes `https://portal…/a`) if it is of the web, else null: `javascript:` and such. */
export function webAddress(address) {
  try {
    const { href, protocol } = new URL(address, location.href);
    return /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}
