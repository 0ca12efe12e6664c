import type { Rows } from './can-access';
import type { DocumentPermission } from '../../../../../strapi-internals/content-manager';

/** A permission, and the rows of the document on which it is needed. */
export type RequiredPermission = [DocumentPermission, Rows];

/** Permissions that a write needs on the document before it, and on what it makes of the document. */
type RequiredPermissions = { before: RequiredPermission[]; after: RequiredPermission[] };

const REQUIRED: Record<string, RequiredPermissions> = {
  create: { before: [], after: [['create', 'drafts']] },
  clone: { before: [['read', 'drafts']], after: [['create', 'drafts']] },
  update: { before: [['update', 'drafts']], after: [['update', 'drafts']] },
  discardDraft: { before: [['update', 'drafts']], after: [['update', 'drafts']] },
  publish: { before: [['publish', 'all']], after: [['publish', 'all']] },
  unpublish: { before: [['publish', 'all']], after: [['publish', 'all']] },
  // Deleting a public document also unpublishes it.
  delete: {
    before: [
      ['delete', 'all'],
      ['publish', 'published'],
    ],
    after: [],
  },
};

/** What a write needs, in every locale, since some fields are shared by all. */
export function requiredPermissions(write: {
  action: string;
  isPublish: boolean;
  inNewLocale: boolean;
}): RequiredPermissions {
  const { before, after } = REQUIRED[write.action]!;
  const creating: RequiredPermission[] = write.inNewLocale ? [['create', 'drafts']] : [];
  const publishing: RequiredPermission[] = write.isPublish && write.action !== 'publish' ? [['publish', 'all']] : [];
  return { before: [...before, ...publishing], after: [...after, ...creating, ...publishing] };
}
