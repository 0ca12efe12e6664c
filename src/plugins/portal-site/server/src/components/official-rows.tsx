import type { OfficialInList } from '../../../../../contract';
import { usePortal } from '../portal';
import { Picture } from './picture';

/** Officials as lists show them. The name beside the portrait is the link; the portrait adds nothing to hear. */
export function OfficialRows({ officials }: { officials: readonly OfficialInList[] }) {
  const { to } = usePortal();
  return (
    <>
      {officials.map(({ id, slug, name, title, portrait }) => (
        <li key={id} class="official-row">
          {portrait?.url && (
            <div class="row-portrait">
              <Picture image={portrait} sizes="4rem" alt="" />
            </div>
          )}
          <div>
            <a href={to('official', slug)}>{name}</a>
            {title && <p class="quiet">{title}</p>}
          </div>
        </li>
      ))}
    </>
  );
}
