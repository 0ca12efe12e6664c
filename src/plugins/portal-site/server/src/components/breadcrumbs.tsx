import { usePortal } from '../portal';

/** A step of the way to a page; `path` is of the portal. */
export type Step = { name: string; path: string };

/** The way down to the page, from the widest. */
export function Breadcrumbs({ steps }: { steps: readonly Step[] }) {
  const { text } = usePortal();
  return (
    <nav class="breadcrumbs" aria-label={text('youAreHere')}>
      <ol>
        {steps.map(({ name, path }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
