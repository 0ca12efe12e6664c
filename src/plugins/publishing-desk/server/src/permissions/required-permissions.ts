import type { Permission, Rows } from './can-access';

/** A right, and the rows of the document that it is needed for. */
export type Need = [Permission, Rows];

/** Rights that a write needs over the document as it was, and over what it makes of it. */
export type Needs = { before: Need[]; after: Need[] };

const NEEDS: Record<string, Needs> = {
  create: { before: [], after: [['create', 'drafts']] },
  clone: { before: [['read', 'drafts']], after: [['create', 'drafts']] },
  update: { before: [['update', 'drafts']], after: [['update', 'drafts']] },
  discardDraft: { before: [['update', 'drafts']], after: [['update', 'drafts']] },
  publish: { before: [['publish', 'all']], after: [['publish', 'all']] },
  unpublish: { before: [['publish', 'all']], after: [['publish', 'all']] },
  // To delete what is public takes it back from readers.
  delete: {
    before: [
      ['delete', 'all'],
      ['publish', 'published'],
    ],
    after: [],
  },
};

type Write = { action: string; publishes: boolean; inNewLocale: boolean };

/** What a write needs. A save touches every language, since some fields are common to all. */
export function requiredPermissions({ action, publishes, inNewLocale }: Write): Needs {
  const { before, after } = NEEDS[action]!;
  const also: Need[] = [...(inNewLocale ? [['create', 'drafts'] as Need] : [])];
  const publishing: Need[] = publishes ? [['publish', 'all']] : [];
  return { before: [...before, ...publishing], after: [...after, ...also, ...publishing] };
}
