import type { ComponentChildren } from 'preact';
import { usePortal } from '../portal';

/** A link where the address is of the web, else only its words: `javascript:` and such lead nowhere. */
export function WebLink({ address, children }: { address: string; children: ComponentChildren }) {
  const { absolute } = usePortal();
  const whole = URL.canParse(address, absolute('/')) ? new URL(address, absolute('/')) : null;
  return whole && /^https?:$/.test(whole.protocol) ? <a href={whole.href}>{children}</a> : <>{children}</>;
}
