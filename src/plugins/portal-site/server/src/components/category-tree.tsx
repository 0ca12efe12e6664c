import type { Category } from '../../../../../contract';
import { usePortal } from '../portal';

export function CategoryTree({ categories }: { categories: readonly Category[] }) {
  const { to } = usePortal();
  return (
    <ul class="tree">
      {categories.map(({ id, slug, name, description, children }) => (
        <li key={id}>
          <a href={to('category', slug)}>{name}</a>
          {description && <p>{description}</p>}
          {children.length > 0 && <CategoryTree categories={children} />}
        </li>
      ))}
    </ul>
  );
}
