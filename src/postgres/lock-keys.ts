/*
 * Advisory locks share one number space per database, so every key of the project is listed here; the first number
 * spells "PN" for Portal Newsroom.
 */

/** Held by a node while it boots. */
export const bootLockKey = [0x504e, 1] as const;

/** Held by the import of one page, until its transaction ends. */
export const importLockKey = [0x504e, 2] as const;

/** Held by a change of the redirects, until its transaction ends. */
export const redirectLockKey = [0x504e, 3] as const;

/** Held by a change of the tree of agencies or of their successions, until its transaction ends. */
export const agencyTreeLockKey = [0x504e, 4] as const;

/** Held by a change of the tree of categories, until its transaction ends. */
export const categoryTreeLockKey = [0x504e, 5] as const;

/** Held by a change of what directives replace and amend, until its transaction ends. */
export const directiveLinksLockKey = [0x504e, 6] as const;

/** Held by a change of what is published of reports, until its transaction ends. */
export const reportSumsLockKey = [0x504e, 7] as const;
