import type { ComponentChildren } from 'preact';

export const PageHeading = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="page-heading">
    <h1>{title}</h1>
    {children}
  </div>
);

/** The main part of a page that is not an article. */
export const Main = ({ children }: { children: ComponentChildren }) => (
  <main id="main" class="frame" tabindex={-1}>
    {children}
  </main>
);
