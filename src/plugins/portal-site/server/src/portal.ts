import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from './locales';
import type { PageName } from './paths';
import type { Site } from './site';
import type { Text } from './words';

/** The parts of the main navigation. */
export const SECTIONS = ['home', 'news', 'categories', 'officials', 'agencies', 'directives', 'programmes'] as const;

/** What every part of a page knows: its language, words, addresses, and what the portal says of itself. */
export type Portal = {
  locale: Locale;
  /** The languages that the portal has pages in. */
  locales: readonly Locale[];
  text: Text;
  site: Site;
  /** The parts of the navigation that the installed plugins have. */
  sections: readonly (typeof SECTIONS)[number][];
  /** Whether readers can search. */
  hasSearch: boolean;
  /** The path of a page in this language or another one. */
  to(name: PageName, slug?: string, locale?: Locale): string;
  /** The absolute address of a path of the portal. */
  absolute(path: string): string;
  /** The address of a style sheet, script or icon, which changes with its content. */
  asset(name: string): string;
  /** The collection of latest news that every page shows. */
  defaultList: string;
  /** Where the panel is. */
  panel: string;
};

const PortalContext = createContext<Portal | null>(null);

export const PortalProvider = PortalContext.Provider;

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error('portal-site: a component is rendered outside a page.');
  return portal;
}
