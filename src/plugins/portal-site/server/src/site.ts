import type { Image } from '../../../../contract';

/** A picture of the settings, absolute. */
export type SitePicture = Pick<Image, 'url' | 'width' | 'height' | 'alt' | 'formats'>;

/** What the portal says of itself, in one language: the settings in the panel. */
export type Site = {
  name: string;
  /** The part of the name that says whose portal it is; the masthead shows it large. */
  place: string | null;
  /** The agency in charge. */
  agency: string | null;
  /** Who is responsible for the content. */
  editor: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  licence: string | null;
  footerLinks: readonly FooterLink[];
  /** The categories on the front page, in order. */
  homeCategories: readonly { slug: string; name: string }[];
  logo: SitePicture | null;
  icon: SitePicture | null;
  socialPicture: SitePicture | null;
};

type FooterLink = { name: string; address: string };

const LINK = /^([^|]+)\|\s*((?:https?:\/\/|\/)\S*)$/;

/**
 * The links at the end of pages, as they are typed: one a line, `name | address`, the address a path of the portal or of
 * the web.
 *
 * @returns the links, or the number of the first line that is none, from 1
 */
export function readFooterLinks(text: string): readonly FooterLink[] | number {
  const links: FooterLink[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, name = '', address = ''] = LINK.exec(line.trim()) ?? [];
    if (name.trim() === '') return index + 1;
    links.push({ name: name.trim(), address });
  }
  return links;
}
