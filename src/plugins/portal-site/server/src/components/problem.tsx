import type { ComponentChildren } from 'preact';
import { usePortal } from '../portal';
import { Main } from './page-heading';

/** What a reader sees where a page is not, or cannot be, and where to go from there. */
export function Problem({ title, children }: { title: string; children: ComponentChildren }) {
  const { text, to } = usePortal();
  return (
    <Main>
      <div class="problem">
        <h1>{title}</h1>
        {children}
        <p class="problem-ways">
          <a href={to('home')}>{text('toHome')}</a> <a href={to('news')}>{text('toList')}</a>
        </p>
      </div>
    </Main>
  );
}
