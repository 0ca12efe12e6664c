import { usePortal } from '../portal';

type Name =
  'copy-link' | 'live-list' | 'more' | 'own-window' | 'print-article' | 'suggestions' | 'table-scroller' | 'text-zoom';

/** What a script adds to the markup beside it, which is whole without. */
export function Script({ name }: { name: Name }) {
  const { asset } = usePortal();
  return <script type="module" src={asset(`${name}.js`)} />;
}
