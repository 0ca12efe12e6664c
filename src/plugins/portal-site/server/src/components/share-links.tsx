import { usePortal } from '../portal';
import { Script } from './script';

/** The pages of other services on which a link is shared, by what they ask for. */
const SERVICES = [
  { name: 'Facebook', address: 'https://www.facebook.com/sharer/sharer.php', parameters: { u: 'url' } },
  { name: 'X', address: 'https://x.com/intent/post', parameters: { url: 'url', text: 'title' } },
] as const;

type Shared = { title: string; url: string };

const shareAddress = ({ address, parameters }: (typeof SERVICES)[number], shared: Shared): string =>
  `${address}?${new URLSearchParams(Object.entries(parameters).map(([name, what]) => [name, shared[what]]))}`;

/** Links by which a reader passes the page on; nothing of these services is loaded. */
export function ShareLinks({ shared }: { shared: Shared }) {
  const { text } = usePortal();
  const mail = `mailto:?subject=${encodeURIComponent(shared.title)}&body=${encodeURIComponent(shared.url)}`;
  return (
    <div class="share">
      <span id="share-label">{text('share')}</span>
      <ul aria-labelledby="share-label">
        {SERVICES.map((service) => (
          <li key={service.name}>
            <a href={shareAddress(service, shared)} rel="noopener nofollow">
              {service.name}
            </a>
          </li>
        ))}
        <li>
          <a href={mail}>{text('shareByMail')}</a>
        </li>
        <li hidden>
          <button type="button" data-copy={shared.url} data-copied={text('linkCopied')}>
            {text('copyLink')}
          </button>
          <span class="visually-hidden" role="status" />
        </li>
      </ul>
      <Script name="copy-link" />
    </div>
  );
}
