/** The list that every portal page requests: it exists after every boot, and can neither be deleted nor renamed. */
export const DEFAULT_LIST = {
  slug: 'tin-moi-nhat',
  /** How many articles it shows; also the default of every other list. */
  size: 8,
  /** By language; `otherName` in every other. */
  names: { vi: 'Tin mới nhất' } as Readonly<Record<string, string>>,
  otherName: 'Latest news',
};
