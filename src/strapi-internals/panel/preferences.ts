/** Where the panel keeps the language that a person chose. */
export const LANGUAGE_KEY = 'strapi-admin-language';

/** The language that a person chose for the panel; null before anyone did. */
export const panelLanguage = (): string | null => localStorage.getItem(LANGUAGE_KEY);

/**
 * Where the panel keeps that Strapi's notice about its own media library was closed: the name of the notice, whether
 * the old media library is in use, and the `strapi.uuid` of package.json.
 */
export const MEDIA_LIBRARY_NOTICE_KEY = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

/** Sets the language of the panel, from the login page on, for everybody who has not chosen one. */
export function setDefaultLanguage(language: string): void {
  if (!localStorage.getItem(LANGUAGE_KEY)) localStorage.setItem(LANGUAGE_KEY, language);
}

export function closeMediaLibraryNotice(): void {
  localStorage.setItem(MEDIA_LIBRARY_NOTICE_KEY, 'true');
}
