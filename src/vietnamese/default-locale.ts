/** The portal's first language: content is written in it, and it is what a request means that names no locale. */
export const DEFAULT_LOCALE = 'vi';
