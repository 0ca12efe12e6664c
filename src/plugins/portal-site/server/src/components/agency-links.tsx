import { usePortal } from '../portal';

type Reference = { id: string; slug: string; name: string };

/** Who is responsible; nothing where nobody is named. */
export function AgencyLinks({ agencies }: { agencies: readonly Reference[] }) {
  const { text, to } = usePortal();
  if (agencies.length === 0) return null;
  return (
    <p class="quiet">
      {text('responsible')}:{' '}
      {agencies.map(({ id, slug, name }, index) => (
        <>
          {index > 0 && '; '}
          <a key={id} href={to('agency', slug)}>
            {name}
          </a>
        </>
      ))}
    </p>
  );
}
